import type Fraction from 'fraction.js'
import type { ApprovalItem, Duration, Policy } from '../schema/types.ts'
import { toWorkingDays } from './durations.ts'
import type { ItemState } from './labels.ts'

/** Why an item is not measured against the compression target. */
export type ExclusionReason =
  | 'no-statutory-limit'
  | 'no-promise'
  | 'statutory-instant'
  | 'relay'
  | 'exception'
  | 'not-active'

/** An item in scope, with both limits in the form in which they were written and in exact working days. */
export interface MeasuredItem {
  item: ApprovalItem
  statutory: Duration
  promised: Duration
  statutoryDays: Fraction
  promisedDays: Fraction
}

/**
 * Takes an item into the measure or says why not: the first reason in the contract's order.
 *
 * A statutory limit that comes to no time at all counts as instant: nothing can be shortened.
 */
export function measureItem(item: ApprovalItem, state: ItemState, policy: Policy): MeasuredItem | ExclusionReason {
  const { statutoryTimeLimit: statutory, promisedTimeLimit: promised } = item
  if (statutory === null) return 'no-statutory-limit'
  if (promised === null) return 'no-promise'
  const statutoryDays = toWorkingDays(statutory, policy.conversion)
  if (statutoryDays.equals(0)) return 'statutory-instant'
  if (!policy.compression.handlingRoles.includes(item.handlingRole)) return 'relay'
  if (item.compressionException !== null) return 'exception'
  if (state !== 'active') return 'not-active'
  return { item, statutory, promised, statutoryDays, promisedDays: toWorkingDays(promised, policy.conversion) }
}
