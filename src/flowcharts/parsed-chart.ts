import type { NodeShape, WrittenEdge, WrittenFlowchart, WrittenNode } from '../domain/written-flowchart.ts'
import { decodeEntities } from './entities.ts'

interface Vertex {
  id: string
  text?: string
  type?: string
}
interface Box {
  id: string
  title: string
  nodes: string[]
}

/** What Mermaid's parser leaves behind of a flowchart. */
export interface ParsedChart {
  addVertex(id: string, label: { text: unknown } | undefined, ...rest: unknown[]): void
  getVertices(): Map<string, Vertex>
  getEdges(): { start: string; end: string; text: string }[]
  getSubGraphs(): Box[]
  getAccTitle(): string
  getAccDescription(): string
}

const shapes: Readonly<Record<string, NodeShape>> = {
  stadium: 'terminal',
  circle: 'terminal',
  doublecircle: 'terminal',
  diamond: 'decision',
  subroutine: 'special',
}

/**
 * The chart in our own words. A line to or from a box is a line to each of its first steps or from each of its last ones.
 *
 * @param given every text that the source gives a step, in order; Mermaid keeps the last.
 */
export function chartOf(parsed: ParsedChart, given: readonly { id: string; text: string }[]): WrittenFlowchart {
  const boxes = parsed.getSubGraphs()
  const boxIds = new Set(boxes.map(({ id }) => id))
  const vertices = [...parsed.getVertices().values()].filter(({ id }) => !boxIds.has(id))
  const boxOf = new Map(boxes.flatMap(({ nodes }, place) => nodes.map((id) => [id, place] as const)))
  const texts = textsOf(given)
  const nodes = vertices.map((vertex) => nodeOf(vertex, boxOf.get(vertex.id) ?? null, texts.get(vertex.id)))
  return {
    title: parsed.getAccTitle().trim() || null,
    description: parsed.getAccDescription().trim() || null,
    nodes,
    edges: edgesOf(parsed, nodes, boxes),
    boxes: boxes.map(({ title }) => linesOf(title).join(' ')),
  }
}

function textsOf(given: readonly { id: string; text: string }[]): Map<string, Set<string>> {
  const texts = new Map<string, Set<string>>()
  for (const { id, text } of given) {
    const known = texts.get(id) ?? new Set()
    texts.set(id, known.add(linesOf(text).join(' ')))
  }
  return texts
}

function nodeOf({ id, text, type }: Vertex, box: number | null, texts: ReadonlySet<string> = new Set()): WrittenNode {
  const lines = linesOf(text ?? id)
  const label = lines.join(' ')
  const otherLabels = [...texts].filter((other) => other !== label)
  return { id, label, lines, shape: shapes[type ?? ''] ?? 'task', box, otherLabels }
}

/** Mermaid parts lines by `<br/>` and by line ends, and marks entities by signs of its own. */
function linesOf(text: string): string[] {
  const plain = decodeEntities(text.replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';'))
  return plain
    .split(/<br\s*\/?>|\n|\\n/i)
    .map((line) => line.replace(/\u200c/g, '').trim())
    .filter((line) => line !== '')
}

function edgesOf(parsed: ParsedChart, nodes: readonly WrittenNode[], boxes: readonly Box[]): WrittenEdge[] {
  const places = new Map(nodes.map(({ id }, place) => [id, place]))
  const lines = parsed.getEdges()
  const within = boxes.map((box) => placesIn(box, boxes, places))
  const boxPlaces = new Map(boxes.map(({ id }, place) => [id, place]))
  const ends = (id: string, side: 'first' | 'last'): number[] => {
    const place = places.get(id)
    if (place !== undefined) return [place]
    const inside = within[boxPlaces.get(id) ?? -1]
    return inside === undefined ? [] : edgeOfBox(inside, side, lines, places)
  }
  return lines.flatMap(({ start, end, text }) => {
    const label = linesOf(text.replace(/^\|(.*)\|$/s, '$1')).join(' ') || null
    return ends(start, 'last').flatMap((from) => ends(end, 'first').map((to) => ({ from, to, label })))
  })
}

function placesIn(box: Box, boxes: readonly Box[], places: ReadonlyMap<string, number>): Set<number> {
  const found = new Set<number>()
  const open = [box]
  const seen = new Set<Box>(open)
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    for (const id of here.nodes) {
      const place = places.get(id)
      if (place !== undefined) found.add(place)
      const inner = boxes.find((other) => other.id === id)
      if (inner !== undefined && !seen.has(inner)) open.push(inner)
      if (inner !== undefined) seen.add(inner)
    }
  }
  return found
}

/** The steps of a box that no other step of it leads to, or that lead to none of it; all of them when it runs in a circle. */
function edgeOfBox(
  inside: ReadonlySet<number>,
  side: 'first' | 'last',
  lines: readonly { start: string; end: string }[],
  places: ReadonlyMap<string, number>,
): number[] {
  const inner = new Set<number>()
  for (const { start, end } of lines) {
    const from = places.get(start)
    const to = places.get(end)
    if (from === undefined || to === undefined || !inside.has(from) || !inside.has(to)) continue
    inner.add(side === 'first' ? to : from)
  }
  const outer = [...inside].filter((place) => !inner.has(place))
  return outer.length > 0 ? outer : [...inside]
}
