import type { FlowGraph, FlowNode } from './flow-graph.ts'
import { certainByName, findSpecialIn, isEnding, limitIn, outcomeIn, phasesIn } from './flow-words.ts'
import { forward, reach, type Way } from './procedure-ways.ts'
import type { WrittenFlowchart, WrittenNode } from './written-flowchart.ts'

/** Ways into and out of a step. */
interface Degree {
  into: number
  out: number
}

/**
 * A hand-written chart as a graph. Mermaid knows no starts and ends: rounded steps with no way in or none out are such; where none is
 * rounded, any step without a way in begins. A step without a way out ends when it is rounded or its words say so, or when no step does.
 */
export function graphOfChart(chart: WrittenFlowchart): FlowGraph {
  const out: Way[][] = chart.nodes.map(() => [])
  for (const [flow, { from, to, label }] of chart.edges.entries()) out[from]?.push({ to, flow, when: label })
  const degrees = degreesOf(chart)
  const starts = findStarts(chart, { out, degrees })
  const ends = findEnds(chart.nodes, degrees)
  const nodes = chart.nodes.map((node, place) => {
    const kind = starts.has(place) ? 'start' : ends.has(place) ? 'end' : kindOf(node)
    return nodeOf(node, kind, chart)
  })
  return { from: 'mermaid', steps: nodes, out, start: [...starts][0] ?? null, startCount: starts.size }
}

function degreesOf({ nodes, edges }: WrittenFlowchart): Degree[] {
  const degrees: Degree[] = nodes.map(() => ({ into: 0, out: 0 }))
  for (const { from, to } of edges) {
    const [source, target] = [degrees[from], degrees[to]]
    if (source === undefined || target === undefined || from === to) continue
    source.out += 1
    target.into += 1
  }
  return degrees
}

function findStarts(
  { nodes, edges }: WrittenFlowchart,
  { out, degrees }: { out: readonly (readonly Way[])[]; degrees: readonly Degree[] },
): Set<number> {
  const leading = [...nodes.keys()].filter((place) => (degrees[place]?.out ?? 0) > 0)
  const rounded = leading.filter((place) => nodes[place]?.shape === 'terminal')
  const isFirst = (place: number) => degrees[place]?.into === 0
  // An application that corrections come back to has ways in as well, from where it leads to.
  const into = sourcesOf(edges)
  const roundedFirst: number[] = []
  const covered = new Set<number>()
  for (const place of rounded) {
    if (covered.has(place)) continue
    const after = reach([place], forward({ out }))
    if (!(into.get(place) ?? []).every((source) => after.has(source))) continue
    roundedFirst.push(place)
    for (const one of after) covered.add(one)
  }
  if (roundedFirst.length > 0) return new Set(roundedFirst)
  if (rounded.length > 0) return new Set(rounded.slice(0, 1))
  const first = leading.filter(isFirst)
  if (first.length > 0) return new Set(first)
  const applying = leading.find((place) => /申请|开始|提交/.test(nodes[place]?.label ?? ''))
  return new Set(applying === undefined ? [] : [applying])
}

/** Places of the steps that lead to each step. */
function sourcesOf(edges: WrittenFlowchart['edges']): Map<number, number[]> {
  const into = new Map<number, number[]>()
  for (const { from, to } of edges) into.set(to, [...(into.get(to) ?? []), from])
  return into
}

function findEnds(nodes: readonly WrittenNode[], degrees: readonly Degree[]): Set<number> {
  const last = [...nodes.keys()].filter((place) => degrees[place]?.out === 0 && degrees[place]?.into !== 0)
  const marked = last.filter((place) => nodes[place]?.shape === 'terminal' || isEnding(nodes[place]?.label ?? ''))
  return new Set(marked.length > 0 ? marked : last)
}

function kindOf({ shape, label }: WrittenNode): FlowNode['kind'] {
  if (shape === 'decision') return 'decision'
  return shape === 'special' && findSpecialIn(label) !== undefined ? 'special' : 'task'
}

function nodeOf(node: WrittenNode, kind: FlowNode['kind'], { boxes }: WrittenFlowchart): FlowNode {
  const { label, lines, box } = node
  const name = (lines[0] ?? label).replace(/[（(][^（）()]*[）)]$/, '') || label
  const spoken = phasesIn(label)
  return {
    kind,
    path: '/mermaid',
    name,
    words: label,
    lane: box === null ? null : (boxes[box] ?? null),
    phase: spoken.length === 1 ? (spoken[0] ?? null) : null,
    outcome: kind === 'end' ? outcomeIn(label) : null,
    limit: limitIn(lines),
    special: specialOf(kind, name),
  }
}

function specialOf(kind: FlowNode['kind'], name: string): FlowNode['special'] {
  const spoken = findSpecialIn(name)
  return spoken !== undefined && (kind === 'special' || (kind === 'task' && certainByName.includes(spoken)))
    ? spoken
    : null
}
