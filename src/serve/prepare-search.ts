import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Composition } from '../compose.ts'

/** Rest before each look at the catalogue, in milliseconds: whoever waits for the service to start, or for an import, is answered first. */
const rest = 1000

/**
 * Makes the search ready after the start and after every change of the catalogue, so that the first who searches need not wait: for a great catalogue that
 * takes a minute. Each state of the catalogue is tried once; what fails is left to whoever searches.
 */
export function prepareSearch(parts: Pick<Composition, 'useCases'>, log: Logger, stop: AbortSignal): void {
  keepReady(parts, log, stop).catch((error: unknown) => {
    if (!stop.aborted) log.error({ err: error }, 'search is no longer made ready')
  })
}

async function keepReady({ useCases }: Pick<Composition, 'useCases'>, log: Logger, stop: AbortSignal): Promise<void> {
  let tried: number | undefined
  while (!stop.aborted) {
    await setTimeout(rest, undefined, { ref: false, signal: stop })
    // -1: the store cannot be asked.
    const revision = await useCases.servedRevision().catch(() => -1)
    if (revision === tried) continue
    tried = revision
    await useCases.suggest('许可').then(
      () => log.info({ revision }, 'search ready'),
      (error: unknown) => {
        if (!stop.aborted) log.warn({ err: error }, 'search not ready, the next who searches makes it')
      },
    )
  }
}
