import { writeChronicle } from '../../src/domain/decisions/chronicle.ts'
import { countOnDay } from '../../src/domain/decisions/count-on-day.ts'
import type { AdjustmentDecision, ApprovalItem } from '../../src/schema/types.ts'
import { fillIn } from './fill-in.ts'

/** Days on which the README counts: before and after the decision of 4 May 2014, the end of the clean-up, the end of the year after. */
export const countedDays = ['2014-05-03', '2014-05-05', '2014-08-15', '2015-12-31'] as const

const states = ['active', 'planned', 'suspended', 'cancelled', 'delegated', 'merged', 'internal'] as const

const types = [
  'licensing',
  'non-licensing-approval',
  'confirmation',
  'filing',
  'other-power',
  'public-service',
  'other-service',
] as const

/** The README of the catalogue: a text with the counts of today's items and decisions filled in. */
export function readmeOf(
  text: string,
  { items, decisions }: { items: readonly ApprovalItem[]; decisions: readonly AdjustmentDecision[] },
): string {
  const chronicle = writeChronicle(items, decisions)
  const counts = countedDays.map((day) => countOnDay(chronicle, day))
  return fillIn(text, {
    items: String(items.length),
    decisions: String(decisions.length),
    states: tableOf(['day', ...states], (state) => counts.map(({ byState }) => byState[state as 'active'] ?? 0)),
    types: tableOf(['active on', ...types], (type) => counts.map(({ active }) => active.byType[type as 'filing'] ?? 0)),
  })
}

function tableOf(heads: readonly string[], countsOf: (head: string) => readonly number[]): string {
  const columns = heads.slice(1).map(countsOf)
  const lines = countedDays.map((day, row) => [day, ...columns.map((column) => column[row])])
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
