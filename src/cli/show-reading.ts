import { SingleBar } from 'cli-progress'
import type { OnProgress } from '../use-cases/import-batch.ts'

/** Progress of reading files, or of what `words` says: a bar on a terminal, nothing in a pipe. */
export function showReading(words = '正在读取'): { show: OnProgress; stop: () => void } {
  if (!process.stderr.isTTY) return { show: () => {}, stop: () => {} }
  const bar = new SingleBar({ format: `${words} {bar} {value}/{total}`, stream: process.stderr, clearOnComplete: true })
  let started = false
  return {
    show: ({ done, total }) => {
      if (!started) bar.start(total, done)
      else bar.update(done)
      started = true
    },
    stop: () => bar.stop(),
  }
}
