import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { UseCases } from '../use-cases/use-cases.ts'

/** A complete answer as it left Express. */
interface FinishedAnswer {
  headers: [string, string | string[]][]
  body: Buffer
}

/** How long a look at the catalogue's revision holds, in milliseconds: no answer is older than this. */
const freshFor = 250
/** Bounds of the memory taken, in bytes. */
const mostKept = 64 * 1024 * 1024
const largestBody = 512 * 1024

/**
 * Serves finished answers ahead of Express and falls through to it for everything else.
 *
 * A complete 200 answer to a GET is kept under its host (pages print it), URL and encoding, and thrown away with the whole cache as soon as the
 * catalogue's revision or the day has changed. The revision is asked for at most every 250 ms, so an answer is at most that much out of date.
 */
export function serveFinishedAnswers(
  next: RequestListener,
  { catalogueRevision, today }: Pick<UseCases, 'catalogueRevision' | 'today'>,
): RequestListener {
  const answers = new Map<string, FinishedAnswer>()
  let edition = ''
  let kept = 0
  let checkedAt = Number.NEGATIVE_INFINITY

  const refresh = async () => {
    if (performance.now() - checkedAt < freshFor) return
    const current = `${today()} ${await catalogueRevision()}`
    checkedAt = performance.now()
    if (current === edition) return
    answers.clear()
    kept = 0
    edition = current
  }

  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    await refresh()
    req.headers['accept-encoding'] = encodingOf(req)
    const key = `${encodingOf(req)} ${req.headers.host} ${req.url}`
    const finished = answers.get(key)
    if (finished !== undefined) {
      send(finished, res)
      return
    }
    const madeFor = edition
    keepWhenFinished(res, (complete) => {
      if (madeFor !== edition || kept + complete.body.length > mostKept || answers.has(key)) return
      kept += complete.body.length
      answers.set(key, complete)
    })
    next(req, res)
  }

  return (req, res) => {
    const cacheable = req.method === 'GET' && req.headers['if-none-match'] === undefined && !req.headers.authorization
    if (!cacheable || req.headers.cookie !== undefined) next(req, res)
    // A store that cannot be asked answers through Express, with its problem document.
    else answer(req, res).catch(() => next(req, res))
  }
}

/** The one encoding to answer in, so that equal answers share a place: brotli before gzip before none. */
function encodingOf({ headers }: IncomingMessage): string {
  const accepted = String(headers['accept-encoding'] ?? '').split(',')
  const takes = (name: string) =>
    accepted.some((entry) => entry.trim().startsWith(name) && !/q=0(\.0*)?\s*$/.test(entry))
  return ['br', 'gzip'].find(takes) ?? 'identity'
}

function send({ headers, body }: FinishedAnswer, res: ServerResponse): void {
  for (const [name, value] of headers) res.setHeader(name, value)
  res.setHeader('Content-Length', body.length)
  res.writeHead(200)
  res.end(body)
}

/** Listens to what Express writes; a body that is complete, a 200 and not too large is handed on. */
function keepWhenFinished(res: ServerResponse, keep: (answer: FinishedAnswer) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  const collect = (chunk: unknown) => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    size += chunk.length
    if (size <= largestBody) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk))
  }
  const [write, end] = [res.write, res.end]
  // Both have three overloads; the arguments go on untouched.
  res.write = ((...args: Parameters<typeof write>) => {
    collect(args[0])
    return write.apply(res, args)
  }) as typeof write
  res.end = ((...args: Parameters<typeof end>) => {
    collect(args[0])
    return end.apply(res, args)
  }) as typeof end
  res.once('finish', () => {
    const kept = res.statusCode === 200 && size <= largestBody && !/no-store|private/.test(cacheControlOf(res))
    if (kept) keep({ headers: headersOf(res), body: Buffer.concat(chunks) })
  })
}

const cacheControlOf = (res: ServerResponse) => String(res.getHeader('Cache-Control') ?? '')

function headersOf(res: ServerResponse): [string, string | string[]][] {
  const skipped = ['content-length', 'date', 'connection', 'keep-alive', 'transfer-encoding', 'set-cookie']
  return Object.entries(res.getHeaders())
    .filter(([name]) => !skipped.includes(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value : String(value)])
}
