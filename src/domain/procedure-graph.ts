import Fraction from 'fraction.js'
import type { Conversion, LocalId, OptionalDuration, Procedure, Step } from '../schema/types.ts'
import { toWorkingDays } from './durations.ts'
import { backward, forward, reach, readWays, type Ways, withoutCircles, withoutCorrections } from './procedure-ways.ts'

/** A step as readers see it in the list beside the picture. */
export interface FlowStep {
  id: string
  name: string
  /** Name of the lane. */
  lane: string
  kind: string
  phase: string | null
  limit: OptionalDuration
  post: string | null
  description: string | null
  outcome: string | null
  /** Ways on, with the number of the next step in this list (1-based) and the condition. */
  next: { number: number; when: string | null }[]
}

/** The steps as an ordered list, numbered by their place in it, with the ways on; garbled references are left out. */
export function listFlowSteps(procedure: Procedure): FlowStep[] {
  const ways = readWays(procedure)
  const order = orderPlaces(ways)
  const numbers = new Map(order.map((place, index) => [place, index + 1]))
  const lanes = new Map(procedure.lanes.map(({ id, name }) => [id, name]))
  return order.flatMap((place) => {
    const step = ways.steps[place]
    if (step === undefined) return []
    const next = (ways.out[place] ?? []).map(({ to, when }) => ({ number: numbers.get(to) ?? 0, when }))
    return [toFlowStep(step, lanes.get(step.lane) ?? step.lane, next)]
  })
}

function toFlowStep(step: Step, lane: string, next: FlowStep['next']): FlowStep {
  const { id, name, kind, phase, limit, post, description, outcome } = step
  return { id, name, lane, kind, phase, limit, post, description, outcome, next }
}

/** Ids of the steps so that every step comes after those that lead to it, and otherwise as written; what cannot be reached comes last. */
export function orderSteps(procedure: Procedure): LocalId[] {
  const ways = readWays(procedure)
  return idsOf(ways, orderPlaces(ways))
}

function orderPlaces(ways: Ways): number[] {
  const plain = withoutCircles(withoutCorrections(ways))
  const reached = reach(ways.start === null ? [] : [ways.start], forward(plain))
  const waiting = countWaysIn(plain, reached)
  const order: number[] = []
  const left = new Set(reached)
  while (left.size > 0) {
    // Without circles a step that waits for nothing always remains; the smallest place keeps the order written.
    const place = Math.min(...[...left].filter((one) => waiting.get(one) === 0))
    left.delete(place)
    order.push(place)
    for (const to of forward(plain)(place)) waiting.set(to, (waiting.get(to) ?? 0) - 1)
  }
  return [...order, ...[...ways.steps.keys()].filter((place) => !reached.has(place))]
}

function countWaysIn(ways: Ways, among: ReadonlySet<number>): Map<number, number> {
  const count = new Map([...among].map((place) => [place, 0]))
  for (const place of among) for (const to of forward(ways)(place)) count.set(to, (count.get(to) ?? 0) + 1)
  return count
}

/** Ids of steps that no way leads to from the start; every step when there is no start. */
export function findUnreachableSteps(procedure: Procedure): LocalId[] {
  const ways = readWays(procedure)
  const reached = reach(ways.start === null ? [] : [ways.start], forward(ways))
  return idsOf(
    ways,
    [...ways.steps.keys()].filter((place) => !reached.has(place)),
  )
}

/** Ids of steps from which no way leads to an end. */
export function findDeadEnds(procedure: Procedure): LocalId[] {
  const ways = readWays(procedure)
  const ends = [...ways.steps.keys()].filter((place) => ways.steps[place]?.kind === 'end')
  const leading = reach(ends, backward(ways))
  return idsOf(
    ways,
    [...ways.steps.keys()].filter((place) => !leading.has(place)),
  )
}

/** Steps that run in circles, each circle by the ids of its steps; correction loops back to the application are no such circles. */
export function findLoops(procedure: Procedure): LocalId[][] {
  const ways = withoutCorrections(readWays(procedure))
  const into = backward(ways)
  const grouped = new Set<number>()
  const loops: LocalId[][] = []
  for (const place of ways.steps.keys()) {
    if (grouped.has(place)) continue
    const after = reach(forward(ways)(place), forward(ways))
    if (!after.has(place)) continue
    const before = reach([place], into)
    const circle = [...after].filter((one) => before.has(one)).sort((a, b) => a - b)
    for (const one of circle) grouped.add(one)
    loops.push(idsOf(ways, circle))
  }
  return loops
}

/** The way from the start that takes longest. */
export interface LongestPath {
  /** In working days; a step without a limit takes none, and special procedures do not count (行政许可法 第四十五条). */
  days: Fraction
  steps: LocalId[]
}

/** The longest way by the limits of its steps, correction loops and other circles cut. Nothing without a start. */
export function findLongestPath(procedure: Procedure, conversion: Conversion): LongestPath {
  const ways = withoutCircles(withoutCorrections(readWays(procedure)))
  if (ways.start === null) return { days: new Fraction(0), steps: [] }
  const best = measurePlaces(ways, conversion)
  let last = ways.start
  for (const [place, { days }] of best) if (days.compare(best.get(last)?.days ?? 0) > 0) last = place
  const path: number[] = []
  for (let place: number | null = last; place !== null; place = best.get(place)?.from ?? null) path.unshift(place)
  return { days: best.get(last)?.days ?? new Fraction(0), steps: idsOf(ways, path) }
}

function measurePlaces(ways: Ways, conversion: Conversion): Map<number, { days: Fraction; from: number | null }> {
  const taken = (place: number) => daysOf(ways.steps[place], conversion)
  const start = ways.start ?? 0
  const best = new Map<number, { days: Fraction; from: number | null }>([[start, { days: taken(start), from: null }]])
  for (const place of orderPlaces(ways)) {
    const here = best.get(place)
    if (here === undefined) continue
    for (const { to } of ways.out[place] ?? []) {
      const days = here.days.add(taken(to))
      const known = best.get(to)
      if (known === undefined || days.compare(known.days) > 0) best.set(to, { days, from: place })
    }
  }
  return best
}

function daysOf(step: Step | undefined, conversion: Conversion): Fraction {
  if (step === undefined || step.kind === 'special' || step.limit === null) return new Fraction(0)
  return toWorkingDays(step.limit, conversion)
}

function idsOf({ steps }: Ways, places: readonly number[]): LocalId[] {
  return places.flatMap((place) => steps[place]?.id ?? [])
}
