import type { AdjustmentDecision, ApprovalItem, Day, DelegateAction } from '../../schema/types.ts'
import type { ItemState } from '../labels.ts'

/** What of an item its standing begins with. An item's file holds its name, agency and type as they were before any decision. */
export type ItemHead = Pick<ApprovalItem, 'code' | 'name' | 'agency' | 'type'>

/** One row of a decision. */
export type Action = AdjustmentDecision['actions'][number]

/** What an item is on a day. Only decisions in force on that day, in their order, made it so. */
export interface Standing extends ItemHead {
  state: ItemState
  /** Codes of the items it came from by merge or split; direct ones. */
  predecessors: readonly string[]
  /** Codes of the items it went into. */
  successors: readonly string[]
  /** What the city keeps of it after a partial cancellation or delegation; `null`: all of it. */
  kept: string | null
  /** Regions that received it, wholly or in part, by any decision. */
  receivers: readonly string[]
  /** How the last of them received it. */
  receivedAs: DelegateAction['mode']
  /** Last day of a suspension that ends by itself; `null`: none, or none known. */
  suspendedUntil: Day | null
  /** Id of the decision that suspended it; `null`: it is not suspended. Other decisions may have changed it since. */
  suspendedBy: string | null
  /** First day of this standing; `null`: from the beginning. */
  since: Day | null
  /** Id of the decision that made it so; `null`: none. */
  decision: string | null
}

/** An item before any decision touched it: active from the beginning, or planned when some decision is to bring it in. */
export function beginningOf({ code, name, agency, type }: ItemHead, isBroughtIn: boolean): Standing {
  return {
    code,
    name,
    agency,
    type,
    state: isBroughtIn ? 'planned' : 'active',
    predecessors: [],
    successors: [],
    kept: null,
    receivers: [],
    receivedAs: null,
    suspendedUntil: null,
    suspendedBy: null,
    since: null,
    decision: null,
  }
}

/** Whether it belongs to the catalogue, working or suspended: what has not ended and is not merely planned. */
export function isInCatalogue({ state }: Pick<Standing, 'state'>): boolean {
  return state === 'active' || state === 'suspended'
}

/** Whether it was in the catalogue and is no more. */
export function isGone({ state }: Pick<Standing, 'state'>): boolean {
  return !isInCatalogue({ state }) && state !== 'planned'
}

/** Whether two standings say the same of the item, whoever made it so. */
export function isSameStanding(one: Standing, other: Standing): boolean {
  return (
    one.state === other.state &&
    one.name === other.name &&
    one.agency === other.agency &&
    one.type === other.type &&
    one.kept === other.kept &&
    one.suspendedUntil === other.suspendedUntil &&
    one.receivedAs === other.receivedAs &&
    one.receivers.join() === other.receivers.join() &&
    one.predecessors.join() === other.predecessors.join() &&
    one.successors.join() === other.successors.join()
  )
}
