import type { Edited } from './edit-guides.ts'
import type { Phase } from './load-phase.ts'
import { kinds } from './mixed-reads.ts'
import { growthOfMemory, type MemoryReading } from './watch-memory.ts'
import type { Written } from './writer.ts'

export interface LoadResults {
  machine: string
  /** As in `SQLite` or `MongoDB`. */
  store: string
  phases: readonly Phase[]
  written: Written
  edited: Edited
  readings: readonly MemoryReading[]
  /** Load of the machine before and after, one minute's mean. */
  loads: readonly [number, number]
  /** Lines of the service's log at level error. */
  logged: number
}

/** MiB a minute above which memory is said to grow on. */
const levelled = 2

/** The document of a run. */
export function writeLoadReport(results: LoadResults): string {
  const { machine, store, phases, written, edited, readings, loads, logged } = results
  const minutes = phases.reduce((sum, { seconds }) => sum + seconds, 0) / 60
  const growth = growthOfMemory(readings)
  const errors = phases.reduce((sum, { broken, timeouts, refused }) => sum + broken + timeouts + refused, 0)
  return `# Performance under load

Written by \`npm run bench:load\`; run it again rather than trusting a number from another machine. Machine: ${machine}. It was shared with other
work (load ${loads[0].toFixed(1)} before, ${loads[1].toFixed(1)} after), and the readers, the writer and the service all ran on it: latencies are upper bounds.

The service on a filled store (${store}), ${minutes.toFixed(1)} minutes; meanwhile another process changed item files and imported them:
${written.imports} imports of ${written.items} items, ${written.failed} failed, the slowest ${written.slowest} ms. An editor saved ${edited.drafts} drafts ${edited.saves} times by the API,
${edited.failed} failed, the slowest ${edited.slowest} ms.

An answer that takes more than 60 s, after which usual proxies give up, is a time-out. Reads, of a hundred: ${kinds.map(({ name, share }) => `${share} ${name}`).join('; ')}.

| connections | minutes | requests | requests/s | p50 ms | p90 ms | p99 ms | p99.9 ms | max ms | broken | time-outs | 4xx and 5xx |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${phases.map(rowOf).join('\n')}

${errors === 0 ? 'No request failed' : `**${errors} requests failed**`}; the service logged ${logged} errors.

| minute | ${readings.map(({ minute }) => minute.toFixed(1)).join(' | ')} |
| --- | ${readings.map(() => '---').join(' | ')} |
| resident memory, MiB | ${readings.map(({ resident }) => resident.toFixed(0)).join(' | ')} |
| heap, MiB | ${readings.map(({ heap }) => heap.toFixed(0)).join(' | ')} |

The least of each minute, after garbage was collected. From the middle third to the last the heap changed by ${growth.toFixed(1)} MiB a minute: ${growth <= levelled ? 'it has levelled off' : '**it was still growing**'}.
`
}

function rowOf(phase: Phase): string {
  const { connections, seconds, requests, rate, p50, p90, p99, p999, max, broken, timeouts, refused } = phase
  return `| ${[connections, (seconds / 60).toFixed(1), requests, rate.toFixed(0), p50, p90, p99, p999, max, broken, timeouts, refused].join(' | ')} |`
}
