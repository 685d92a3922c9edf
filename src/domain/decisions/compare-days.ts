import type { Day } from '../../schema/types.ts'
import type { Chronicle, LifeEvent, Standing } from './chronicle.ts'
import { isSameStanding } from './standing.ts'

/** An item that is not the same on two days, and everything that happened to it between them. */
export interface DayDifference {
  code: string
  before: Standing
  after: Standing
  /** Oldest first; its decisions are why the days differ. */
  events: LifeEvent[]
}

/** Every item that the end of one day and the end of a later one show differently, in the order of the catalogue; `from` must not be after `to`. */
export function compareDays(chronicle: Chronicle, from: Day, to: Day): DayDifference[] {
  const later = chronicle.on(to)
  return [...chronicle.on(from)].flatMap(([code, before]) => {
    const after = later.get(code)
    if (after === undefined || isSameStanding(before, after)) return []
    const events = chronicle.lifeOf(code).filter(({ day }) => day > from && day <= to)
    return [{ code, before, after, events }]
  })
}
