import type { AdjustmentDecision, ApprovalItem } from '../../schema/types.ts'

/** A decision that is being drawn up or consulted on, with the items that it would bring in. Nothing of it is in the catalogue yet. */
export interface DecisionDraft {
  /** The decision's id from its adoption on. */
  id: string
  /** In the stage `draft` or `consulting`; half-written. */
  decision: AdjustmentDecision
  /** Items that do not exist yet, by code as the decision names them; half-written. */
  items: ApprovalItem[]
  createdBy: string
}

/** The reform office asks an agency to look at a guide again. */
export interface ReviewRequest {
  item: string
  agency: string
  /** Name of the account that asked. */
  by: string
  at: string
  comment: string | null
  /** Moment at which an edition answered it; `null`: it still waits. */
  doneAt: string | null
}

/** Who has a draft open, and since when he was last heard of: moment by name of account. */
export interface Presence {
  edition: string
  seen: Record<string, string>
}

/** A link for somebody without an account to look at one draft. Its id is the digest of what the link holds. */
export interface ShareLink {
  edition: string
  by: string
  createdAt: string
  expiresAt: string
}
