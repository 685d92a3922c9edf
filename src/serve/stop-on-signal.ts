import { setTimeout } from 'node:timers/promises'

/** Longest wait for answers under way when stopping, in milliseconds. */
const grace = 4000

/** Runs `stop` once, on SIGINT or SIGTERM, and ends the process after it with status 0; after the grace what still hangs is cut off. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const begin = () => {
    if (stopping) return
    stopping = true
    setTimeout(grace, undefined, { ref: false }).then(() => process.exit(0))
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', begin)
  process.on('SIGTERM', begin)
}
