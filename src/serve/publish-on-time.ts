import type { Logger } from 'pino'
import type { Composition } from '../compose.ts'

/** How often the service looks for editions whose day has come, in milliseconds. */
const lookEvery = 60_000

/** Publishes editions on the day that was set for them: looks at once, for a day that came while the service was down, and every minute. */
export function publishOnTime({ office }: Pick<Composition, 'office'>, log: Logger, stop: AbortSignal): void {
  let underWay = false
  const look = async () => {
    if (underWay) return
    underWay = true
    try {
      const published = await office.publishDue()
      if (published.length > 0) log.info({ published }, 'editions published on their day')
    } catch (error) {
      log.error({ err: error }, 'editions not published on their day')
    } finally {
      underWay = false
    }
  }
  void look()
  const timer = setInterval(() => void look(), lookEvery)
  stop.addEventListener('abort', () => clearInterval(timer))
}
