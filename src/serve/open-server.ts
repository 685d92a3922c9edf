import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CatalogError } from '../domain/catalog-error.ts'

/** Bounds of what a connection may take; times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Until the head of a request is there: slower clients are told 408 and cut off. */
  headersTimeout: number
  /** Until the whole request is there. */
  requestTimeout: number
  /** How often both are looked at. */
  connectionsCheckingInterval: number
  /**
   * Silence after which a connection is closed, whatever it is at: longer than the longest drawing of a flowchart, and than the 60 s for which usual proxies
   * keep a connection, so that those close first.
   */
  silence: number
  /** Room for a search of 10,000 Chinese characters, which is refused with a reason instead of a bare 431. */
  maxHeaderSize: number
}

export const usualLimits: Limits = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  silence: 120_000,
  maxHeaderSize: 128 * 1024,
}
const mostHeaders = 100
/** What an answer need not cost; `@types/node` of version 20 does not know the second. */
const lean: ServerOptions & { optimizeEmptyRequests: boolean } = {
  /** Silence bounds a connection that rests as well: two clocks, set in turns, take a twentieth of an answer's time. */
  keepAliveTimeout: 0,
  /**
   * From Node 24.12 on (others pass over it) a request without a body has no stream to be emptied, which takes a tenth of an answer's time. Such a request
   * has ended when it comes (`req.readableEnded`) and emits neither `data` nor `end`.
   */
  optimizeEmptyRequests: true,
}

/** Listens. @throws CatalogError `port-in-use` (fact: `port`), `cannot-listen` (fact: `reason`). */
export function openServer(
  handler: RequestListener,
  { port, host, limits = usualLimits }: { port: number; host: string | undefined; limits?: Limits },
): Promise<Server> {
  const server = createServer({ ...limits, ...lean }, handler)
  server.maxHeadersCount = mostHeaders
  server.setTimeout(limits.silence)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE'
      reject(new CatalogError(inUse ? 'port-in-use' : 'cannot-listen', { port, reason: error.message }))
    })
    server.listen(port, host, () => resolve(server))
  })
}

/** The address to open in a browser. */
export function addressOf(server: Server): string {
  // A TCP server that listens has an address object.
  const { address, port } = server.address() as AddressInfo
  const name = address === '::' || address === '0.0.0.0' ? 'localhost' : address
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`
}

/** Takes no new connections, lets answers under way finish, and resolves when the last connection is closed. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy is kept open by its reader after the answer: it is closed as soon as it rests.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearInterval(sweep)
      resolve()
    })
    server.closeIdleConnections()
  })
}
