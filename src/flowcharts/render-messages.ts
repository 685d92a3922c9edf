import type { SourceFault } from './syntax-error.ts'

/** One chart to draw; the worker gets the next one when it has answered. */
export interface WorkerJob {
  source: string
  /** What the ids in the picture begin with. */
  id: string
}

export type WorkerAnswer =
  | { kind: 'ready' }
  | { kind: 'drawn'; svg: string }
  | { kind: 'fault'; fault: SourceFault }
  /** What the gate found. */
  | { kind: 'forbidden'; forbidden: string[] }
  | { kind: 'failed'; cause: string }
