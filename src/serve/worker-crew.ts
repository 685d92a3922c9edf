import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import { openWorkerChannel, type WorkerChannel } from './worker-channel.ts'

/** Rest before a worker that ended is replaced, in milliseconds: one that cannot live does not keep the machine busy. */
const rest = 500
/** Longest wait for a worker's answer, in milliseconds. */
const patience = 1_000

/** What workers may ask of the first process; `from` is the one that asks. */
export type CrewAnswerers = (from: number) => Readonly<Record<string, (content: unknown) => unknown>>

/** The worker processes of one service: as many as were wanted, each replaced when it ends. */
export class WorkerCrew {
  readonly #channels = new Map<Worker, WorkerChannel>()
  readonly #answerers: CrewAnswerers
  readonly #log: Logger
  #isStopping = false

  constructor(answerers: CrewAnswerers, log: Logger) {
    this.#answerers = answerers
    this.#log = log
  }

  /** Starts a worker; answers its address, or `undefined` when it ended before it listened (it has said why). */
  async start(): Promise<string | undefined> {
    const worker = cluster.fork()
    let listening: (address: string) => void = () => {}
    const address = new Promise<string>((resolve) => {
      listening = resolve
    })
    const answerers = { ...this.#answerers(worker.id), listening: (content: unknown) => listening(String(content)) }
    this.#channels.set(worker, openWorkerChannel(worker, answerers))
    const ended = once(worker, 'exit').then(() => undefined)
    const first = await Promise.race([address, ended])
    if (first === undefined) this.#channels.delete(worker)
    else ended.then(() => this.#replace(worker))
    return first
  }

  /** Asks all workers but one; answers by worker, without those that do not answer in time. */
  async askAll(topic: string, except?: number): Promise<Map<number, unknown>> {
    const answers = new Map<number, unknown>()
    const others = [...this.#channels].filter(([worker]) => worker.id !== except)
    const late = new AbortController()
    const asked = others.map(async ([worker, channel]) => answers.set(worker.id, await channel.ask(topic)))
    const over = setTimeout(patience, undefined, { signal: late.signal }).catch(() => {})
    await Promise.race([Promise.allSettled(asked), over])
    late.abort()
    return answers
  }

  /** Lets every worker finish its answers and end. */
  async stop(): Promise<void> {
    this.#isStopping = true
    const workers = [...this.#channels.keys()].filter((worker) => !worker.isDead())
    const ended = workers.map((worker) => once(worker, 'exit'))
    for (const worker of workers) worker.process.kill('SIGTERM')
    await Promise.all(ended)
  }

  async #replace(worker: Worker): Promise<void> {
    this.#channels.delete(worker)
    if (this.#isStopping) return
    this.#log.warn({ worker: worker.id }, 'worker ended, another one takes its place')
    await setTimeout(rest)
    if (this.#isStopping) return
    const address = await this.start()
    if (address === undefined) await this.#replace(worker)
  }
}
