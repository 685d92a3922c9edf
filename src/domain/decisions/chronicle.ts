import type { AdjustmentDecision, Day } from '../../schema/types.ts'
import { applyDecisions } from './apply-decisions.ts'
import type { Contradiction } from './contradiction.ts'
import { findStanding, type LifeEvent } from './item-life.ts'
import { beginningOf, type ItemHead, type Standing } from './standing.ts'

export type { Contradiction } from './contradiction.ts'
export type { LifeEvent } from './item-life.ts'
export type { ItemHead, Standing } from './standing.ts'

/** The catalogue on one day: the standing of every item by code, in the order of the codes given. */
export type CatalogueOnDay = ReadonlyMap<string, Standing>

/**
 * The catalogue through all time: what every item was on every day and the decision behind every change.
 *
 * It depends on the items and the decisions alone, not on their order. The standing on a day depends on no decision that takes effect later,
 * except that an item which a decision is to bring in counts as planned until then; nor on a later revocation, when it has a day.
 */
export interface Chronicle {
  /** `undefined`: no such item. */
  standingOn(code: string, day: Day): Standing | undefined
  on(day: Day): CatalogueOnDay
  /** What happened to an item, oldest first. */
  lifeOf(code: string): readonly LifeEvent[]
  /** Everything that happened, oldest first; on the same day in the order of the decisions and their rows. */
  events: readonly LifeEvent[]
  /** Empty when every decision, and every revocation, could take effect. */
  contradictions: readonly Contradiction[]
}

/**
 * Applies decisions to items. A decision applies whole or not at all: one of whose rows cannot take hold is left out, and its contradictions named.
 *
 * Takes time linear in items and rows; a revocation costs another pass over what happened to the items it concerns.
 */
export function writeChronicle(items: Iterable<ItemHead>, decisions: readonly AdjustmentDecision[]): Chronicle {
  const heads = new Map<string, ItemHead>()
  for (const item of items) heads.set(item.code, item)
  const { lives, bringers, events, contradictions } = applyDecisions(heads, decisions)
  const untouched = new Map<string, Standing>()
  for (const [code, head] of heads) if (!lives.has(code)) untouched.set(code, beginningOf(head, bringers.has(code)))
  const standingOn = (code: string, day: Day) => {
    const life = lives.get(code)
    return life === undefined ? untouched.get(code) : findStanding(life, day)
  }
  return {
    standingOn,
    on(day) {
      const catalogue = new Map<string, Standing>()
      for (const code of heads.keys()) {
        const standing = standingOn(code, day)
        if (standing !== undefined) catalogue.set(code, standing)
      }
      return catalogue
    },
    lifeOf: (code) => lives.get(code)?.events ?? [],
    events,
    contradictions,
  }
}
