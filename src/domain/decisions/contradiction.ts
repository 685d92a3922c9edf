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
   * Other decisions behind it: the one that made the item what it is on that day; of a planned item, those that are to bring it in;
   * of a revocation, the one that builds on the decision to be revoked.
   */
  others: string[]
}
