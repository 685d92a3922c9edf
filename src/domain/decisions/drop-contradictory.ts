import type { AdjustmentDecision } from '../../schema/types.ts'
import { partsOf } from './decision-parts.ts'
import type { Life, TimedPart } from './fold-life.ts'
import type { ItemHead } from './standing.ts'

/** A row that cannot take hold on its day; its decision does not apply at all. */
export interface Contradiction {
  /** Id of the decision that cannot apply. */
  decision: string
  /** JSON pointer inside it. */
  pointer: string
  /** Code of the item. */
  item: string
  message: string
  /** Other decisions that name the item: one of them made it what it is on that day. */
  others: string[]
}

interface Folding {
  heads: ReadonlyMap<string, ItemHead>
  partsByItem: Map<string, TimedPart[]>
  lives: Map<string, Life>
  rank: ReadonlyMap<string, number>
  fold(code: string): void
  decisions: readonly AdjustmentDecision[]
}

/** Leaves out contradictory decisions, the earliest first: what contradicted only because of it may then stand. */
export function dropContradictory({ heads, partsByItem, lives, rank, fold, decisions }: Folding): Contradiction[] {
  const namedBy = namersOf(decisions)
  const contradictions: Contradiction[] = []
  const obstructed = new Map<string, Set<string>>()
  const note = (code: string) => {
    if (!heads.has(code)) for (const part of partsByItem.get(code) ?? []) add(part.decision, code)
    for (const { part } of lives.get(code)?.obstacles ?? []) add(part.decision, code)
  }
  const add = (decision: string, code: string) => {
    const codes = obstructed.get(decision)
    if (codes === undefined) obstructed.set(decision, new Set([code]))
    else codes.add(code)
  }
  const partsByDecision = new Map<string, Set<string>>()
  for (const code of partsByItem.keys()) note(code)
  if (obstructed.size === 0) return []
  for (const [code, parts] of partsByItem) {
    for (const { decision } of parts) {
      const codes = partsByDecision.get(decision)
      if (codes === undefined) partsByDecision.set(decision, new Set([code]))
      else codes.add(code)
    }
  }
  while (obstructed.size > 0) {
    const [first, codes] = earliest(obstructed, rank)
    for (const code of codes)
      contradictions.push(...contradictionsOf(first, code, { heads, partsByItem, lives, namedBy }))
    const touched = partsByDecision.get(first) ?? new Set()
    for (const code of touched) {
      for (const known of obstructed.values()) known.delete(code)
      const parts = (partsByItem.get(code) ?? []).filter(({ decision }) => decision !== first)
      partsByItem.set(code, parts)
      fold(code)
      note(code)
    }
    for (const [decision, known] of obstructed) if (known.size === 0) obstructed.delete(decision)
  }
  return contradictions
}

function earliest(obstructed: ReadonlyMap<string, Set<string>>, rank: ReadonlyMap<string, number>) {
  const rankOf = (id: string) => rank.get(id) ?? 0
  return [...obstructed].reduce((least, entry) => (rankOf(entry[0]) < rankOf(least[0]) ? entry : least))
}

function contradictionsOf(
  decision: string,
  code: string,
  {
    heads,
    partsByItem,
    lives,
    namedBy,
  }: Pick<Folding, 'heads' | 'partsByItem' | 'lives'> & { namedBy(code: string): string[] },
): Contradiction[] {
  const others = namedBy(code).filter((id) => id !== decision)
  const told = new Map<string, string>()
  if (!heads.has(code)) {
    const unknown = (partsByItem.get(code) ?? []).filter((part) => part.decision === decision)
    for (const { pointer } of unknown) told.set(pointer, `目录里没有事项 ${code}。`)
  }
  for (const { part, message } of lives.get(code)?.obstacles ?? []) {
    if (part.decision === decision && !told.has(part.pointer)) told.set(part.pointer, message)
  }
  return [...told].map(([pointer, message]) => ({ decision, pointer, item: code, message, others }))
}

/** Which decisions, in any stage, name an item. */
function namersOf(decisions: readonly AdjustmentDecision[]): (code: string) => string[] {
  let namers: Map<string, Set<string>> | undefined
  return (code) => {
    if (namers === undefined) {
      namers = new Map()
      for (const decision of decisions) {
        for (const part of partsOf(decision)) {
          const known = namers.get(part.code)
          if (known === undefined) namers.set(part.code, new Set([decision.id]))
          else known.add(decision.id)
        }
      }
    }
    return [...(namers.get(code) ?? [])]
  }
}
