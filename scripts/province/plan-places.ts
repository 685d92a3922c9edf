import type { AdjustmentDecision, ApprovalItem } from '../../src/schema/types.ts'
import type { Place, Places } from './read-places.ts'
import type { Sample } from './read-sample.ts'
import { createRandom } from './seeded-random.ts'

/** An item that a place has: one of the sample, whole or one of its cases. */
export interface PlannedItem {
  item: ApprovalItem
  /** Its place in the sample, from 0. */
  position: number
  /** 0: the whole item; else the number of its case. */
  part: number
}

export interface PlannedPlace {
  place: Place
  items: PlannedItem[]
}

/** Items that a place has at most before another place is opened: as many as the sample has in force. */
const usualItems = 432

/**
 * How many items each place has, `size` in all: 432 for each place until every place is there, then more for each.
 *
 * @throws Error when the places do not suffice for so many.
 */
export function sharePlaces({ items }: Sample, { places, cases }: Places, size: number) {
  const count = Math.min(places.length, Math.max(1, Math.ceil(size / usualItems)))
  const most = count * items.length * (cases.length + 1)
  if (size > most) throw new Error(`${places.length} places have no more than ${most} items`)
  return places
    .slice(0, count)
    .map((place, index) => ({ place, share: Math.floor(size / count) + (index < size % count ? 1 : 0) }))
}

/**
 * Which items a place has. One with fewer than the sample leaves out some at random, those of which decisions speak last; one with more has cases of
 * each as well.
 */
export function planPlace(
  { items, decisions }: Sample,
  { place, share }: { place: Place; share: number },
  seed: string,
): PlannedPlace {
  const all = items.map((item, position) => ({ item, position }))
  const rounds = Math.ceil(share / all.length)
  const planned = Array.from({ length: rounds }, (_, part) => all.map((found) => ({ ...found, part }))).flat()
  if (rounds > 1) return { place, items: planned.slice(0, share) }
  const kept = new Set(leaveOut(items, share, { decided: codesOf(decisions), seed: `${seed} ${place.number}` }))
  return { place, items: planned.filter(({ item }) => kept.has(item)) }
}

/** As many items as wanted: those with decisions and main items first, the others at random. */
function leaveOut(
  items: readonly ApprovalItem[],
  share: number,
  { decided, seed }: { decided: ReadonlySet<string>; seed: string },
): ApprovalItem[] {
  const random = createRandom(`${seed} items`)
  const parents = new Set(items.map(({ parent }) => parent))
  const ranked = items.map((item) => {
    const isNeeded = decided.has(item.code) || parents.has(item.code)
    return { item, rank: random.next() + (parents.has(item.code) ? 2 : 0) + (isNeeded ? 1 : 0) }
  })
  return ranked
    .sort((one, other) => other.rank - one.rank)
    .slice(0, share)
    .map(({ item }) => item)
}

/** Codes of which decisions say more than that they stay. */
function codesOf(decisions: readonly AdjustmentDecision[]): ReadonlySet<string> {
  const rows = decisions.flatMap(({ actions }) => actions.filter(({ action }) => action !== 'retain'))
  const codes = rows.flatMap((row) => JSON.stringify(row).match(/[a-z][a-z0-9]*-\d{3,}/g) ?? [])
  return new Set(codes)
}
