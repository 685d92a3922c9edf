import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Composition } from '../compose.ts'
import { createRenderFlowcharts } from '../use-cases/render-flowcharts.ts'

/** Rest between two pictures, in milliseconds. */
const pause = 20

/** Draws the flowcharts one at a time with a pause after each, so that answers keep their speed. */
export function drawInBackground({ useCases }: Pick<Composition, 'useCases'>, log: Logger, stop: AbortSignal): void {
  const renderFlowcharts = createRenderFlowcharts({
    listCodes: useCases.listCodes,
    drawFlowchart: useCases.drawFlowchart,
    giveWay: (drawn) => (drawn ? setTimeout(pause, undefined, { ref: false }) : setImmediate()),
    failed: (code, error) => log.warn({ err: error, code }, 'flowchart not drawn'),
  })
  renderFlowcharts(stop)
    .then((ready) => log.info({ ready }, 'flowcharts ready'))
    .catch((error: unknown) => {
      if (!stop.aborted) log.error({ err: error }, 'drawing flowcharts stopped')
    })
}
