import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { FinishedAnswer } from './finished-answer.ts'

export interface TakenAnswer {
  answer: FinishedAnswer
  /** Whether others may be given it. */
  isShared: boolean
}

/** Larger answers leave as they come, in bytes. */
const largestBody = 1024 * 1024
/** What an answer may vary by and still be found again by its key and its encoding. */
const knownVariation = /^(?:\s*(?:cookie|accept-encoding)\s*(?:,|$))*$/i

/**
 * Lets the application answer, and takes the answer instead of sending it when it is a complete 200; everything else leaves as it is written.
 *
 * The application is asked for the whole answer, whatever the reader has already. `caching`: the Cache-Control of an answer that says nothing of it.
 * `undefined`: it has left already, or the reader is gone.
 */
export function takeAnswer(
  req: IncomingMessage,
  res: ServerResponse,
  next: RequestListener,
  caching = 'public, no-cache',
): Promise<TakenAnswer | undefined> {
  return new Promise((resolve) => {
    const { write, end } = res
    const chunks: Buffer[] = []
    const giveBack = askForAll(req)
    const letGo = () => {
      res.write = write
      res.end = end
      giveBack()
    }
    const pass = () => {
      letGo()
      resolve(undefined)
    }
    // Both have three overloads; what is not held goes on untouched.
    res.write = ((...args: Parameters<typeof write>) => {
      if (chunks.length === 0 && !isHeld(res, declaredLength(res))) {
        pass()
        return write.apply(res, args)
      }
      chunks.push(bytesOf(args))
      callBack(args)
      return true
    }) as typeof write
    res.end = ((...args: Parameters<typeof end>) => {
      const last = bytesOf(args)
      if (chunks.length === 0 && !isHeld(res, last.length)) {
        pass()
        return end.apply(res, args)
      }
      letGo()
      seemSent(res)
      resolve(answerOf(res, Buffer.concat([...chunks, last]), caching))
      callBack(args)
      return res
    }) as typeof end
    res.once('close', () => resolve(undefined))
    next(req, res)
  })
}

/** A HEAD becomes a GET and a condition is put aside until the answer is there; the function gives both back. */
function askForAll(req: IncomingMessage): () => void {
  const { method, headers } = req
  const { 'if-none-match': tags, 'if-modified-since': moment, ...others } = headers
  req.headers =
    tags === undefined ? { ...others, ...(moment === undefined ? {} : { 'if-modified-since': moment }) } : others
  if (method === 'HEAD') req.method = 'GET'
  return () => {
    req.headers = headers
    if (method !== undefined) req.method = method
  }
}

function isHeld(res: ServerResponse, length: number): boolean {
  const hasOwnPacking = res.hasHeader('Content-Encoding') || res.hasHeader('Set-Cookie')
  return res.statusCode === 200 && !res.headersSent && !hasOwnPacking && length <= largestBody
}

const declaredLength = (res: ServerResponse) => Number(res.getHeader('Content-Length') ?? Number.POSITIVE_INFINITY)

function bytesOf([chunk, encoding]: unknown[]): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8')
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0)
}

/** Whoever writes may wait to be told that it was taken. */
function callBack(args: unknown[]): void {
  for (const arg of args) if (typeof arg === 'function') queueMicrotask(() => arg())
}

/** For the application the answer is out, although it is still to be packed: it must not answer again. */
function seemSent(res: ServerResponse): void {
  Object.defineProperty(res, 'headersSent', { configurable: true, value: true })
}

/** Sends a taken answer to the reader it was made for. */
export async function sendTaken(
  { answer }: TakenAnswer,
  { req, res }: { req: IncomingMessage; res: ServerResponse },
): Promise<void> {
  const send = () => {
    Reflect.deleteProperty(res, 'headersSent')
    return answer.send(res, req)
  }
  if (answer.isReady(req)) send()
  else await answer.prepare(req).then(send)
}

/** Takes the headers off the response, so that the finished answer writes its own. */
function answerOf(res: ServerResponse, body: Buffer, caching: string): TakenAnswer {
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', caching)
  const headers = Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)] as const)
  for (const [name] of headers) res.removeHeader(name)
  const named = new Map(headers)
  const isShared =
    !/no-store|private/.test(named.get('cache-control') ?? '') && knownVariation.test(named.get('vary') ?? '')
  return { answer: new FinishedAnswer(headers, body), isShared }
}
