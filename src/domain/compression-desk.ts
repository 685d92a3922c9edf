import type { ApprovalItem, Duration, OptionalDuration, Policy } from '../schema/types.ts'
import { measureItem } from './compression-scope.ts'
import { findLongestPromise, isPromiseMet } from './compression-target.ts'
import { compareDurations, toWorkingDays } from './durations.ts'
import type { ItemState } from './labels.ts'

/** What an item in scope would gain by a shorter promise. */
export interface PromiseGain {
  isMet: boolean
  /** The longest whole promise that meets the target. */
  longest: Duration
  /** Working days between the promise and `longest`, to four places; 0: it is met. */
  daysOff: number
  /** Working days of the promise beyond its share of the target: what it adds to the gap of the whole; below 0: what it gives to others. */
  overTarget: number
}

/** @returns `undefined`: the item is out of scope. */
export function weighPromise(item: ApprovalItem, state: ItemState, policy: Policy): PromiseGain | undefined {
  const measured = measureItem(item, state, policy)
  if (typeof measured === 'string') return undefined
  const { statutory, promised, statutoryDays, promisedDays } = measured
  const { numerator, denominator } = policy.compression
  const longest = findLongestPromise(statutory, promised, policy)
  const isMet = isPromiseMet(statutory, promised, policy)
  const off = promisedDays.sub(toWorkingDays(longest, policy.conversion))
  return {
    isMet,
    longest,
    daysOff: isMet ? 0 : Number(off.round(4).valueOf()),
    overTarget: Number(promisedDays.sub(statutoryDays.mul(numerator).div(denominator)).round(4).valueOf()),
  }
}

/** How the desk is sorted: first what the fewest days bring to its target, or first what adds most to the gap. */
export const gainOrders = ['least', 'most'] as const
export type GainOrder = (typeof gainOrders)[number]

/** Compares by an order; equal ones keep their place. */
export function compareGains(order: GainOrder, one: PromiseGain, other: PromiseGain): number {
  return order === 'least' ? one.daysOff - other.daysOff : other.overTarget - one.overTarget
}

/** The items with the promises of a plan in the place of their own. */
export function withPromises(
  items: readonly ApprovalItem[],
  plan: ReadonlyMap<string, OptionalDuration>,
): ApprovalItem[] {
  return items.map((item) => {
    const promised = plan.get(item.code)
    return promised === undefined ? item : { ...item, promisedTimeLimit: promised }
  })
}

/** Whether a promise would be longer than the law allows (行政许可法 第四十二条). */
export function isBeyondStatute(
  { statutoryTimeLimit }: Pick<ApprovalItem, 'statutoryTimeLimit'>,
  promised: Duration,
  { conversion }: Pick<Policy, 'conversion'>,
): boolean {
  return statutoryTimeLimit !== null && compareDurations(promised, statutoryTimeLimit, conversion) > 0
}
