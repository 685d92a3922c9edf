import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Logger } from 'pino'
import type { RequestFigures } from './metrics.ts'
import { routeOf } from './route-of.ts'

interface Answered {
  /** As it came in: Express shortens the address on its way. */
  url: string
  begun: number
  /** Whether all of it was handed over. */
  isOut: boolean
}
/** Bytes that were counted already, kept on the connection itself: a WeakMap costs every answer three per cent of its time. */
const counted = Symbol('bytes counted')
type CountedSocket = Socket & { [counted]?: number }
interface Observers {
  figures: RequestFigures
  log?: Logger
}

/**
 * Counts every answer, and logs it as route, status, milliseconds and bytes: no address of a reader, no codes, no words that were searched.
 *
 * Answers go to the log at `debug`, so that a terminal shows what needs a person; those from 500 up at `warn`. An answer whose reader left before its end
 * has the status `aborted`. One that was complete at once, as finished answers are, counts when it is handed over: to wait for its end costs each of them a
 * twentieth of its time.
 */
export function observeRequests(next: RequestListener, { figures, log }: Observers): RequestListener {
  const tellsAll = log?.isLevelEnabled('debug') ?? false
  const observe = (req: IncomingMessage, { statusCode }: ServerResponse, { url, begun, isOut }: Answered) => {
    const seconds = (performance.now() - begun) / 1000
    const socket: CountedSocket = req.socket
    // On one connection answers leave one after the other: what came since the last is this answer's.
    const sent = socket.bytesWritten
    const bytes = sent - (socket[counted] ?? 0)
    socket[counted] = sent
    const status = isOut ? String(statusCode) : 'aborted'
    const answer = { method: methodOf(req), route: routeOf(url), status, seconds, bytes }
    figures.count(answer)
    if (tellsAll || statusCode >= 500) tell(log, answer)
  }
  return (req, res) => {
    const { url = '' } = req
    const begun = performance.now()
    next(req, res)
    // Behind earlier answers of its connection an answer has no socket yet.
    if (res.writableEnded && res.socket !== null) observe(req, res, { url, begun, isOut: true })
    else res.once('close', () => observe(req, res, { url, begun, isOut: res.writableFinished }))
  }
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const methodOf = ({ method = '' }: IncomingMessage) => (methods.has(method) ? method : 'other')

function tell(log: Logger | undefined, { seconds, ...answer }: Parameters<RequestFigures['count']>[0]): void {
  const entry = { ...answer, ms: Math.round(seconds * 1e4) / 10 }
  if (Number(answer.status) >= 500) log?.warn(entry, 'answered')
  else log?.debug(entry, 'answered')
}
