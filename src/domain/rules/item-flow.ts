import type { ApprovalItem, Procedure } from '../../schema/types.ts'
import { graphOfChart } from '../chart-graph.ts'
import { type FlowGraph, type FlowNode, graphOfProcedure } from '../flow-graph.ts'
import type { WrittenFlowchart } from '../written-flowchart.ts'
import type { Breach, ItemContext, ItemRule, RuleContext } from './rule.ts'

const known = new WeakMap<Procedure | WrittenFlowchart, FlowGraph>()

/**
 * The flow of an item as a graph: its hand-written chart, which readers see, otherwise its procedure. `null`: it has neither, or its
 * chart was not read.
 */
export function flowOf({ procedure, mermaid }: ApprovalItem, { charts }: RuleContext): FlowGraph | null {
  if (mermaid === null) return procedure === null ? null : graphOf(procedure)
  const chart = charts.get(mermaid)?.chart
  return chart === undefined ? null : once(chart, graphOfChart)
}

/** A procedure as a graph, made once. */
export function graphOf(procedure: Procedure): FlowGraph {
  return once(procedure, graphOfProcedure)
}

/** Every rule on flows asks for the same graph. */
function once<Source extends Procedure | WrittenFlowchart>(
  source: Source,
  make: (source: Source) => FlowGraph,
): FlowGraph {
  const graph = known.get(source) ?? make(source)
  known.set(source, graph)
  return graph
}

/** A check of an item that looks at its flow and is quiet where there is none. */
export function onFlow(check: (flow: FlowGraph, context: ItemContext) => Breach[]): ItemRule['check'] {
  return (item, context) => {
    const flow = flowOf(item, context)
    return flow === null ? [] : check(flow, { ...context, item })
  }
}

/** Where a finding on the flow as a whole points. */
export function pathOf({ from }: FlowGraph): string {
  return from === 'procedure' ? '/procedure/steps' : '/mermaid'
}

/** A breach at each of these steps, with its name. */
export function breachesAt({ steps }: FlowGraph, places: readonly number[]): Breach[] {
  return places.flatMap((place) => {
    const node = steps[place]
    return node === undefined ? [] : [breachAtNode(node)]
  })
}

/** A breach at a step, with its name and more facts. */
export function breachAtNode({ path, name }: FlowNode, facts: Breach['facts'] = {}): Breach {
  return { path, facts: { name, ...facts } }
}
