import Fraction from 'fraction.js'
import type { Conversion, Duration, Policy } from '../schema/types.ts'
import { toWorkingDays } from './durations.ts'

/** Both limits as numbers of one unit. */
interface Comparison {
  statutory: Fraction
  promised: Fraction
  unit: Exclude<Duration['unit'], 'instant'>
}

/** Takes both limits in the unit they share, otherwise in working days. */
function compareIn(statutory: Duration, promised: Duration, conversion: Conversion): Comparison {
  if (statutory.unit !== 'instant' && statutory.unit === promised.unit) {
    const { unit } = statutory
    return { statutory: new Fraction(statutory.amount), promised: new Fraction(promised.amount ?? 0), unit }
  }
  return {
    statutory: toWorkingDays(statutory, conversion),
    promised: toWorkingDays(promised, conversion),
    unit: 'working-day',
  }
}

/** Whether a promise keeps the target: denominator × promised ≤ numerator × statutory, exactly and without rounding. */
export function isPromiseMet(statutory: Duration, promised: Duration, policy: Policy): boolean {
  const comparison = compareIn(statutory, promised, policy.conversion)
  return isWithinTarget(comparison.statutory, comparison.promised, policy.compression)
}

/** The target for exact amounts of one unit; for sums of working days as well. */
export function isWithinTarget(statutory: Fraction, promised: Fraction, target: Policy['compression']): boolean {
  return promised.mul(target.denominator).lte(statutory.mul(target.numerator))
}

/**
 * The longest whole promise under the policy's rounding, in the unit in which the two limits are compared.
 *
 * `instant` when not even one whole unit is left.
 */
export function findLongestPromise(statutory: Duration, promised: Duration, policy: Policy): Duration {
  const { numerator, denominator, rounding } = policy.compression
  const comparison = compareIn(statutory, promised, policy.conversion)
  const allowed = comparison.statutory.mul(numerator).div(denominator)
  const amount = Number(allowed[rounding]().valueOf())
  return amount === 0 ? { unit: 'instant' } : { amount, unit: comparison.unit }
}

/** The least whole number of working days to take off the promises so that their sum keeps the target; at least 0. */
export function findGapDays(statutory: Fraction, promised: Fraction, target: Policy['compression']): number {
  const allowed = statutory.mul(target.numerator).div(target.denominator)
  return Math.max(0, Number(promised.sub(allowed).ceil().valueOf()))
}
