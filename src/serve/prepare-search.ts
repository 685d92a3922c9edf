import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Composition } from '../compose.ts'

/** Rest before it begins, in milliseconds: whoever waits for the service to start is answered first. */
const rest = 1000

/** Makes the search ready, so that the first who searches need not wait: after a great import that takes a minute. */
export function prepareSearch({ useCases }: Pick<Composition, 'useCases'>, log: Logger, stop: AbortSignal): void {
  setTimeout(rest, undefined, { ref: false, signal: stop })
    .then(() => useCases.suggest('许可'))
    .then(() => log.info('search ready'))
    .catch((error: unknown) => {
      if (!stop.aborted) log.warn({ err: error }, 'search not ready, the next who searches makes it')
    })
}
