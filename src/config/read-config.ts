import { CatalogError } from '../domain/catalog-error.ts'

/** Settings of the process, read once from the environment. */
export interface Config {
  port: number
  /** Address to listen on; `undefined`: every interface. */
  host: string | undefined
  /** Path of the embedded store. */
  databasePath: string
  logLevel: string
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/**
 * Reads PORT, HOST, DATABASE_URL and LOG_LEVEL; an empty variable counts as absent.
 *
 * @throws CatalogError `bad-config` (facts: `name`, `reason` in Chinese).
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Readonly<Config> {
  return Object.freeze({
    port: readPort(environment.PORT || '3000'),
    host: environment.HOST || undefined,
    databasePath: readDatabasePath(environment.DATABASE_URL || 'file:data/banshi.db'),
    logLevel: readLogLevel(environment.LOG_LEVEL || 'info'),
  })
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port
  throw new CatalogError('bad-config', { name: 'PORT', reason: `“${text}”不是 0 到 65535 之间的整数` })
}

function readDatabasePath(url: string): string {
  if (/^mongodb(\+srv)?:\/\//.test(url)) {
    throw new CatalogError('bad-config', { name: 'DATABASE_URL', reason: '暂不支持 MongoDB，请用 file:<路径>' })
  }
  if (url.startsWith('file:') && url.length > 'file:'.length) return url.slice('file:'.length)
  throw new CatalogError('bad-config', { name: 'DATABASE_URL', reason: `读不懂“${url}”，请写成 file:<路径>` })
}

function readLogLevel(level: string): string {
  if (logLevels.includes(level)) return level
  throw new CatalogError('bad-config', { name: 'LOG_LEVEL', reason: `“${level}”不在 ${logLevels.join('、')} 之中` })
}
