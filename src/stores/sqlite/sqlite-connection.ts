import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'
import { CatalogError } from '../../domain/catalog-error.ts'
import { migrations } from './migrations.ts'
import { translateSqliteError } from './translate-sqlite-error.ts'

/** Bytes are kept as they are; `CAST(? AS TEXT)` makes them the text that they spell in UTF-8. */
export type Parameter = string | number | Buffer | null

/** How long a writer waits for another process, in milliseconds. */
const busyTimeout = 10_000

/** One connection: statements are prepared once, SQLite's errors are translated here and nowhere else. */
export class SqliteConnection {
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement<unknown[]>>()

  constructor(database: Database.Database) {
    this.#database = database
  }

  /** Runs a write and answers how many rows it changed. */
  run(sql: string, ...parameters: Parameter[]): number {
    return this.#guard(() => this.#prepare(sql).run(parameters).changes)
  }

  /** The rows of a query; `Row` is what its columns are called in `sql`. */
  all<Row>(sql: string, ...parameters: Parameter[]): Row[] {
    // The columns are named in the statement beside the type, which the driver cannot check.
    return this.#guard(() => this.#prepare(sql).all(parameters) as Row[])
  }

  /** The first row of a query, `undefined` when there is none. */
  first<Row>(sql: string, ...parameters: Parameter[]): Row | undefined {
    return this.all<Row>(sql, ...parameters)[0]
  }

  /** As `all`, each row made into its value as it comes: the texts of all rows never stand in memory together. */
  map<Row, Value>(sql: string, parameters: readonly Parameter[], toValue: (row: Row) => Value): Value[] {
    return this.#guard(() => {
      const values: Value[] = []
      for (const row of this.#prepare(sql).iterate(parameters)) values.push(toValue(row as Row))
      return values
    })
  }

  execute(sql: string): void {
    this.#guard(() => this.#database.exec(sql))
  }

  /** Runs `work` in one transaction: `write` locks at its start, `read` sees one state throughout. Any error undoes everything. */
  transaction<Result>(mode: 'read' | 'write', work: () => Result): Result {
    this.execute(mode === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN DEFERRED')
    try {
      const result = work()
      this.execute('COMMIT')
      return result
    } catch (error) {
      // SQLite itself has undone it already after some errors, such as a full disk.
      if (this.#database.inTransaction) this.execute('ROLLBACK')
      throw error
    }
  }

  /**
   * Moves what was committed from the log into the file itself, so that the file alone is the whole catalogue.
   *
   * The driver does not do so when it closes. Where another process is busy, or the file is read-only, everything stays safe in the log.
   */
  checkpoint(): void {
    if (!this.#database.open) return
    try {
      this.execute('PRAGMA busy_timeout = 1000; PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error
    }
  }

  close(): void {
    if (!this.#database.open) return
    this.#statements.clear()
    this.#database.close()
  }

  #prepare(sql: string): Database.Statement<unknown[]> {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #guard<Result>(work: () => Result): Result {
    if (!this.#database.open) throw new CatalogError('store-unavailable', { reason: '数据库已关闭' })
    try {
      return work()
    } catch (error) {
      throw translateSqliteError(error)
    }
  }
}

/**
 * Opens the file, making it and its folder where missing, and brings it to the newest version.
 *
 * @throws CatalogError `store-unavailable` · `store-too-new` (facts: `version`, `supported`): a newer program has written the file.
 */
export function openSqliteConnection(path: string, maxPages?: number): SqliteConnection {
  const connection = new SqliteConnection(openFile(path))
  try {
    connection.execute(`PRAGMA busy_timeout = ${busyTimeout}`)
    migrate(connection)
    connection.execute('PRAGMA foreign_keys = ON')
    if (maxPages !== undefined) connection.execute(`PRAGMA max_page_count = ${maxPages}`)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function openFile(path: string): Database.Database {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return new Database(path, { timeout: busyTimeout })
  } catch (cause) {
    throw new CatalogError('store-unavailable', { reason: whyNotOpened(path) }, { cause })
  }
}

function whyNotOpened(path: string): string {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return '数据文件的位置上是一个文件夹'
    accessSync(dirname(path), constants.W_OK | constants.X_OK)
    return '数据文件打不开'
  } catch {
    return '数据文件夹不可写'
  }
}

function versionOf(connection: SqliteConnection): number {
  return connection.first<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
}

/** The version is looked at before anything is written: a file that a newer program has written stays byte for byte as it is. */
function migrate(connection: SqliteConnection): void {
  refuseNewer(versionOf(connection))
  connection.execute('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  if (versionOf(connection) === migrations.length) return
  connection.transaction('write', () => {
    const version = versionOf(connection)
    refuseNewer(version)
    for (const step of migrations.slice(version)) connection.execute(step)
    connection.execute(`PRAGMA user_version = ${migrations.length}`)
  })
}

function refuseNewer(version: number): void {
  if (version > migrations.length) throw new CatalogError('store-too-new', { version, supported: migrations.length })
}
