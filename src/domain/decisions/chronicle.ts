import type { AdjustmentDecision, Day } from '../../schema/types.ts'
import { bringingIn, compareDecisions, forceOf, partsOf } from './decision-parts.ts'
import { type Contradiction, dropContradictory } from './drop-contradictory.ts'
import { foldLife, type Life, type LifeEvent, type TimedPart } from './fold-life.ts'
import { beginningOf, type ItemHead, type Standing } from './standing.ts'

export type { Contradiction } from './drop-contradictory.ts'
export type { LifeEvent } from './fold-life.ts'
export type { ItemHead, Standing } from './standing.ts'

/** The catalogue on one day: the standing of every item by code, in the order of the codes given. */
export type CatalogueOnDay = ReadonlyMap<string, Standing>

/**
 * The catalogue through all time: what every item was on every day and the decision behind every change.
 *
 * It depends on the items and the decisions alone, not on their order. The standing on a day depends on no decision that takes effect later,
 * except that an item which a decision is to bring in counts as planned until then.
 */
export interface Chronicle {
  /** `undefined`: no such item. */
  standingOn(code: string, day: Day): Standing | undefined
  on(day: Day): CatalogueOnDay
  /** What happened to an item, oldest first. */
  lifeOf(code: string): readonly LifeEvent[]
  /** Everything that happened, oldest first; on the same day in the order of the decisions and their rows. */
  events: readonly LifeEvent[]
  /** Empty when every decision could be applied. */
  contradictions: readonly Contradiction[]
}

/**
 * Applies decisions to items. A decision applies whole or not at all: one of whose rows cannot take hold is left out, and its contradictions named.
 *
 * Takes time linear in items and rows; every contradictory decision costs another pass over the items it names.
 */
export function writeChronicle(items: Iterable<ItemHead>, decisions: readonly AdjustmentDecision[]): Chronicle {
  const heads = new Map<string, ItemHead>()
  for (const item of items) heads.set(item.code, item)
  const { partsByItem, planned, rank } = sortParts(decisions)
  const lives = new Map<string, Life>()
  const fold = (code: string) => {
    const head = heads.get(code)
    if (head !== undefined) lives.set(code, foldLife(beginningOf(head, planned.has(code)), partsByItem.get(code) ?? []))
  }
  for (const code of partsByItem.keys()) fold(code)
  const contradictions = dropContradictory({ heads, partsByItem, lives, rank, fold, decisions })
  const events = [...lives.values()].flatMap((life) => life.events)
  events.sort((one, other) => compareEvents(one, other, rank))
  const beginnings = new Map<string, Standing>()
  for (const [code, head] of heads) if (!lives.has(code)) beginnings.set(code, beginningOf(head, planned.has(code)))
  const standingOn = (code: string, day: Day) => beginnings.get(code) ?? findStanding(lives.get(code), day)
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

interface SortedParts {
  /** In the order in which the decisions apply. */
  partsByItem: Map<string, TimedPart[]>
  /** Items that some decision, in force or not, is to bring in. */
  planned: ReadonlySet<string>
  /** Position of each decision in the order in which they apply. */
  rank: ReadonlyMap<string, number>
}

function sortParts(decisions: readonly AdjustmentDecision[]): SortedParts {
  const partsByItem = new Map<string, TimedPart[]>()
  const planned = new Set<string>()
  const rank = new Map<string, number>()
  for (const decision of [...decisions].sort(compareDecisions)) {
    rank.set(decision.id, rank.size)
    const force = forceOf(decision)
    for (const part of partsOf(decision)) {
      if (bringingIn.has(part.kind)) planned.add(part.code)
      if (force === undefined) continue
      const timed = { ...part, decision: decision.id, on: force.from, until: force.to }
      const parts = partsByItem.get(part.code)
      if (parts === undefined) partsByItem.set(part.code, [timed])
      else parts.push(timed)
    }
  }
  return { partsByItem, planned, rank }
}

function findStanding(life: Life | undefined, day: Day): Standing | undefined {
  return life?.segments.findLast(({ from }) => from === null || from <= day)?.standing
}

function compareEvents(one: LifeEvent, other: LifeEvent, rank: ReadonlyMap<string, number>): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1
  const [left, right] = [stepOf(one), stepOf(other)]
  if (left !== right) return left - right
  const ranks = (rank.get(one.decision) ?? 0) - (rank.get(other.decision) ?? 0)
  return ranks || (one.row ?? 0) - (other.row ?? 0) || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0)
}

/** On one day suspensions run out first, then revocations count, then decisions take effect. */
function stepOf({ kind }: LifeEvent): number {
  return kind === 'expire' ? 0 : kind === 'revoke' ? 1 : 2
}
