import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { CatalogError } from '../domain/catalog-error.ts'

/** Milliseconds until a worker must be ready; a busy machine takes long to load Mermaid. */
const START_TIMEOUT_MS = 60_000

interface Options {
  workerFile: string
  /** Milliseconds for one job, not counting the start of the worker. */
  timeoutMs: number
  /** Milliseconds without a job after which the worker is ended and its memory given back. */
  idleMs?: number
}

/** Long enough for somebody who writes a chart and looks at it; a worker holds some 150 MB and starts within two seconds. */
const IDLE_MS = 30_000

interface Waiting<Job, Answer> {
  job: Job
  resolve(answer: Answer): void
  reject(error: CatalogError): void
}

/** What a worker says first. */
export interface ReadyMessage {
  kind: 'ready'
}

/** The compiled worker of that name: beside this file, or in `dist/` when this file runs uncompiled. */
export function findWorkerFile(name: string): string {
  const here = fileURLToPath(import.meta.url)
  const path = here.endsWith('.ts') ? `../../dist/src/flowcharts/${name}.js` : `./${name}.js`
  return fileURLToPath(new URL(path, import.meta.url))
}

/**
 * Gives one job after the other to one worker, which is started by the first and replaced when it fails or hangs. Without jobs it is ended after a while;
 * the next job starts another.
 *
 * A worker is a process: what it took goes back to the machine when it ends, which the memory of a thread does not, and whatever breaks in it breaks alone.
 */
export class WorkerQueue<Job, Answer extends { kind: string }> {
  readonly #options: Options
  readonly #waiting: Waiting<Job, Answer>[] = []
  #worker: ChildProcess | null = null
  #isReady = false
  #current: Waiting<Job, Answer> | null = null
  #timer: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(options: Options) {
    this.#options = options
  }

  /** @throws CatalogError `flowchart-failed` (fact: `cause`) when the worker broke or hung; `stopping` when the queue is closed. */
  add(job: Job): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject })
      this.#advance()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const worker = this.#worker
    this.#drop(worker, 'closed')
    this.#rejectWaiting('closed')
    if (worker !== null) await end(worker)
  }

  #advance(): void {
    if (this.#isClosed) this.#rejectWaiting('closed')
    if (this.#current !== null || this.#waiting.length === 0) return
    if (this.#worker === null) this.#start()
    else if (this.#isReady) this.#send(this.#worker)
  }

  #send(worker: ChildProcess): void {
    const next = this.#waiting.shift()
    if (next === undefined) return
    this.#current = next
    worker.ref()
    worker.channel?.ref()
    this.#limit(this.#options.timeoutMs)
    // A worker that is gone is told by its exit.
    worker.send(next.job as Serializable, () => {})
  }

  #start(): void {
    let worker: ChildProcess
    try {
      worker = startWorker(this.#options.workerFile)
    } catch (error) {
      // No memory for another process, for one.
      this.#rejectWaiting(String(error))
      return
    }
    this.#worker = worker
    this.#isReady = false
    this.#limit(START_TIMEOUT_MS)
    worker.on('message', (answer: Answer | ReadyMessage) => this.#receive(worker, answer))
    worker.on('error', (error) => this.#fail(worker, String(error)))
    worker.on('exit', (code, signal) => this.#fail(worker, `exit ${code ?? signal}`))
  }

  #limit(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    const worker = this.#worker
    this.#timer = setTimeout(() => this.#fail(worker, 'timeout'), milliseconds)
  }

  #receive(worker: ChildProcess, answer: Answer | ReadyMessage): void {
    if (worker !== this.#worker) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    // An idle worker does not keep the process alive.
    worker.unref()
    worker.channel?.unref()
    if (isReadyMessage(answer)) this.#isReady = true
    else {
      const current = this.#current
      this.#current = null
      current?.resolve(answer)
    }
    this.#advance()
    if (this.#current === null && this.#waiting.length === 0) this.#restAfter(this.#options.idleMs ?? IDLE_MS)
  }

  #restAfter(milliseconds: number): void {
    const worker = this.#worker
    const rest = () => {
      this.#drop(worker, 'idle')
      if (worker !== null) void end(worker)
    }
    this.#timer = setTimeout(rest, milliseconds)
    this.#timer.unref()
  }

  /** Ends a worker that broke or hangs: its job fails, the waiting ones go to a new worker; when it never got ready they fail too. */
  #fail(worker: ChildProcess | null, cause: string): void {
    if (worker === null || worker !== this.#worker) return
    const wasReady = this.#isReady
    this.#drop(worker, cause)
    void end(worker)
    if (wasReady) this.#advance()
    else this.#rejectWaiting(cause)
  }

  #drop(worker: ChildProcess | null, cause: string): void {
    if (worker !== this.#worker) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    const current = this.#current
    this.#worker = null
    this.#isReady = false
    this.#current = null
    current?.reject(errorFor(cause))
  }

  #rejectWaiting(cause: string): void {
    for (const { reject } of this.#waiting.splice(0)) reject(errorFor(cause))
  }
}

/** @throws when the machine has no room for another process. */
function startWorker(file: string): ChildProcess {
  return fork(file, {
    // The small nursery saves 40 MB and no chart is slower by it.
    execArgv: ['--max-old-space-size=320', '--max-semi-space-size=2'],
    env: {},
    serialization: 'advanced',
    // Interrupted at a terminal, the service ends it when the charts under way are done.
    detached: true,
    // What libraries print is of no use to the operator.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Ends a worker, whatever it is doing; fulfils when it is gone. */
async function end(worker: ChildProcess): Promise<void> {
  // One that never started has no number, and no exit.
  if (worker.pid === undefined || worker.exitCode !== null || worker.signalCode !== null) return
  const gone = once(worker, 'exit')
  // Somebody waits: an idle worker let the process end.
  worker.ref()
  worker.kill('SIGKILL')
  await gone
}

/** Nothing has failed where the queue was closed. */
function errorFor(cause: string): CatalogError {
  return cause === 'closed' ? new CatalogError('stopping') : new CatalogError('flowchart-failed', { cause })
}

function isReadyMessage(answer: { kind: string }): answer is ReadyMessage {
  return answer.kind === 'ready'
}
