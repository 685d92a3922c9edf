import { isSameDocument } from '../same-document.ts'
import type { EditionContent } from './edition-fields.ts'
import { editionFields } from './edition-fields.ts'
import { matchRows, type RowMatch } from './match-rows.ts'
import { nameRow } from './name-row.ts'

/** One difference between two contents. */
export interface ContentChange {
  /** JSON pointer in the later content; of what was removed, in the earlier. */
  pointer: string
  /** What the innermost row around it is called: the name of the material, the mark of the step. */
  label?: string
  /** `added` and `removed`: a row, or a field that had nothing or has nothing now. `moved`: a row stands elsewhere among those that stayed. */
  kind: 'added' | 'removed' | 'changed' | 'moved'
  /** The value before; of a moved row its place, counted from 1. */
  before: unknown
  after: unknown
}

/** Two values of one place, and where that is. */
interface Place {
  pointer: string
  label?: string
  before: unknown
  after: unknown
}

/**
 * What differs between two contents, the rows of a list known by their names and not by their places.
 *
 * Empty exactly when the contents say the same. Seen from the other side there are as many differences, `added` and `removed` exchanged.
 * The order is that of the top-level fields, inside one that of the documents themselves.
 */
export function compareContents(before: EditionContent, after: EditionContent): ContentChange[] {
  return editionFields.flatMap((field) =>
    compareValues({ pointer: `/${field}`, before: before[field], after: after[field] }),
  )
}

function compareValues(place: Place): ContentChange[] {
  const { before, after } = place
  if (isSameDocument(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(place, before, after)
  if (!isGroup(before) || !isGroup(after)) return [{ ...place, kind: kindOf(before, after) }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) =>
    compareValues({ ...place, pointer: `${place.pointer}/${key}`, before: before[key], after: after[key] }),
  )
}

function kindOf(before: unknown, after: unknown): ContentChange['kind'] {
  if (isNothing(before)) return isNothing(after) ? 'changed' : 'added'
  return isNothing(after) ? 'removed' : 'changed'
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

/** An object whose fields are told apart; a duration is one value. */
function isGroup(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !Object.keys(value).every((key) => key === 'amount' || key === 'unit')
}

/** Removed rows first, then the rows of `after` in their order: where each is new, moved, or changed inside. */
function compareLists(place: Place, before: readonly unknown[], after: readonly unknown[]): ContentChange[] {
  const matches = matchRows(before, after)
  const [kept, byPlace] = [
    new Set(matches.map((match) => match.before)),
    new Map(matches.map((one) => [one.after, one])),
  ]
  const unmoved = longestRising(matches)
  const removed = before.flatMap((row, index) => (kept.has(index) ? [] : [rowChange(place, { index, row }, 'removed')]))
  const others = after.flatMap((row, index) => {
    const match = byPlace.get(index)
    if (match === undefined) return [rowChange(place, { index, row }, 'added')]
    const spot = { pointer: `${place.pointer}/${index}`, label: nameRow(row) || nameRow(before[match.before]) }
    const move = { ...spot, kind: 'moved', before: match.before + 1, after: index + 1 } as const
    return [
      ...(unmoved.has(match) ? [] : [move]),
      ...compareValues({ ...spot, before: before[match.before], after: row }),
    ]
  })
  return [...removed, ...others]
}

function rowChange(place: Place, at: { index: number; row: unknown }, kind: 'added' | 'removed'): ContentChange {
  const spot = { pointer: `${place.pointer}/${at.index}`, label: nameRow(at.row), kind }
  return kind === 'added' ? { ...spot, before: null, after: at.row } : { ...spot, before: at.row, after: null }
}

/** The most rows that keep their order to one another; the others are said to have moved. `matches` in the order of `after`. */
function longestRising(matches: readonly RowMatch[]): Set<RowMatch> {
  const lengths: number[] = []
  for (const [index, match] of matches.entries()) {
    const earlier = matches.slice(0, index).map((one, at) => (one.before < match.before ? (lengths[at] ?? 0) : 0))
    lengths.push(1 + Math.max(0, ...earlier))
  }
  const chosen = new Set<RowMatch>()
  let wanted = Math.max(0, ...lengths)
  let below = Number.POSITIVE_INFINITY
  for (const [index, match] of [...matches.entries()].reverse()) {
    if (lengths[index] !== wanted || match.before >= below) continue
    chosen.add(match)
    below = match.before
    wanted -= 1
  }
  return chosen
}
