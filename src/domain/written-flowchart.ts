/** The outline of a step in hand-written Mermaid source, as far as it has a meaning. */
export type NodeShape = 'terminal' | 'decision' | 'special' | 'task'

/** A step of a hand-written flowchart. */
export interface WrittenNode {
  id: string
  /** Its text with spaces for line breaks; the id when it has none. */
  label: string
  /** The lines of the text. */
  lines: string[]
  shape: NodeShape
  /** Place of its box in `boxes`; `null`: in none. */
  box: number | null
  /** Other texts that the source gives the same id; Mermaid draws the last one. */
  otherLabels: string[]
}

/** A line between two steps, by their places in `nodes`. */
export interface WrittenEdge {
  from: number
  to: number
  /** `null`: no words on it. */
  label: string | null
}

/** What Mermaid's own parser understands of hand-written source. */
export interface WrittenFlowchart {
  /** Words for screen readers; `null`: none. */
  title: string | null
  description: string | null
  nodes: WrittenNode[]
  edges: WrittenEdge[]
  /** Titles of the boxes (subgraph). */
  boxes: string[]
}

/** Why a source cannot be read, and where: 1-based. */
export interface FlowchartFault {
  line: number
  column: number
  reason: string
  /** A bare bracket or quotation mark inside a text, or a word of Mermaid's used as the name of a step; `null`: something else. */
  cause: 'bare-sign' | 'reserved-word' | null
  /** The sign or word at which reading stopped; empty at the end of the source. */
  found: string
}

export type FlowchartReading = { chart: WrittenFlowchart; fault?: never } | { fault: FlowchartFault; chart?: never }
