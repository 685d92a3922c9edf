import { CatalogError } from '../../domain/catalog-error.ts'
import type { RecordEntry } from '../../domain/office/record.ts'
import {
  type OfficeChange,
  type OfficeDocument,
  type OfficeKind,
  type OfficePart,
  type OfficeQuery,
  type OfficeSnapshot,
  type OfficeStore,
  type OfficeWrite,
  officeKeys,
  officeKeysOf,
  type RecordQuery,
} from '../../ports/office-store.ts'
import { applyChanges, readCatalogueRevision } from './commit-changes.ts'
import type { Parameter, SqliteConnection } from './sqlite-connection.ts'

interface Row {
  id: string
  revision: number
  updated_at: string
  body: string
}
type EntryRow = Pick<RecordEntry, 'number' | 'actor' | 'subject' | 'action'> & { entry: string }
/** Entries read at once when the whole record is read. */
const portion = 1000

/** The office's documents and the record in the file of the catalogue. */
export class SqliteOfficeStore implements OfficeStore {
  readonly #connection: SqliteConnection

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  async find<Kind extends OfficeKind>(kind: Kind, id: string): Promise<OfficeDocument<Kind> | undefined> {
    const row = this.#connection.first<Row>(
      'SELECT id, revision, updated_at, body FROM office_documents WHERE kind = ? AND id = ?',
      kind,
      id,
    )
    return row === undefined ? undefined : toDocument(kind, row)
  }

  async list<Kind extends OfficeKind>(kind: Kind, query: OfficeQuery = {}): Promise<OfficeDocument<Kind>[]> {
    const wanted = officeKeys.flatMap((key) => (query[key] === undefined ? [] : [{ key, value: query[key] }]))
    const rows = this.#connection.all<Row>(
      `SELECT id, revision, updated_at, body FROM office_documents
        WHERE ${['kind = ?', ...wanted.map(({ key }) => `${key} = ?`)].join(' AND ')} ORDER BY id`,
      kind,
      ...wanted.map(({ value }) => value),
    )
    return rows.map((row) => toDocument(kind, row))
  }

  async write({ at, changes, record, catalogue }: OfficeWrite): Promise<void> {
    const connection = this.#connection
    connection.transaction('write', () => {
      const commit = catalogue && applyChanges(connection, catalogue.changes, catalogue.context)
      for (const change of changes) applyOfficeChange(connection, change, at)
      for (const entry of record?.(readNewest(connection), commit) ?? []) insertEntry(connection, entry)
    })
  }

  async newestEntry(): Promise<RecordEntry | undefined> {
    return readNewest(this.#connection)
  }

  async listRecord({ limit, before = Number.MAX_SAFE_INTEGER, ...filters }: RecordQuery): Promise<RecordEntry[]> {
    const wanted = (['actor', 'subject', 'action'] as const).filter((name) => filters[name] !== undefined)
    const conditions = ['number < ?', ...wanted.map((name) => `${name} = ?`)].join(' AND ')
    const values = wanted.map((name): Parameter => filters[name] ?? null)
    return readEntries(this.#connection, `WHERE ${conditions} ORDER BY number DESC LIMIT ?`, [before, ...values, limit])
  }

  async *readRecord(after = 0, through = Number.MAX_SAFE_INTEGER): AsyncIterable<RecordEntry> {
    const next = 'WHERE number > ? AND number <= ? ORDER BY number LIMIT ?'
    for (let last = after; ; ) {
      const entries = readEntries(this.#connection, next, [last, through, portion])
      yield* entries
      const newest = entries.at(-1)
      if (newest === undefined) return
      last = newest.number
    }
  }

  async snapshot(kinds: readonly OfficeKind[]): Promise<OfficeSnapshot> {
    const connection = this.#connection
    const sql = `SELECT kind, id, revision, updated_at, body FROM office_documents
      WHERE kind IN (${kinds.map(() => '?').join(', ')}) ORDER BY kind, id`
    return connection.transaction('read', () => ({
      catalogueRevision: readCatalogueRevision(connection),
      newestEntry: readNewest(connection)?.number ?? 0,
      documents: connection.all<Row & { kind: OfficeKind }>(sql, ...kinds).map((row) => toDocument(row.kind, row)),
    }))
  }

  async copyIn({ documents, entries }: OfficePart): Promise<void> {
    const connection = this.#connection
    connection.transaction('write', () => {
      refuseGap(entries, readNewest(connection))
      for (const document of documents) putDocument(connection, document)
      for (const entry of entries) insertEntry(connection, entry)
    })
  }
}

/** @throws CatalogError `stale-revision` when the first entry does not follow the newest one. */
function refuseGap([first]: readonly RecordEntry[], newest: RecordEntry | undefined): void {
  const actual = newest?.number ?? 0
  if (first === undefined || first.number === actual + 1) return
  throw new CatalogError('stale-revision', { kind: 'record', id: 'main', expected: first.number - 1, actual })
}

function putDocument(connection: SqliteConnection, document: OfficeDocument<OfficeKind>): void {
  const { kind, id, revision, updatedAt, body } = document
  const { account, agency, item, state } = officeKeysOf(body)
  connection.run(
    `INSERT OR REPLACE INTO office_documents (kind, id, revision, updated_at, account, agency, item, state, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[kind, id, revision, updatedAt, account, agency, item, state, JSON.stringify(body)],
  )
}

/** The body is what `write` stored, so that its shape is the one of its kind. */
function toDocument<Kind extends OfficeKind>(kind: Kind, row: Row): OfficeDocument<Kind> {
  return { kind, id: row.id, revision: row.revision, updatedAt: row.updated_at, body: JSON.parse(row.body) }
}

function applyOfficeChange(connection: SqliteConnection, change: OfficeChange, at: string): void {
  if (writeDocument(connection, change, at) > 0) return
  const { kind, id, expectedRevision: expected } = change
  const stored = connection.first<{ revision: number }>(
    'SELECT revision FROM office_documents WHERE kind = ? AND id = ?',
    kind,
    id,
  )
  throw new CatalogError('stale-revision', { kind, id, expected, actual: stored?.revision ?? 0 })
}

/** How many documents it changed: 0 when the document is not at the expected revision. */
function writeDocument(connection: SqliteConnection, change: OfficeChange, at: string): number {
  const { kind, id, expectedRevision, body } = change
  if (body === null) {
    return connection.run(
      'DELETE FROM office_documents WHERE kind = ? AND id = ? AND revision = ?',
      kind,
      id,
      expectedRevision,
    )
  }
  const { account, agency, item, state } = officeKeysOf(body)
  const values = [at, account, agency, item, state, JSON.stringify(body)]
  if (expectedRevision === 0) {
    return connection.run(
      `INSERT INTO office_documents (kind, id, revision, updated_at, account, agency, item, state, body)
        VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      kind,
      id,
      ...values,
    )
  }
  return connection.run(
    `UPDATE office_documents SET revision = revision + 1, updated_at = ?, account = ?, agency = ?, item = ?, state = ?,
      body = ? WHERE kind = ? AND id = ? AND revision = ?`,
    ...values,
    kind,
    id,
    expectedRevision,
  )
}

function insertEntry(connection: SqliteConnection, entry: RecordEntry): void {
  connection.run(
    'INSERT INTO record (number, actor, subject, action, entry) VALUES (?, ?, ?, ?, ?)',
    entry.number,
    entry.actor,
    entry.subject,
    entry.action,
    JSON.stringify(entry),
  )
}

function readNewest(connection: SqliteConnection): RecordEntry | undefined {
  return readEntries(connection, 'ORDER BY number DESC LIMIT 1', [])[0]
}

function readEntries(connection: SqliteConnection, rest: string, parameters: Parameter[]): RecordEntry[] {
  const rows = connection.all<EntryRow>(
    `SELECT number, actor, subject, action, entry FROM record ${rest}`,
    ...parameters,
  )
  return rows.map(({ entry, ...filed }) => ({ ...JSON.parse(entry), ...filed }))
}
