import Fraction from 'fraction.js'
import { backward, forward, reach, type Ways, withoutCircles, withoutCorrections } from './procedure-ways.ts'
import { SmallestFirst } from './smallest-first.ts'

/** Questions to the ways between steps. Every answer takes time in proportion to the steps and ways, and no recursion. */

/** Places so that every step comes after those that lead to it, and otherwise as written; what cannot be reached comes last. */
export function orderPlaces(ways: Ways<unknown>): number[] {
  const plain = withoutCircles(withoutCorrections(ways))
  const next = forward(plain)
  const reached = reach(ways.start === null ? [] : [ways.start], next)
  const waiting = new Map([...reached].map((place) => [place, 0]))
  for (const place of reached) for (const to of next(place)) waiting.set(to, (waiting.get(to) ?? 0) + 1)
  const ready = new SmallestFirst()
  for (const place of reached) if (waiting.get(place) === 0) ready.put(place)
  const order: number[] = []
  for (let place = ready.take(); place !== undefined; place = ready.take()) {
    order.push(place)
    for (const to of next(place)) {
      const left = (waiting.get(to) ?? 0) - 1
      waiting.set(to, left)
      if (left === 0) ready.put(to)
    }
  }
  return [...order, ...[...ways.steps.keys()].filter((place) => !reached.has(place))]
}

/** Places that no way leads to from the start; every place when there is no start. */
export function findUnreachable(ways: Ways<unknown>): number[] {
  const reached = reach(ways.start === null ? [] : [ways.start], forward(ways))
  return [...ways.steps.keys()].filter((place) => !reached.has(place))
}

/** Places from which no way leads to an end. */
export function findDeadPlaces(ways: Ways<{ kind: string }>): number[] {
  const ends = [...ways.steps.keys()].filter((place) => ways.steps[place]?.kind === 'end')
  const leading = reach(ends, backward(ways))
  return [...ways.steps.keys()].filter((place) => !leading.has(place))
}

/** Steps that run in circles: each circle by the places of its steps in the order written, the circles by their first step. */
export function findCircles(ways: Ways<unknown>): number[][] {
  const circles: number[][] = []
  const search = new CircleSearch(ways)
  for (const place of ways.steps.keys()) search.walk(place, (circle) => circles.push(circle.sort((a, b) => a - b)))
  return circles.sort(([a = 0], [b = 0]) => a - b)
}

/** Tarjan's search for parts in which every step leads to every other. */
class CircleSearch {
  readonly #ways: Ways<unknown>
  /** When a place was first seen, from 1; 0: not yet. */
  readonly #seen: Int32Array
  /** The earliest place still open that can be reached from here. */
  readonly #low: Int32Array
  readonly #isOpen: Uint8Array
  readonly #open: number[] = []
  #count = 0

  constructor(ways: Ways<unknown>) {
    const { length } = ways.steps
    this.#ways = ways
    this.#seen = new Int32Array(length)
    this.#low = new Int32Array(length)
    this.#isOpen = new Uint8Array(length)
  }

  walk(root: number, found: (circle: number[]) => void): void {
    if (this.#seen[root] !== 0) return
    const path = [this.#enter(root)]
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const to = this.#ways.out[here.place]?.[here.turn]?.to
      here.turn += 1
      if (to === undefined) {
        path.pop()
        const before = path.at(-1)
        if (before !== undefined) this.#lower(before.place, this.#low[here.place] ?? 0)
        this.#leave(here.place, found)
      } else if (this.#seen[to] === 0) path.push(this.#enter(to))
      else if (this.#isOpen[to] === 1) this.#lower(here.place, this.#seen[to] ?? 0)
    }
  }

  #enter(place: number): { place: number; turn: number } {
    this.#count += 1
    this.#seen[place] = this.#count
    this.#low[place] = this.#count
    this.#isOpen[place] = 1
    this.#open.push(place)
    return { place, turn: 0 }
  }

  #lower(place: number, value: number): void {
    if (value < (this.#low[place] ?? 0)) this.#low[place] = value
  }

  #leave(place: number, found: (circle: number[]) => void): void {
    if (this.#low[place] !== this.#seen[place]) return
    const part: number[] = []
    for (let one = this.#open.pop(); one !== undefined; one = this.#open.pop()) {
      this.#isOpen[one] = 0
      part.push(one)
      if (one === place) break
    }
    const leadsToItself = (this.#ways.out[place] ?? []).some(({ to }) => to === place)
    if (part.length > 1 || leadsToItself) found(part)
  }
}

/**
 * The way from the start to an end that takes longest, by what each step takes, correction loops and other circles cut. Where no end
 * can be reached, to any step. Nothing without a start.
 */
export function findLongestWay(
  ways: Ways<{ kind: string }>,
  daysAt: (place: number) => Fraction,
): { days: Fraction; places: number[] } {
  const plain = withoutCircles(withoutCorrections(ways))
  if (plain.start === null) return { days: new Fraction(0), places: [] }
  const best = measurePlaces(plain, plain.start, daysAt)
  const ends = [...best.keys()].filter((place) => plain.steps[place]?.kind === 'end')
  const candidates = ends.length > 0 ? ends : [...best.keys()]
  let last = candidates[0] ?? plain.start
  let days = best.get(last)?.days ?? new Fraction(0)
  for (const place of candidates) {
    const here = best.get(place)?.days ?? days
    if (here.compare(days) > 0) [last, days] = [place, here]
  }
  const places: number[] = []
  for (let place: number | null = last; place !== null; place = best.get(place)?.from ?? null) places.push(place)
  return { days, places: places.reverse() }
}

function measurePlaces(
  ways: Ways<unknown>,
  start: number,
  daysAt: (place: number) => Fraction,
): Map<number, { days: Fraction; from: number | null }> {
  const best = new Map<number, { days: Fraction; from: number | null }>([[start, { days: daysAt(start), from: null }]])
  for (const place of orderPlaces(ways)) {
    const here = best.get(place)
    if (here === undefined) continue
    for (const { to } of ways.out[place] ?? []) {
      const days = here.days.add(daysAt(to))
      const known = best.get(to)
      if (known === undefined || days.compare(known.days) > 0) best.set(to, { days, from: place })
    }
  }
  return best
}
