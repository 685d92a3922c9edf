import cluster from 'node:cluster'
import { showReading } from './cli/show-reading.ts'
import { compose } from './compose.ts'
import { readConfig } from './config/read-config.ts'
import { ensureAdministrator } from './serve/ensure-administrator.ts'
import { fillWhenEmpty } from './serve/fill-when-empty.ts'
import { serveAlone } from './serve/serve-alone.ts'
import { serveAsWorker } from './serve/serve-as-worker.ts'
import { serveWithWorkers } from './serve/serve-with-workers.ts'

/**
 * Fills an empty store, listens, and stops in order on SIGINT or SIGTERM; with WORKERS above 1 several processes answer.
 *
 * @throws CatalogError `port-in-use`, `cannot-listen`, `store-unavailable`, `bad-config`; InputRefusedError for a broken catalogue folder.
 */
export async function serve(options: { catalogue?: string }): Promise<void> {
  const config = readConfig()
  if (cluster.isWorker) return serveAsWorker(config)
  const reading = showReading()
  const parts = await compose(config, { onProgress: reading.show })
  try {
    await fillWhenEmpty(parts, options.catalogue).finally(reading.stop)
    await ensureAdministrator(parts)
    await (config.workers > 1 ? serveWithWorkers(config, parts) : serveAlone(config, parts))
  } catch (error) {
    await parts.close()
    throw error
  }
}
