import { CatalogError } from '../domain/catalog-error.ts'
import { type DatabaseAddress, parseDatabaseAddress } from './database-address.ts'

/** Settings of the process, read once from the environment. */
export interface Config {
  port: number
  /** Address to listen on; `undefined`: every interface. */
  host: string | undefined
  /** Where the catalogue is kept. */
  database: DatabaseAddress
  logLevel: string
  /** How many processes answer. */
  workers: number
  /** How many proxies stand in front of the service; each names the address it asks for. */
  trustedProxies: number
}

/** Beyond this the processes are in each other's way on any machine. */
const mostWorkers = 64
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/**
 * Reads PORT, HOST, DATABASE_URL, LOG_LEVEL, WORKERS and TRUST_PROXY; an empty variable counts as absent.
 *
 * @throws CatalogError `bad-config` (facts: `name`, `reason` in Chinese).
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Readonly<Config> {
  return Object.freeze({
    port: readPort(environment.PORT || '3000'),
    host: environment.HOST || undefined,
    database: readDatabase(environment.DATABASE_URL || 'file:data/banshi.db'),
    logLevel: readLogLevel(environment.LOG_LEVEL || 'info'),
    workers: readWorkers(environment.WORKERS || '1'),
    trustedProxies: readTrustedProxies(environment.TRUST_PROXY || '0'),
  })
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port
  throw new CatalogError('bad-config', { name: 'PORT', reason: `“${text}”不是 0 到 65535 之间的整数` })
}

function readWorkers(text: string): number {
  const workers = Number(text)
  if (/^\d{1,2}$/.test(text) && workers >= 1 && workers <= mostWorkers) return workers
  throw new CatalogError('bad-config', { name: 'WORKERS', reason: `“${text}”不是 1 到 ${mostWorkers} 之间的整数` })
}

function readTrustedProxies(text: string): number {
  if (/^\d$/.test(text)) return Number(text)
  throw new CatalogError('bad-config', {
    name: 'TRUST_PROXY',
    reason: `“${text}”不是 0 到 9 之间的整数（前面有几层代理）`,
  })
}

function readDatabase(url: string): DatabaseAddress {
  const address = parseDatabaseAddress(url)
  if (address !== undefined) return address
  const reason = `读不懂“${withoutPassword(url)}”，请写成 file:<路径> 或 mongodb://…`
  throw new CatalogError('bad-config', { name: 'DATABASE_URL', reason })
}

/** A password in an address must not stand in a message. */
function withoutPassword(url: string): string {
  return url.replace(/:[^:@/]*@/, ':…@')
}

function readLogLevel(level: string): string {
  if (logLevels.includes(level)) return level
  throw new CatalogError('bad-config', { name: 'LOG_LEVEL', reason: `“${level}”不在 ${logLevels.join('、')} 之中` })
}
