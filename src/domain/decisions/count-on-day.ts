import type { ApprovalItem, Day } from '../../schema/types.ts'
import type { ItemState } from '../labels.ts'
import type { Chronicle } from './chronicle.ts'

/** How many items there are on a day; an absent key means none. */
export interface CountsOnDay {
  day: Day
  byState: Partial<Record<ItemState, number>>
  /** Active items alone. */
  active: { total: number; byType: Partial<Record<ApprovalItem['type'], number>>; byAgency: Record<string, number> }
}

export function countOnDay(chronicle: Chronicle, day: Day): CountsOnDay {
  const counts: CountsOnDay = { day, byState: {}, active: { total: 0, byType: {}, byAgency: {} } }
  const { byState, active } = counts
  for (const { state, type, agency } of chronicle.on(day).values()) {
    byState[state] = (byState[state] ?? 0) + 1
    if (state !== 'active') continue
    active.total += 1
    active.byType[type] = (active.byType[type] ?? 0) + 1
    active.byAgency[agency] = (active.byAgency[agency] ?? 0) + 1
  }
  return counts
}
