import { createHash } from 'node:crypto'
import { CatalogError } from '../domain/catalog-error.ts'
import { plainSource, refuseSource } from '../domain/refuse-flowchart-source.ts'
import type { FlowchartRenderer } from '../ports/flowchart-renderer.ts'
import { chartConfig, mermaidVersion } from './chart-config.ts'
import type { DrawAnswer, DrawJob } from './render-messages.ts'
import { widthTable } from './text-widths.ts'
import { findWorkerFile, WorkerQueue } from './worker-queue.ts'

/** Grows with every change of how text is measured or the picture is finished. */
const DRAWING_VERSION = 3

interface Options {
  /** Compiled worker; by default the one of this folder. */
  workerFile?: string
  /** Milliseconds for one chart, not counting the start of the worker. */
  timeoutMs?: number
  /** Milliseconds without a chart after which the worker ends. */
  idleMs?: number
}

/** Draws one chart after the other in one worker process. */
export function createWorkerFlowchartRenderer(options: Options = {}): FlowchartRenderer {
  const { workerFile = findWorkerFile('render-worker'), timeoutMs = 15_000, ...others } = options
  const queue = new WorkerQueue<DrawJob, DrawAnswer>({ workerFile, timeoutMs, ...others })
  return {
    keyOf,
    async render(source) {
      refuseSource(source)
      const answer = await queue.add({ source: plainSource(source), id: `f${keyOf(source).slice(0, 8)}` })
      if (answer.kind === 'drawn') return answer.svg
      throw errorOf(answer)
    },
    close: () => queue.close(),
  }
}

const setting = createHash('sha256')
  .update(JSON.stringify([DRAWING_VERSION, mermaidVersion, chartConfig, widthTable]))
  .digest('hex')

function keyOf(source: string): string {
  return createHash('sha256')
    .update(`${setting}\n${source.replace(/\r\n?/g, '\n')}`)
    .digest('hex')
}

function errorOf(answer: Exclude<DrawAnswer, { kind: 'drawn' }>): CatalogError {
  if (answer.kind === 'failed') return new CatalogError('flowchart-failed', { cause: answer.cause })
  if (answer.kind === 'fault') {
    const { line, column, reason } = answer.fault
    return new CatalogError('flowchart-refused', { line, column, reason })
  }
  const { forbidden } = answer
  return new CatalogError('flowchart-refused', { line: 1, column: 1, reason: '图中有不允许的内容', forbidden })
}
