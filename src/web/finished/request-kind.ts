import type { IncomingMessage } from 'node:http'

/** Cookies that change how a page looks and say nothing of the reader. */
const displayCookie = /^(?:text|contrast)=\w+$/

/**
 * How a request may be answered: `shared`, by an answer that others get as well · `own`, by a complete answer for this reader alone ·
 * `other`, only by the application itself: it changes something, or wants a part of a file.
 */
export function kindOf({ method, headers }: IncomingMessage): 'shared' | 'own' | 'other' {
  if ((method !== 'GET' && method !== 'HEAD') || headers.range !== undefined || headers.upgrade !== undefined)
    return 'other'
  if (headers.authorization !== undefined) return 'own'
  return headers.cookie === undefined || cookiesOf(headers.cookie).every((cookie) => displayCookie.test(cookie))
    ? 'shared'
    : 'own'
}

const cookiesOf = (header: string) => header.split(';').map((cookie) => cookie.trim())

/** Requests with the same key get the same answer: host (pages print it), address, and display. */
export function keyOf({ headers, url }: IncomingMessage): string {
  const display = headers.cookie === undefined ? '' : cookiesOf(headers.cookie).sort().join(';')
  return `${headers.host} ${url} ${display}`
}
