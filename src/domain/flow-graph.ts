import type { OptionalDuration, Procedure, Step } from '../schema/types.ts'
import { readWays, type Ways } from './procedure-ways.ts'

/** A step of a procedure or of a hand-written chart, as the rules on flows see it. */
export interface FlowNode {
  kind: Step['kind']
  /** JSON pointer in the item. */
  path: string
  name: string
  /** Everything that is written at the step. */
  words: string
  /** Name of its lane or box; `null`: none. */
  lane: string | null
  phase: Step['phase']
  outcome: Step['outcome']
  limit: OptionalDuration
  special: Step['specialProcedure']
}

/** One shape for both: steps and ways of a procedure, or of a chart that was written by hand. */
export interface FlowGraph extends Ways<FlowNode> {
  from: 'procedure' | 'mermaid'
  /** How many steps of kind `start` are written. */
  startCount: number
}

/** A procedure as a graph; of two steps with one id the first counts. */
export function graphOfProcedure(procedure: Procedure): FlowGraph {
  const { steps, out, start } = readWays(procedure)
  const lanes = new Map(procedure.lanes.map(({ id, name }) => [id, name]))
  const indexes = new Map(procedure.steps.map((step, index) => [step, index]))
  const nodes = steps.map((step) => nodeOf(step, lanes.get(step.lane) ?? null, indexes.get(step) ?? 0))
  // A start given twice is two starts, although the second of one id is left out.
  const given = procedure.steps.filter(({ kind }) => kind === 'start').length
  return { from: 'procedure', steps: nodes, out, start, startCount: given }
}

function nodeOf(step: Step, lane: string | null, index: number): FlowNode {
  const { kind, name, phase, outcome, limit, specialProcedure: special, description } = step
  const words = description === null ? name : `${name} ${description}`
  return { kind, path: `/procedure/steps/${index}`, name, words, lane, phase, outcome, limit, special }
}
