import { monitorEventLoopDelay } from 'node:perf_hooks'
import { figure, type MetricFamily } from './metrics.ts'

/** How often the event loop is expected to come by, in milliseconds. */
const beat = 20

/** Figures of this process; asked for again and again, each answer describes the time since the one before where it says so. */
export function createProcessFigures(): () => MetricFamily[] {
  const delay = monitorEventLoopDelay({ resolution: beat })
  delay.enable()
  const startedAt = Date.now() / 1000 - process.uptime()
  return () => {
    const { user, system } = process.cpuUsage()
    const { rss, heapUsed } = process.memoryUsage()
    const longestDelay = Math.max(0, delay.max / 1e9 - beat / 1000)
    delay.reset()
    return [
      figure('process_cpu_seconds_total', 'counter', 'Processor time used.', (user + system) / 1e6),
      figure('process_resident_memory_bytes', 'gauge', 'Memory of the process, threads included.', rss),
      figure('process_start_time_seconds', 'gauge', 'Start of the process, Unix time.', startedAt),
      figure('nodejs_heap_used_bytes', 'gauge', 'Memory taken by objects.', heapUsed),
      figure('nodejs_eventloop_delay_max_seconds', 'gauge', 'Longest stall since the last look.', longestDelay),
    ]
  }
}
