import Fraction from 'fraction.js'
import type { Conversion, LocalId, OptionalDuration, Procedure, Step } from '../schema/types.ts'
import { toWorkingDays } from './durations.ts'
import { readWays, type Ways, withoutCorrections } from './procedure-ways.ts'
import { findCircles, findDeadPlaces, findLongestWay, findUnreachable, orderPlaces } from './ways-search.ts'

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

/** Ids of steps that no way leads to from the start; every step when there is no start. */
export function findUnreachableSteps(procedure: Procedure): LocalId[] {
  const ways = readWays(procedure)
  return idsOf(ways, findUnreachable(ways))
}

/** Ids of steps from which no way leads to an end. */
export function findDeadEnds(procedure: Procedure): LocalId[] {
  const ways = readWays(procedure)
  return idsOf(ways, findDeadPlaces(ways))
}

/** Steps that run in circles, each circle by the ids of its steps; correction loops back to the application are no such circles. */
export function findLoops(procedure: Procedure): LocalId[][] {
  const ways = withoutCorrections(readWays(procedure))
  return findCircles(ways).map((circle) => idsOf(ways, circle))
}

/** The way from the start that takes longest. */
export interface LongestPath {
  /** In working days; a step without a limit takes none, and special procedures do not count (行政许可法 第四十五条). */
  days: Fraction
  steps: LocalId[]
}

/** The longest way by the limits of its steps, correction loops and other circles cut. Nothing without a start. */
export function findLongestPath(procedure: Procedure, conversion: Conversion): LongestPath {
  const ways = readWays(procedure)
  const { days, places } = findLongestWay(ways, (place) => daysOf(ways.steps[place], conversion))
  return { days, steps: idsOf(ways, places) }
}

function daysOf(step: Step | undefined, conversion: Conversion): Fraction {
  if (step === undefined || step.kind === 'special' || step.limit === null) return new Fraction(0)
  return toWorkingDays(step.limit, conversion)
}

function idsOf({ steps }: Ways, places: readonly number[]): LocalId[] {
  return places.flatMap((place) => steps[place]?.id ?? [])
}
