import type { ReadyMessage } from './worker-queue.ts'

/** Says that this worker is ready and answers one job after the other; it ends with the process that started it. */
export function serveJobs<Job, Answer extends { kind: string }>(answer: (job: Job) => Promise<Answer>): void {
  process.on('message', (job) => {
    // The queue sends nothing but jobs of its kind.
    void answer(job as Job).then((said) => process.send?.(said))
  })
  process.on('disconnect', () => process.exit())
  process.send?.({ kind: 'ready' } satisfies ReadyMessage)
}
