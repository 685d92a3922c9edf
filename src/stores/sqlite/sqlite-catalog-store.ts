import type {
  CatalogStore,
  Change,
  CommitContext,
  DocumentKind,
  ItemPage,
  ItemQuery,
  LogEntry,
  LogRange,
  Picture,
  Revision,
  Stored,
} from '../../ports/catalog-store.ts'
import { commitChanges, readCatalogueRevision } from './commit-changes.ts'
import { type DocumentRow, type RevisionRow, toRevision, toStored } from './document-rows.ts'
import { listItems } from './list-items.ts'
import { countLog, readLog, readPictures } from './read-log.ts'
import { openSqliteConnection, type SqliteConnection } from './sqlite-connection.ts'
import { SqliteOfficeStore } from './sqlite-office-store.ts'
import { SqliteTermIndex } from './sqlite-term-index.ts'

export interface SqliteStoreOptions {
  /** The most pages of 4 KiB the file may have; a write past it is refused as on a full disk. Absent: no limit. */
  maxPages?: number
}

/**
 * Opens the catalogue in a file of its own; several processes may have it open at once.
 *
 * @throws CatalogError `store-unavailable` · `store-too-new` (facts: `version`, `supported`).
 */
export async function openSqliteCatalogStore(path: string, options: SqliteStoreOptions = {}): Promise<CatalogStore> {
  return new SqliteCatalogStore(openSqliteConnection(path, options.maxPages))
}

const presentDocuments = `SELECT id, revision, updated_at, body
  FROM documents JOIN revisions USING (kind, id, revision)`

/** The catalogue in one SQLite file (WAL, every commit flushed to the disk before it is acknowledged). */
class SqliteCatalogStore implements CatalogStore {
  readonly #connection: SqliteConnection
  readonly office: SqliteOfficeStore
  readonly terms: SqliteTermIndex

  constructor(connection: SqliteConnection) {
    this.#connection = connection
    this.office = new SqliteOfficeStore(connection)
    this.terms = new SqliteTermIndex(connection)
  }

  async catalogueRevision(): Promise<number> {
    return readCatalogueRevision(this.#connection)
  }

  async find<Kind extends DocumentKind>(kind: Kind, id: string): Promise<Stored<Kind> | undefined> {
    const row = this.#connection.first<DocumentRow>(`${presentDocuments} WHERE kind = ? AND id = ?`, kind, id)
    return row === undefined ? undefined : toStored(kind, row)
  }

  async list<Kind extends DocumentKind>(kind: Kind): Promise<Stored<Kind>[]> {
    const sql = `${presentDocuments} WHERE kind = ? ORDER BY id`
    return this.#connection.map(sql, [kind], (row: DocumentRow) => toStored(kind, row))
  }

  async listItems(query: ItemQuery): Promise<ItemPage> {
    return listItems(this.#connection, query)
  }

  async revisions<Kind extends DocumentKind>(kind: Kind, id: string): Promise<Revision<Kind>[]> {
    const rows = this.#connection.all<RevisionRow>(
      `SELECT id, revision, updated_at, actor, body FROM revisions
        WHERE kind = ? AND id = ? ORDER BY revision DESC`,
      kind,
      id,
    )
    return rows.map((row) => toRevision(kind, row))
  }

  async commit(changes: readonly Change[], context: CommitContext): Promise<number> {
    return commitChanges(this.#connection, changes, context)
  }

  readLog(range: LogRange): AsyncIterable<LogEntry> {
    return readLog(this.#connection, range)
  }

  async countLog(range: LogRange): Promise<number> {
    return countLog(this.#connection, range)
  }

  async findPicture(key: string): Promise<string | undefined> {
    return this.#connection.first<{ content: string }>('SELECT content FROM pictures WHERE key = ?', key)?.content
  }

  async hasPicture(key: string): Promise<boolean> {
    return this.#connection.first('SELECT 1 FROM pictures WHERE key = ?', key) !== undefined
  }

  async savePicture(key: string, content: string): Promise<void> {
    this.#connection.run('INSERT INTO pictures (key, content) VALUES (?, ?) ON CONFLICT DO NOTHING', key, content)
  }

  readPictures(): AsyncIterable<Picture> {
    return readPictures(this.#connection)
  }

  async close(): Promise<void> {
    this.#connection.checkpoint()
    this.#connection.close()
  }
}
