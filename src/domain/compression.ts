import Fraction from 'fraction.js'
import type { Agency, ApprovalItem, Day, OptionalDuration, Policy } from '../schema/types.ts'
import { type ExclusionReason, type MeasuredItem, measureItem } from './compression-scope.ts'
import { findGapDays, findLongestPromise, isPromiseMet, isWithinTarget } from './compression-target.ts'
import { groupBy } from './group-by.ts'
import type { ItemState } from './labels.ts'

export type { ExclusionReason } from './compression-scope.ts'

/** How a group of items keeps the target. */
export interface CompressionTotals {
  items: number
  met: number
  /** Working days, an exact sum rounded to four places. */
  statutoryDays: number
  promisedDays: number
  /** Σ promised ÷ Σ statutory; `null` when nothing is in scope. */
  ratio: number | null
  /** Mean of the items' ratios; `null` when nothing is in scope. */
  meanRatio: number | null
  /** Least whole number of working days to take off promises to reach the target. */
  gapDays: number
  /** `true` as well when nothing is in scope: nothing misses the target. */
  targetMet: boolean
}

/** The one-third check on a day: per item, per agency in official order, and over all. */
export interface CompressionReport {
  asOf: Day
  target: { numerator: number; denominator: number; rounding: 'floor' | 'round' | 'ceil' }
  overall: CompressionTotals
  agencies: ({ code: string; name: string } & CompressionTotals)[]
  items: {
    code: string
    name: string
    agency: string
    statutoryDays: number
    promisedDays: number
    ratio: number
    met: boolean
    /** The longest whole promise that meets the target, in the unit in which the limits were compared. */
    longest: OptionalDuration
  }[]
  excluded: { code: string; name: string; agency: string; reason: ExclusionReason }[]
}

/** What the check needs to know. */
export interface CompressionInput {
  items: readonly ApprovalItem[]
  /** State of an item on the day. */
  stateOf: (item: ApprovalItem) => ItemState
  policy: Policy
  /** In official order. */
  agencies: readonly Agency[]
  asOf: Day
  /** Code of the one agency to report on; absent: the whole city. */
  agency?: string
}

/**
 * Measures the promised against the statutory limits, in exact fractions (contract: the one-third check).
 *
 * Items and exclusions stand in official order of agencies, then by code; agencies without any item are left out.
 */
export function measureCompression(input: CompressionInput): CompressionReport {
  const { policy, asOf } = input
  const measured: MeasuredItem[] = []
  const excluded: CompressionReport['excluded'] = []
  const items = listItems(input)
  for (const item of items) {
    const outcome = measureItem(item, input.stateOf(item), policy)
    if (typeof outcome !== 'string') measured.push(outcome)
    else excluded.push({ code: item.code, name: item.name, agency: item.agency, reason: outcome })
  }
  const { numerator, denominator, rounding } = policy.compression
  return {
    asOf,
    target: { numerator, denominator, rounding },
    overall: sumUp(measured, policy),
    agencies: sumUpAgencies(input.agencies, items, measured, policy),
    items: measured.map((one) => reportItem(one, policy)),
    excluded,
  }
}

/** The items in question, in an order that does not depend on how they came. */
function listItems({ items, agencies, agency }: CompressionInput): ApprovalItem[] {
  const places = new Map(agencies.map(({ code }, place) => [code, place]))
  const placeOf = (item: ApprovalItem) => places.get(item.agency) ?? agencies.length
  return items
    .filter((item) => agency === undefined || item.agency === agency)
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.code < b.code ? -1 : Number(a.code > b.code)))
}

function sumUpAgencies(
  agencies: readonly Agency[],
  items: readonly ApprovalItem[],
  measured: readonly MeasuredItem[],
  policy: Policy,
): CompressionReport['agencies'] {
  const withItems = new Set(items.map((item) => item.agency))
  const measuredIn = groupBy(measured, ({ item }) => item.agency)
  return agencies
    .filter(({ code }) => withItems.has(code))
    .map(({ code, name }) => ({ code, name, ...sumUp(measuredIn.get(code) ?? [], policy) }))
}

function sumUp(measured: readonly MeasuredItem[], policy: Policy): CompressionTotals {
  const statutory = sum(measured.map(({ statutoryDays }) => statutoryDays))
  const promised = sum(measured.map(({ promisedDays }) => promisedDays))
  const ratios = sum(measured.map(({ statutoryDays, promisedDays }) => promisedDays.div(statutoryDays)))
  const items = measured.length
  return {
    items,
    met: measured.filter((one) => isPromiseMet(one.statutory, one.promised, policy)).length,
    statutoryDays: toFourPlaces(statutory),
    promisedDays: toFourPlaces(promised),
    ratio: items === 0 ? null : toFourPlaces(promised.div(statutory)),
    meanRatio: items === 0 ? null : toFourPlaces(ratios.div(items)),
    gapDays: findGapDays(statutory, promised, policy.compression),
    targetMet: isWithinTarget(statutory, promised, policy.compression),
  }
}

function reportItem(measured: MeasuredItem, policy: Policy): CompressionReport['items'][number] {
  const { item, statutory, promised, statutoryDays, promisedDays } = measured
  return {
    code: item.code,
    name: item.name,
    agency: item.agency,
    statutoryDays: toFourPlaces(statutoryDays),
    promisedDays: toFourPlaces(promisedDays),
    ratio: toFourPlaces(promisedDays.div(statutoryDays)),
    met: isPromiseMet(statutory, promised, policy),
    longest: findLongestPromise(statutory, promised, policy),
  }
}

function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((total, fraction) => total.add(fraction), new Fraction(0))
}

/** Half up, from the exact fraction. */
function toFourPlaces(fraction: Fraction): number {
  return Number(fraction.round(4).valueOf())
}
