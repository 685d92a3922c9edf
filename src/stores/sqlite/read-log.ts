import type { DocumentKind, LogEntry, LogRange, Picture } from '../../ports/catalog-store.ts'
import { type RevisionRow, toRevision } from './document-rows.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/** How many rows are read at once; between two readings writers go on. */
const portion = 200

interface LogRow extends RevisionRow {
  kind: DocumentKind
  commit_number: number
  position: number
  item_index: string | null
}

/** See `CatalogStore.readLog`. */
export async function* readLog(connection: SqliteConnection, { after, through }: LogRange): AsyncIterable<LogEntry> {
  let last = { commit: after, position: Number.MAX_SAFE_INTEGER }
  for (let rows: LogRow[] | undefined; rows === undefined || rows.length === portion; ) {
    rows = connection.all<LogRow>(
      `SELECT kind, id, revision, updated_at, actor, body, commit_number, position, item_index FROM revisions
        WHERE (commit_number, position) > (?, ?) AND commit_number <= ? ORDER BY commit_number, position LIMIT ${portion}`,
      last.commit,
      last.position,
      through,
    )
    for (const row of rows) {
      last = { commit: row.commit_number, position: row.position }
      yield toLogEntry(row)
    }
  }
}

export function countLog(connection: SqliteConnection, { after, through }: LogRange): number {
  const sql = 'SELECT count(*) AS states FROM revisions WHERE commit_number > ? AND commit_number <= ?'
  return connection.first<{ states: number }>(sql, after, through)?.states ?? 0
}

/** See `CatalogStore.readPictures`. */
export async function* readPictures(connection: SqliteConnection): AsyncIterable<Picture> {
  const next = 'SELECT key, content FROM pictures WHERE key > ? ORDER BY key LIMIT 1'
  for (let picture = connection.first<Picture>(next, ''); picture !== undefined; ) {
    yield picture
    picture = connection.first<Picture>(next, picture.key)
  }
}

/** Kind and body come from the same row, which TypeScript does not follow through a union. */
function toLogEntry(row: LogRow): LogEntry {
  const index = row.item_index === null ? null : JSON.parse(row.item_index)
  return { ...toRevision(row.kind, row), commit: row.commit_number, position: row.position, index } as LogEntry
}
