import type { Duration } from '../../src/schema/types.ts'

/**
 * Breaks a promise down to its steps: whole units by weight, the rest to the steps with the largest remainder, earlier ones first.
 *
 * A step that gets nothing is done at once. The shares add up to the promise exactly.
 */
export function shareDays(promised: Duration, weights: readonly number[]): Duration[] {
  if (promised.unit === 'instant') return weights.map(() => ({ unit: 'instant' }))
  const { amount, unit } = inDays(promised)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => Math.floor((amount * weight) / total))
  const remainders = weights.map((weight, index) => ({ index, left: (amount * weight) % total }))
  const byRemainder = remainders.sort((a, b) => b.left - a.left || a.index - b.index)
  const left = amount - shares.reduce((sum, share) => sum + share, 0)
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares.map((share) => (share === 0 ? { unit: 'instant' } : { amount: share, unit }))
}

/** A month is too coarse to be broken down; its steps are given in working days, 21 to the month. */
function inDays(promised: Exclude<Duration, { unit: 'instant' }>) {
  return promised.unit === 'month'
    ? { amount: promised.amount * 21, unit: 'working-day' as const }
    : { amount: promised.amount, unit: promised.unit }
}
