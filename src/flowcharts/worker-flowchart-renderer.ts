import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { CatalogError } from '../domain/catalog-error.ts'
import { plainSource, refuseSource } from '../domain/refuse-flowchart-source.ts'
import type { FlowchartRenderer } from '../ports/flowchart-renderer.ts'
import { chartConfig, mermaidVersion } from './chart-config.ts'
import type { WorkerAnswer, WorkerJob } from './render-messages.ts'
import { widthTable } from './text-widths.ts'

/** Grows with every change of how text is measured or the picture is finished. */
const DRAWING_VERSION = 3

interface Options {
  /** Compiled worker; by default the one beside this file, or in `dist/` when this file runs uncompiled. */
  workerFile?: string
  /** Milliseconds for one chart, not counting the start of the worker. */
  timeoutMs?: number
}

/** Milliseconds until a worker must be ready; a busy machine takes long to load Mermaid. */
const START_TIMEOUT_MS = 60_000

interface Job extends WorkerJob {
  resolve(svg: string): void
  reject(error: CatalogError): void
}

/** Draws one chart after the other in one worker thread, which is started by the first and replaced when it fails or hangs. */
export function createWorkerFlowchartRenderer(options: Options = {}): FlowchartRenderer {
  const queue = new RenderQueue(options.workerFile ?? findWorkerFile(), options.timeoutMs ?? 15_000)
  return {
    keyOf,
    async render(source) {
      refuseSource(source)
      return queue.add(plainSource(source), `f${keyOf(source).slice(0, 8)}`)
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

function findWorkerFile(): string {
  const here = fileURLToPath(import.meta.url)
  const path = here.endsWith('.ts') ? '../../dist/src/flowcharts/render-worker.js' : './render-worker.js'
  return fileURLToPath(new URL(path, import.meta.url))
}

class RenderQueue {
  readonly #workerFile: string
  readonly #timeoutMs: number
  readonly #waiting: Job[] = []
  #worker: Worker | null = null
  #isReady = false
  #job: Job | null = null
  #timer: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(workerFile: string, timeoutMs: number) {
    this.#workerFile = workerFile
    this.#timeoutMs = timeoutMs
  }

  add(source: string, id: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ source, id, resolve, reject })
      this.#advance()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const worker = this.#worker
    this.#drop(worker, 'closed')
    this.#rejectWaiting('closed')
    await worker?.terminate()
  }

  #advance(): void {
    if (this.#isClosed) this.#rejectWaiting('closed')
    if (this.#job !== null || this.#waiting.length === 0) return
    if (this.#worker === null) this.#start()
    else if (this.#isReady) this.#send(this.#worker)
  }

  #send(worker: Worker): void {
    const job = this.#waiting.shift()
    if (job === undefined) return
    this.#job = job
    worker.ref()
    this.#limit(this.#timeoutMs)
    worker.postMessage({ source: job.source, id: job.id } satisfies WorkerJob)
  }

  #start(): void {
    const worker = new Worker(this.#workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 96 },
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    this.#worker = worker
    this.#isReady = false
    this.#limit(START_TIMEOUT_MS)
    worker.on('message', (answer: WorkerAnswer) => this.#receive(worker, answer))
    worker.on('error', (error) => this.#fail(worker, String(error)))
    worker.on('exit', (code) => this.#fail(worker, `exit ${code}`))
    // What libraries print is of no use to the operator; unread it would pile up.
    worker.stdout.resume()
    worker.stderr.resume()
  }

  #limit(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const worker = this.#worker
    this.#timer = setTimeout(() => this.#fail(worker, 'timeout'), milliseconds)
  }

  #receive(worker: Worker, answer: WorkerAnswer): void {
    if (worker !== this.#worker) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    // An idle worker does not keep the process alive.
    worker.unref()
    if (answer.kind === 'ready') this.#isReady = true
    else this.#settle(answer)
    this.#advance()
  }

  #settle(answer: Exclude<WorkerAnswer, { kind: 'ready' }>): void {
    const job = this.#job
    this.#job = null
    if (answer.kind === 'drawn') job?.resolve(answer.svg)
    else job?.reject(errorOf(answer))
  }

  /** Ends a worker that broke or hangs: its job fails, the waiting ones go to a new worker; when it never got ready they fail too. */
  #fail(worker: Worker | null, cause: string): void {
    if (worker === null || worker !== this.#worker) return
    const wasReady = this.#isReady
    this.#drop(worker, cause)
    void worker.terminate()
    if (wasReady) this.#advance()
    else this.#rejectWaiting(cause)
  }

  #drop(worker: Worker | null, cause: string): void {
    if (worker !== this.#worker) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    const job = this.#job
    this.#worker = null
    this.#isReady = false
    this.#job = null
    job?.reject(new CatalogError('flowchart-failed', { cause }))
  }

  #rejectWaiting(cause: string): void {
    for (const job of this.#waiting.splice(0)) job.reject(new CatalogError('flowchart-failed', { cause }))
  }
}

function errorOf(answer: Exclude<WorkerAnswer, { kind: 'ready' | 'drawn' }>): CatalogError {
  if (answer.kind === 'failed') return new CatalogError('flowchart-failed', { cause: answer.cause })
  if (answer.kind === 'fault') return new CatalogError('flowchart-refused', { ...answer.fault })
  const { forbidden } = answer
  return new CatalogError('flowchart-refused', { line: 1, column: 1, reason: '图中有不允许的内容', forbidden })
}
