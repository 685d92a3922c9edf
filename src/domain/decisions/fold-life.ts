import { Temporal } from 'temporal-polyfill'
import type { Day } from '../../schema/types.ts'
import type { PartKind } from './decision-parts.ts'
import { isSameStanding, type Standing } from './standing.ts'
import { type EffectivePart, findObstacle, takePart } from './take-part.ts'

/** A part together with the first day on which its decision does not hold any more; `null`: for ever. */
export interface TimedPart extends EffectivePart {
  until: Day | null
}

/** What happened to an item: a row of a decision, the end of a suspension by itself, or the revocation of a decision. */
export interface LifeEvent {
  day: Day
  code: string
  kind: PartKind | 'expire' | 'revoke'
  /** Id of the decision; of an `expire`, of the one that suspended; of a `revoke`, of the one revoked. */
  decision: string
  /** Position of the row in its decision; `null`: no row, the event follows from the decision's end. */
  row: number | null
  before: Standing
  after: Standing
}

/** A standing and the first day on which it holds; `null`: from the beginning. */
export interface Segment {
  from: Day | null
  standing: Standing
}

/** A row that cannot take hold, and why. */
export interface Obstacle {
  part: TimedPart
  message: string
}

/** The life of one item: each standing it had, and what led from one to the next. */
export interface Life {
  segments: Segment[]
  events: LifeEvent[]
  obstacles: Obstacle[]
}

/**
 * Applies the parts that concern one item, in their order, and tells its whole life.
 *
 * A part that cannot take hold is named and left out. `parts` are sorted in the order in which their decisions apply.
 */
export function foldLife(beginning: Standing, parts: readonly TimedPart[]): Life {
  const life: Life = { segments: [{ from: null, standing: beginning }], events: [], obstacles: [] }
  let current = beginning
  const record = (event: Omit<LifeEvent, 'before' | 'code'>) => {
    life.events.push({ ...event, code: beginning.code, before: current })
    current = event.after
    life.segments.push({ from: event.day, standing: current })
  }
  const expireBefore = (day: Day | null) => {
    const end = current.suspendedUntil
    if (current.state !== 'suspended' || end === null || (day !== null && end >= day)) return
    record({ day: dayAfter(end), kind: 'expire', decision: current.decision ?? '', row: null, after: wake(current) })
  }
  for (const day of changeDays(parts)) {
    expireBefore(day)
    const ended = parts.find(({ until }) => until === day)
    if (ended !== undefined) {
      const after = standingWithout(beginning, parts, day, life.obstacles)
      if (!isSameStanding(after, current)) record({ day, kind: 'revoke', decision: ended.decision, row: null, after })
    }
    for (const part of parts) {
      if (part.on !== day) continue
      const message = findObstacle(part, current)
      if (message !== undefined) life.obstacles.push({ part, message })
      else record({ day, kind: part.kind, decision: part.decision, row: part.row, after: takePart(part, current) })
    }
  }
  expireBefore(null)
  return life
}

/** The standing at the start of a day on which some decision was revoked, as if that one had never been. */
function standingWithout(beginning: Standing, parts: readonly TimedPart[], day: Day, obstacles: Obstacle[]): Standing {
  let current = beginning
  const wakeBefore = (next: Day) => {
    const end = current.suspendedUntil
    if (current.state === 'suspended' && end !== null && end < next) current = wake(current)
  }
  for (const part of parts) {
    if (part.on >= day || (part.until !== null && part.until <= day)) continue
    wakeBefore(part.on)
    const message = findObstacle(part, current)
    if (message === undefined) current = takePart(part, current)
    else obstacles.push({ part, message })
  }
  wakeBefore(day)
  return current
}

function wake(suspended: Standing): Standing {
  const since = suspended.suspendedUntil === null ? suspended.since : dayAfter(suspended.suspendedUntil)
  return { ...suspended, state: 'active', suspendedUntil: null, since }
}

function changeDays(parts: readonly TimedPart[]): Day[] {
  const days = new Set<Day>()
  for (const { on, until } of parts) {
    days.add(on)
    if (until !== null) days.add(until)
  }
  return [...days].sort()
}

/** The next day. */
export function dayAfter(day: Day): Day {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

/** The day before. */
export function dayBefore(day: Day): Day {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
