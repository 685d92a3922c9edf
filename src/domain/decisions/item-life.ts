import type { Day } from '../../schema/types.ts'
import { dayAfter, lastDay } from '../days.ts'
import type { PartKind } from './decision-parts.ts'
import { isSameStanding, type Standing } from './standing.ts'
import { type EffectivePart, findObstacle, takePart } from './take-part.ts'

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

/** The life of one item as far as it is told. */
export interface ItemLife {
  readonly code: string
  readonly beginning: Standing
  /** The standing after the last event; a suspension may have run out since. */
  now: Standing
  /** Oldest first. */
  readonly events: LifeEvent[]
  /** What happened to all items, as it comes to be told: a suspension that ran out may be told late. */
  readonly journal: LifeEvent[]
  /** Parts of accepted decisions that are not revoked, in the order in which they apply. */
  parts: EffectivePart[]
}

/** An item of which nothing is told yet; what will be goes into the journal of all items as well. */
export function beginLife(beginning: Standing, journal: LifeEvent[]): ItemLife {
  return { code: beginning.code, beginning, now: beginning, events: [], journal, parts: [] }
}

/** Enters a part that took hold, and what the item is after it. */
export function live(life: ItemLife, part: EffectivePart, after: Standing): void {
  const { on: day, kind, decision, row } = part
  life.parts.push(part)
  enter(life, { day, kind, decision, row, after })
}

/** Ends the item's suspension when its last day lies before `day` (`null`: whenever that is). */
export function letExpire(life: ItemLife, day: Day | null): void {
  const { now } = life
  const after = wakeBefore(now, day)
  if (after === now || after.since === null) return
  const decision = now.suspendedBy ?? now.decision ?? ''
  enter(life, { day: after.since, kind: 'expire', decision, row: null, after })
}

/** The item at the start of a day had some decisions never been; a part that could not have taken hold without them, if there is one. */
export function retell(
  life: ItemLife,
  { without, day }: { without: ReadonlySet<string>; day: Day },
): { standing: Standing; obstructed: EffectivePart | undefined } {
  let standing = life.beginning
  for (const part of life.parts) {
    if (without.has(part.decision)) continue
    standing = wakeBefore(standing, part.on)
    if (findObstacle(part, standing) !== undefined) return { standing, obstructed: part }
    standing = takePart(part, standing)
  }
  return { standing: wakeBefore(standing, day), obstructed: undefined }
}

/** Enters that decisions do not count any more from a day on, and what the item is without them, as it was retold. */
export function takeBack(
  life: ItemLife,
  { without, day, standing: after }: { without: ReadonlySet<string>; day: Day; standing: Standing },
): void {
  const revoked = life.parts.findLast(({ decision }) => without.has(decision))
  if (revoked === undefined) return
  life.parts = life.parts.filter(({ decision }) => !without.has(decision))
  if (isSameStanding(after, life.now) && after.decision === life.now.decision) return
  enter(life, { day, kind: 'revoke', decision: revoked.decision, row: null, after })
}

/** What the item was on a day: at its end, when several things happened. */
export function findStanding({ beginning, events }: ItemLife, day: Day): Standing {
  return events.findLast((event) => event.day <= day)?.after ?? beginning
}

function enter(life: ItemLife, event: Omit<LifeEvent, 'before' | 'code'>): void {
  const { day, kind, decision, row, after } = event
  const told = { day, code: life.code, kind, decision, row, before: life.now, after }
  life.events.push(told)
  life.journal.push(told)
  life.now = event.after
}

/** The standing after a suspension that ran out before `day`; the same standing when none did. */
function wakeBefore(standing: Standing, day: Day | null): Standing {
  const { state, suspendedUntil: end, suspendedBy, decision } = standing
  if (state !== 'suspended' || end === null || end >= (day ?? lastDay)) return standing
  return {
    ...standing,
    state: 'active',
    suspendedUntil: null,
    suspendedBy: null,
    since: dayAfter(end),
    decision: suspendedBy ?? decision,
  }
}
