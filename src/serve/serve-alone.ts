import { type Logger, pino } from 'pino'
import type { Composition } from '../compose.ts'
import type { Config } from '../config/read-config.ts'
import { createSite, type SiteParts } from '../web/create-site.ts'
import { drawInBackground } from './draw-in-background.ts'
import { addressOf, closeServer, openServer } from './open-server.ts'
import { prepareSearch } from './prepare-search.ts'
import { publishOnTime } from './publish-on-time.ts'
import { say } from './say.ts'
import { stopOnSignal } from './stop-on-signal.ts'

/** The log of the process: JSON lines on standard error. */
export function openLog({ logLevel }: Config): Logger {
  const log = pino({ level: logLevel }, pino.destination(2))
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
  return log
}

/** The whole service in one process, over a store that is filled. */
export async function serveAlone(config: Config, parts: Composition): Promise<void> {
  const log = openLog(config)
  const stopping = new AbortController()
  const site = await openSite(config, parts, { log, stopping })
  stopOnSignal(async () => {
    say('正在停止 …')
    await site.close()
    await parts.close()
  })
  // Whoever reads the address may send a signal at once: it is said only when signals are heard.
  say(`办事网站已启动：${site.address}`)
  drawInBackground(parts, log, stopping.signal)
  publishOnTime(parts, log, stopping.signal)
}

type SiteOptions = { log: Logger; stopping: AbortController } & Pick<SiteParts, 'gatherMetrics' | 'tellOthers'>

/** Listens, answers and makes the search ready; closing it lets answers under way finish. */
export async function openSite(
  config: Config,
  { useCases, office }: Pick<Composition, 'useCases' | 'office'>,
  { stopping, ...options }: SiteOptions,
) {
  const site = createSite({
    useCases,
    office,
    trustedProxies: config.trustedProxies,
    isStopping: () => stopping.signal.aborted,
    ...options,
  })
  const server = await openServer(site.handler, config)
  prepareSearch({ useCases }, options.log, stopping.signal)
  return {
    ...site,
    address: addressOf(server),
    close: () => {
      stopping.abort()
      return closeServer(server)
    },
  }
}
