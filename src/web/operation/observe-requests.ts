import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { RequestFigures } from './metrics.ts'
import { routeOf } from './route-of.ts'

/** A request as it came in. */
interface Begun {
  url: string
  begun: number
  sentBefore: number
}
interface Observers {
  figures: RequestFigures
  log?: Logger
}

/**
 * Counts every answer, and logs it as route, status, milliseconds and bytes: no address of a reader, no codes, no words that were searched.
 *
 * Answers go to the log at `debug`, so that a terminal shows what needs a person; those from 500 up at `warn`. An answer whose reader left before its end
 * has the status `aborted`.
 */
export function observeRequests(next: RequestListener, { figures, log }: Observers): RequestListener {
  const tellsAll = log?.isLevelEnabled('debug') ?? false
  const observe = (req: IncomingMessage, res: ServerResponse, { url, begun, sentBefore }: Begun) => {
    const seconds = (performance.now() - begun) / 1000
    // On one connection answers leave one after the other, so that the difference is this answer's.
    const bytes = req.socket.bytesWritten - sentBefore
    const status = res.writableFinished ? String(res.statusCode) : 'aborted'
    const answer = { method: methodOf(req), route: routeOf(url), status, seconds, bytes }
    figures.count(answer)
    if (tellsAll || res.statusCode >= 500) tell(log, answer)
  }
  return (req, res) => {
    // Express shortens the address on its way.
    const start = { url: req.url ?? '', begun: performance.now(), sentBefore: req.socket.bytesWritten }
    res.once('close', () => observe(req, res, start))
    next(req, res)
  }
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const methodOf = ({ method = '' }: IncomingMessage) => (methods.has(method) ? method : 'other')

function tell(log: Logger | undefined, { seconds, ...answer }: Parameters<RequestFigures['count']>[0]): void {
  const entry = { ...answer, ms: Math.round(seconds * 1e4) / 10 }
  if (Number(answer.status) >= 500) log?.warn(entry, 'answered')
  else log?.debug(entry, 'answered')
}
