import { isSameDocument } from '../same-document.ts'
import { nameRow } from './name-row.ts'

/** Two places of one row: in the list before and in the list after. */
export interface RowMatch {
  before: number
  after: number
}

/** A row whose name changed is the same row when its names share at least that much. */
const LEAST_LIKENESS = 0.5
/** Lists that differ in more rows than this, multiplied, are not searched for similar names. */
const MOST_PAIRS = 40_000

/**
 * Which row of one list is which row of another, whatever their order: equal rows first, then rows of one name, then rows of similar names.
 *
 * Matching is the same in both directions; in the order of `after`.
 */
export function matchRows(before: readonly unknown[], after: readonly unknown[]): RowMatch[] {
  const open = { before: [...before.keys()], after: [...after.keys()] }
  const matches: RowMatch[] = []
  const take = (found: readonly RowMatch[]) => {
    matches.push(...found)
    open.before = open.before.filter((index) => !found.some((match) => match.before === index))
    open.after = open.after.filter((index) => !found.some((match) => match.after === index))
  }
  const lists = { before, after }
  take(pairUp(open, (one, other) => isSameDocument(before[one], after[other])))
  take(pairUp(open, (one, other) => nameRow(before[one]) === nameRow(after[other])))
  take(pairSimilar(open, lists))
  return matches.sort((one, other) => one.after - other.after)
}

interface OpenRows {
  before: readonly number[]
  after: readonly number[]
}

/** The first with the first that is the same, the second with the second. */
function pairUp(open: OpenRows, isSame: (before: number, after: number) => boolean): RowMatch[] {
  const left = new Set(open.before)
  return open.after.flatMap((after) => {
    const before = [...left].find((index) => isSame(index, after))
    if (before === undefined) return []
    left.delete(before)
    return [{ before, after }]
  })
}

/** The likest first; of equally like ones the nearest to the top. */
function pairSimilar(open: OpenRows, lists: { before: readonly unknown[]; after: readonly unknown[] }): RowMatch[] {
  if (open.before.length * open.after.length > MOST_PAIRS) return []
  const pairsOf = (list: readonly unknown[], index: number) => bigramsOf(nameRow(list[index]))
  const names = new Map(open.after.map((index) => [index, pairsOf(lists.after, index)]))
  const candidates = open.before.flatMap((before) => {
    const name = pairsOf(lists.before, before)
    return [...names].map(([after, other]) => ({ before, after, likeness: likenessOf(name, other) }))
  })
  return chooseEachOnce(candidates.filter(({ likeness }) => likeness >= LEAST_LIKENESS).sort(likestFirst))
}

interface Candidate extends RowMatch {
  likeness: number
}

function likestFirst(one: Candidate, other: Candidate): number {
  const distance = (pair: Candidate) => Math.abs(pair.before - pair.after)
  const sum = (pair: Candidate) => pair.before + pair.after
  return other.likeness - one.likeness || sum(one) - sum(other) || distance(one) - distance(other)
}

function chooseEachOnce(candidates: readonly Candidate[]): RowMatch[] {
  const taken = { before: new Set<number>(), after: new Set<number>() }
  return candidates.flatMap(({ before, after }) => {
    if (taken.before.has(before) || taken.after.has(after)) return []
    taken.before.add(before)
    taken.after.add(after)
    return [{ before, after }]
  })
}

function bigramsOf(name: string): Set<string> {
  const signs = [...name]
  return new Set(signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))
}

/** Dice coefficient over pairs of neighbouring signs: 0 nothing in common, 1 the same. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  const shared = [...one].filter((pair) => other.has(pair)).length
  return (2 * shared) / (one.size + other.size)
}
