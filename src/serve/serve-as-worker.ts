import { compose } from '../compose.ts'
import type { Config } from '../config/read-config.ts'
import { createWorkerFlowchartRenderer } from '../flowcharts/worker-flowchart-renderer.ts'
import type { FlowchartRenderer } from '../ports/flowchart-renderer.ts'
import type { MetricFamily } from '../web/operation/metrics.ts'
import { openLog, openSite } from './serve-alone.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { openWorkerChannel, type WorkerChannel } from './worker-channel.ts'

/** One of several processes that answer; pictures are drawn by the first process. */
export async function serveAsWorker(config: Config): Promise<void> {
  const log = openLog(config)
  const stopping = new AbortController()
  const answerers: Record<string, () => unknown> = {}
  const channel = openWorkerChannel(processLine(), answerers)
  const parts = await compose(config, { renderer: askForDrawings(channel) })
  try {
    const site = await openSite(config, parts, {
      log,
      stopping,
      gatherMetrics: async () => (await channel.ask('metrics')) as MetricFamily[], // what `mergeFamilies` answers
      tellOthers: () => void channel.ask('changed'),
    })
    answerers.metrics = site.metrics
    answerers['look-again'] = site.lookAgain
    stopOnSignal(async () => {
      await site.close()
      await parts.close()
    })
    await channel.ask('listening', site.address)
  } catch (error) {
    await parts.close()
    // The line to the first process would keep this one from ending; only the end tells that process that nothing listens here.
    process.channel?.unref()
    throw error
  }
}

/** The line to the first process; a worker of node:cluster always has one. */
function processLine(): Parameters<typeof openWorkerChannel>[0] {
  return {
    send: (message, done) => process.send?.(message, undefined, {}, done),
    on: (event, listener) => process.on(event, listener),
  }
}

function askForDrawings(channel: WorkerChannel): FlowchartRenderer {
  // Its own worker is never started: only the keys are taken from it.
  const { keyOf } = createWorkerFlowchartRenderer()
  return { keyOf, render: async (source) => String(await channel.ask('draw', source)), close: async () => {} }
}
