import { on } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ReadFile } from '../ports/catalogue-files.ts'
import { type FoldedFiles, unfoldFiles } from './fold-item.ts'
import type { ListedFile } from './list-files.ts'

/** Files that are read together; the answer are `FoldedFiles`. */
export type ReadingJob = ListedFile[]

/** From here on the crew is faster than one thread: it takes as long to begin as a thousand files take to read. */
export const filesWorthACrew = 4000

const filesOfJob = 64
/** More hardly help: one thread has to store what they read. */
const mostReaders = 4
/** MiB. Nearly everything a reader makes is garbage with its job; a wide nursery spares carrying it along. */
const nursery = 64

/** Whether several threads gain anything: not where there is one processor. */
export function hasCrew(): boolean {
  return availableParallelism() > 1
}

/** Reads files by several threads, in their order. @throws Error when a thread breaks. */
export async function* readByCrew(listed: readonly ListedFile[]): AsyncGenerator<ReadFile> {
  const readers = Array.from({ length: Math.min(availableParallelism(), mostReaders) }, startReader)
  const answers = readers.map((reader) => on(reader, 'message', { close: ['exit'] }))
  const jobs = Math.ceil(listed.length / filesOfJob)
  for (let job = 0; job < jobs; job += 1) {
    readers[job % readers.length]?.postMessage(
      listed.slice(job * filesOfJob, (job + 1) * filesOfJob) satisfies ReadingJob,
    )
  }
  try {
    for (let job = 0; job < jobs; job += 1) yield* unfoldFiles(await nextOf(answers[job % answers.length]))
  } finally {
    await Promise.all(readers.map((reader) => reader.terminate()))
  }
}

async function nextOf(answers: AsyncIterator<unknown[]> | undefined): Promise<FoldedFiles> {
  const next = await answers?.next()
  if (next === undefined || next.done) throw new Error('a thread that reads files ended before its time')
  // What the worker beside this file answers.
  return next.value[0] as FoldedFiles
}

function startReader(): Worker {
  // The compiled worker: beside this file, or in `dist/` when this file runs uncompiled.
  const path = import.meta.url.endsWith('.ts') ? '../../dist/src/exchange/reading-worker.js' : './reading-worker.js'
  return new Worker(new URL(path, import.meta.url), { resourceLimits: { maxYoungGenerationSizeMb: nursery } })
}
