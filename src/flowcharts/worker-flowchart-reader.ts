import { createHash } from 'node:crypto'
import { CatalogError } from '../domain/catalog-error.ts'
import { plainSource } from '../domain/refuse-flowchart-source.ts'
import type { FlowchartReading } from '../domain/written-flowchart.ts'
import type { FlowchartReader } from '../ports/flowchart-reader.ts'
import type { ReadAnswer, ReadJob } from './render-messages.ts'
import { findWorkerFile, WorkerQueue } from './worker-queue.ts'

interface Options {
  /** Compiled worker; by default the one of this folder. */
  workerFile?: string
  /** Milliseconds for one source, not counting the start of the worker. */
  timeoutMs?: number
  /** Milliseconds without a source after which the worker ends. */
  idleMs?: number
  /** How many readings are kept. */
  kept?: number
}

/** Reads one source after the other in one worker process and keeps the latest readings by the digest of their source. */
export function createWorkerFlowchartReader(options: Options = {}): FlowchartReader {
  const { workerFile = findWorkerFile('read-worker'), timeoutMs = 5_000, kept = 5_000, ...others } = options
  const queue = new WorkerQueue<ReadJob, ReadAnswer>({ workerFile, timeoutMs, ...others })
  const readings = new Map<string, Promise<FlowchartReading>>()

  function keep(key: string, reading: Promise<FlowchartReading>): Promise<FlowchartReading> {
    readings.delete(key)
    readings.set(key, reading)
    const oldest = readings.keys().next()
    if (readings.size > kept && !oldest.done) readings.delete(oldest.value)
    return reading
  }

  return {
    read(source) {
      const plain = plainSource(source)
      const key = createHash('sha256').update(plain).digest('base64')
      const known = readings.get(key)
      if (known !== undefined) return keep(key, known)
      const reading = queue.add({ source: plain }).then(readingOf)
      // A failure may be one of the moment: the next one asks anew.
      reading.catch(() => readings.delete(key))
      return keep(key, reading)
    },
    close: () => queue.close(),
  }
}

function readingOf(answer: ReadAnswer): FlowchartReading {
  if (answer.kind === 'read') return { chart: answer.chart }
  if (answer.kind === 'fault') return { fault: answer.fault }
  throw new CatalogError('flowchart-failed', { cause: answer.cause })
}
