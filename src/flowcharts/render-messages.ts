import type { FlowchartFault, WrittenFlowchart } from '../domain/written-flowchart.ts'

/** One chart to draw; the worker gets the next one when it has answered. */
export interface DrawJob {
  source: string
  /** What the ids in the picture begin with. */
  id: string
}

export type DrawAnswer =
  | { kind: 'drawn'; svg: string }
  | { kind: 'fault'; fault: FlowchartFault }
  /** What the gate found. */
  | { kind: 'forbidden'; forbidden: string[] }
  | { kind: 'failed'; cause: string }

/** One source to read. */
export interface ReadJob {
  source: string
}

export type ReadAnswer =
  | { kind: 'read'; chart: WrittenFlowchart }
  | { kind: 'fault'; fault: FlowchartFault }
  | { kind: 'failed'; cause: string }
