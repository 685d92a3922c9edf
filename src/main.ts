import { existsSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Logger, pino } from 'pino'
import { showReading } from './cli/show-reading.ts'
import { type Composition, compose } from './compose.ts'
import { type Config, readConfig } from './config/read-config.ts'
import { CatalogError } from './domain/catalog-error.ts'
import { createRenderFlowcharts } from './use-cases/render-flowcharts.ts'
import { createApp } from './web/create-app.ts'
import { serveFinishedAnswers } from './web/finished-answers.ts'

/** Longest wait for answers under way when stopping, in milliseconds. */
const grace = 4000
/** Room for a search of 10,000 Chinese characters, which is refused with a reason instead of a bare 431, in bytes. */
const longestHead = 128 * 1024
/** Rest between two pictures, in milliseconds. */
const pause = 20

/**
 * Fills an empty store, listens, and stops in order on SIGINT or SIGTERM.
 *
 * @throws CatalogError `port-in-use`, `cannot-listen`, `store-unavailable`, `bad-config`; InputRefusedError for a broken catalogue folder.
 */
export async function serve(options: { catalogue?: string }): Promise<void> {
  const config = readConfig()
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const reading = showReading()
  const parts = await compose(config, reading.show)
  try {
    await fillWhenEmpty(parts, options.catalogue ?? findCatalogueFolder()).finally(reading.stop)
    const server = await listen(
      serveFinishedAnswers(createApp({ useCases: parts.useCases, log }), parts.useCases),
      config,
    )
    const stopping = new AbortController()
    stopOnSignal(server, async () => {
      stopping.abort()
      await parts.close()
    })
    // Whoever reads the address may send a signal at once: it is said only when signals are heard.
    say(`办事网站已启动：${addressOf(server)}`)
    drawInBackground(parts, log, stopping.signal)
    process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'))
  } catch (error) {
    await parts.close()
    throw error
  }
}

/** Draws the flowcharts one at a time with a pause after each, so that answers keep their speed. */
function drawInBackground({ store, useCases }: Composition, log: Logger, stop: AbortSignal): void {
  const renderFlowcharts = createRenderFlowcharts({
    listCodes: async () => (await store.list('item')).map(({ id }) => id),
    renderFlowchart: useCases.renderFlowchart,
    giveWay: () => setTimeout(pause, undefined, { ref: false }),
    failed: (code, error) => log.warn({ err: error, code }, 'flowchart not drawn'),
  })
  renderFlowcharts(stop)
    .then((ready) => log.info({ ready }, 'flowcharts ready'))
    .catch((error: unknown) => {
      if (!stop.aborted) log.error({ err: error }, 'drawing flowcharts stopped')
    })
}

async function fillWhenEmpty(parts: Composition, folder: string): Promise<void> {
  if ((await parts.store.catalogueRevision()) > 0) return
  say(`数据库为空，正在从 ${folder} 装入目录 …`)
  const { created } = await parts.importCatalogue([folder])
  say(`目录已装入：${created.ids.item?.length ?? 0} 个事项，共 ${created.count} 份文件。流程图在后台绘制。`)
}

/** `catalog/` of the working directory, else the one that comes with the package. */
function findCatalogueFolder(): string {
  return existsSync('catalog') ? 'catalog' : fileURLToPath(new URL('../../catalog', import.meta.url))
}

function listen(handler: RequestListener, { port, host }: Config): Promise<Server> {
  const server = createServer({ maxHeaderSize: longestHead }, handler)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE'
      reject(new CatalogError(inUse ? 'port-in-use' : 'cannot-listen', { port, reason: error.message }))
    })
    server.listen(port, host, () => resolve(server))
  })
}

function addressOf(server: Server): string {
  // A TCP server that listens has an address object.
  const { address, port } = server.address() as AddressInfo
  const name = address === '::' || address === '0.0.0.0' ? 'localhost' : address
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`
}

/** Answers what is under way, then closes; after the grace what still hangs is cut off. */
function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    say('正在停止 …')
    setTimeout(grace, undefined, { ref: false }).then(() => process.exit(0))
    server.close(async () => {
      await close()
      process.exit(0)
    })
    server.closeIdleConnections()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
