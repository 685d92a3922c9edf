import type { AgencySummary } from '../../src/use-cases/use-cases.ts'

/** Agencies to show on a day: those that exist on it, and any other that still has an item in use. */
export function existingAgencies(agencies: readonly AgencySummary[], day: string): AgencySummary[] {
  return agencies.filter(({ from, to, counts }) => {
    const exists = (from === null || from <= day) && (to === null || day <= to)
    return exists || (counts.byState.active ?? 0) > 0
  })
}
