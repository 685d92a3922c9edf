import type { Composition } from '../compose.ts'
import type { Config } from '../config/read-config.ts'
import { type MetricFamily, mergeFamilies } from '../web/operation/metrics.ts'
import { createProcessFigures } from '../web/operation/process-figures.ts'
import { drawInBackground } from './draw-in-background.ts'
import { publishOnTime } from './publish-on-time.ts'
import { say } from './say.ts'
import { openLog } from './serve-alone.ts'
import { stopOnSignal } from './stop-on-signal.ts'
import { WorkerCrew } from './worker-crew.ts'

/** The first of several processes: it answers nobody, draws the flowcharts for all, and keeps the workers going. */
export async function serveWithWorkers(config: Config, parts: Composition): Promise<void> {
  const log = openLog(config)
  const stopping = new AbortController()
  const processFigures = createProcessFigures()
  const draw = shareDrawings(parts)
  const crew: WorkerCrew = new WorkerCrew(
    (from) => ({
      draw: (source) => draw(String(source)),
      metrics: async () => gatherMetrics(processFigures(), await crew.askAll('metrics')),
      changed: async () => void (await crew.askAll('look-again', from)),
    }),
    log,
  )
  stopOnSignal(async () => {
    say('正在停止 …')
    stopping.abort()
    await crew.stop()
    await parts.close()
  })
  // The first alone: when it cannot listen, the others could not either.
  const address = await crew.start()
  if (address === undefined) return endWithout(parts)
  await Promise.all(Array.from({ length: config.workers - 1 }, () => crew.start()))
  say(`办事网站已启动：${address}（${config.workers} 个工作进程）`)
  drawInBackground(parts, log, stopping.signal)
  publishOnTime(parts, log, stopping.signal)
}

/** The worker has said what is wrong. */
async function endWithout(parts: Composition): Promise<void> {
  await parts.close()
  process.exit(1)
}

/** Workers that want the same picture at the same time share one drawing. */
function shareDrawings({ renderer }: Composition): (source: string) => Promise<string> {
  const underWay = new Map<string, Promise<string>>()
  return (source) => {
    const key = renderer.keyOf(source)
    const drawing = underWay.get(key) ?? renderer.render(source).finally(() => underWay.delete(key))
    underWay.set(key, drawing)
    return drawing
  }
}

function gatherMetrics(own: MetricFamily[], answers: ReadonlyMap<number, unknown>): MetricFamily[] {
  // Workers answer with the families of `createSite`.
  const workers = [...answers].map(([worker, families]) => [String(worker), families as MetricFamily[]] as const)
  return mergeFamilies({ first: own, ...Object.fromEntries(workers) })
}
