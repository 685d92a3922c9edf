import type { LawSummary } from '../../src/use-cases/use-cases.ts'

/** Whether a law is in force on the day of the page, in words. */
export function standingWords({
  standing,
  inForceFrom,
  repealedOn,
}: Pick<LawSummary, 'standing' | 'inForceFrom' | 'repealedOn'>): string {
  if (standing === 'repealed') return `自 ${repealedOn} 起废止`
  return standing === 'planned' ? `自 ${inForceFrom} 起施行` : '现行'
}
