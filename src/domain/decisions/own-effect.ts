import type { Day } from '../../schema/types.ts'
import type { Chronicle, LifeEvent, Standing } from './chronicle.ts'
import { type CountsOnDay, countOnDay } from './count-on-day.ts'

/**
 * The numbers of the day on which a decision in force took effect, and what they would be without its own events.
 *
 * Decisions of the same day are told apart: what others did on it is in both numbers. A decision that never held has no events and no effect.
 */
export function tellOwnEffect(
  chronicle: Chronicle,
  day: Day,
  events: readonly LifeEvent[],
): { before: CountsOnDay; after: CountsOnDay } {
  const after = countOnDay(chronicle, day)
  const before: CountsOnDay = structuredClone(after)
  for (const event of events) {
    count(before, event.after, -1)
    count(before, event.before, 1)
  }
  return { before, after }
}

function count({ byState, active }: CountsOnDay, { state, type, agency }: Standing, change: 1 | -1): void {
  add(byState, state, change)
  if (state !== 'active') return
  active.total += change
  add(active.byType, type, change)
  add(active.byAgency, agency, change)
}

/** An absent key means none. */
function add<Key extends string>(counts: Partial<Record<Key, number>>, key: Key, change: 1 | -1): void {
  const total = (counts[key] ?? 0) + change
  if (total === 0) delete counts[key]
  else counts[key] = total
}
