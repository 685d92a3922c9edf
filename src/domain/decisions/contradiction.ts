/** Why a decision, or its revocation, cannot take effect: it does not, as a whole. */
export interface Contradiction {
  /** Id of the decision. */
  decision: string
  /** JSON pointer inside it: the place that names the item, or `/revokedOn`. */
  pointer: string
  /** Code of the item. */
  item: string
  message: string
  /**
   * Other decisions that name the item, in the order in which they apply: one of them made it what it is on that day.
   * Of a revocation, the decision that builds on the one to be revoked.
   */
  others: string[]
}
