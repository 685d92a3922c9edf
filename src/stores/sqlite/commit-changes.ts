import { CatalogError } from '../../domain/catalog-error.ts'
import type { Change, CommitContext } from '../../ports/catalog-store.ts'
import type { WrittenItem } from '../../ports/changes.ts'
import type { Parameter, SqliteConnection } from './sqlite-connection.ts'
import { isUniqueViolation } from './translate-sqlite-error.ts'

type ItemChange = Extract<Change, { kind: 'item' }>

/** Applies all changes or none and answers the catalogue revision; see `CatalogStore.commit`. */
export function commitChanges(
  connection: SqliteConnection,
  changes: readonly Change[],
  context: CommitContext,
): number {
  return connection.transaction('write', () => applyChanges(connection, changes, context))
}

/** The same inside a transaction that writes. */
export function applyChanges(connection: SqliteConnection, changes: readonly Change[], context: CommitContext): number {
  refuseStaleCatalogue(connection, context.seenCatalogueRevision)
  if (changes.length > 0) connection.run('UPDATE catalogue SET revision = revision + 1')
  const commit = readCatalogueRevision(connection)
  for (const [position, change] of changes.entries()) {
    applyChange(connection, change, { ...context, commit, position })
  }
  // All old entries are gone by now, so that two items may exchange their codes.
  for (const change of lastItemChanges(changes)) insertItemEntry(connection, change, context.at)
  return commit
}

export function readCatalogueRevision(connection: SqliteConnection): number {
  return connection.first<{ revision: number }>('SELECT revision FROM catalogue')?.revision ?? 0
}

/** The transaction has locked the file already: what is read here holds until the commit. */
function refuseStaleCatalogue(connection: SqliteConnection, expected: number | undefined): void {
  const actual = readCatalogueRevision(connection)
  if (expected === undefined || expected === actual) return
  throw new CatalogError('stale-revision', { kind: 'catalogue', expected, actual })
}

type Place = CommitContext & { commit: number; position: number }

function applyChange(connection: SqliteConnection, change: Change, context: Place): void {
  if (writeDocument(connection, change) === 0) throw staleRevision(connection, change)
  connection.run(
    `INSERT INTO revisions (kind, id, revision, updated_at, actor, body, commit_number, position, item_index)
      VALUES (?1, ?2, 1 + coalesce((SELECT max(revision) FROM revisions WHERE kind = ?1 AND id = ?2), 0),
        ?3, ?4, CAST(?5 AS TEXT), ?6, ?7, ?8)`,
    change.kind,
    change.id,
    context.at,
    context.actor,
    textOf(change),
    context.commit,
    context.position,
    change.kind === 'item' && !isRemoval(change) ? JSON.stringify(change.index) : null,
  )
  // What was not there has no entry.
  if (change.kind === 'item' && change.expectedRevision > 0) connection.run('DELETE FROM items WHERE id = ?', change.id)
}

function writtenOf(change: Change): WrittenItem | undefined {
  return change.kind === 'item' ? change.written : undefined
}

function isRemoval(change: Change): boolean {
  return writtenOf(change) === undefined && change.body === null
}

/** The body as JSON: a text, or its bytes where it was written before. */
function textOf(change: Change): Parameter {
  const json = writtenOf(change)?.json
  if (json !== undefined) return Buffer.from(json.buffer, json.byteOffset, json.byteLength)
  return change.body === null ? null : JSON.stringify(change.body)
}

/** Moves the document to its next revision; 0 when it is not at the expected one. Numbers go on after a removal. */
function writeDocument(connection: SqliteConnection, change: Change): number {
  const { kind, id, expectedRevision } = change
  if (isRemoval(change)) {
    return connection.run(
      'DELETE FROM documents WHERE kind = ? AND id = ? AND revision = ?',
      kind,
      id,
      expectedRevision,
    )
  }
  if (expectedRevision > 0) {
    return connection.run(
      'UPDATE documents SET revision = revision + 1 WHERE kind = ? AND id = ? AND revision = ?',
      kind,
      id,
      expectedRevision,
    )
  }
  return connection.run(
    `INSERT INTO documents (kind, id, revision) VALUES (?1, ?2,
      1 + coalesce((SELECT max(revision) FROM revisions WHERE kind = ?1 AND id = ?2), 0)) ON CONFLICT DO NOTHING`,
    kind,
    id,
  )
}

function staleRevision(connection: SqliteConnection, { kind, id, expectedRevision }: Change): CatalogError {
  const stored = connection.first<{ revision: number }>(
    'SELECT revision FROM documents WHERE kind = ? AND id = ?',
    kind,
    id,
  )
  return new CatalogError('stale-revision', { kind, id, expected: expectedRevision, actual: stored?.revision ?? 0 })
}

function lastItemChanges(changes: readonly Change[]): Iterable<ItemChange> {
  const byId = new Map<string, ItemChange>()
  for (const change of changes) if (change.kind === 'item') byId.set(change.id, change)
  return byId.values()
}

function insertItemEntry(connection: SqliteConnection, change: ItemChange, at: string): void {
  const head = change.written?.head ?? change.body
  if (head === null) return
  const { agency, catalogCode, implementationCode } = head
  try {
    connection.run(
      `INSERT INTO items (id, sort_key, updated_at, agency, catalog_code, implementation_code)
        VALUES (?, ?, ?, ?, ?, ?)`,
      change.id,
      change.index.sortKey,
      at,
      agency,
      catalogCode,
      implementationCode,
    )
  } catch (error) {
    throw isUniqueViolation(error) ? duplicateCode(connection, change, error) : error
  }
  connection.run(
    `INSERT OR IGNORE INTO item_facets (facet, value, item)
      SELECT value ->> 0, value ->> 1, last_insert_rowid() FROM json_each(?)`,
    JSON.stringify(facetValues(change)),
  )
}

function facetValues({ index }: ItemChange): [string, string][] {
  return [
    ['agency', index.agency],
    ['type', index.type],
    ['state', index.state],
    ...index.audience.map((value): [string, string] => ['audience', value]),
    ...index.theme.map((value): [string, string] => ['theme', value]),
  ]
}

/** Names the item that has the code; the index has refused the write already. */
function duplicateCode(connection: SqliteConnection, { body }: ItemChange, cause: unknown): CatalogError {
  const holder = connection.first<{ id: string }>(
    'SELECT id FROM items WHERE implementation_code = ?',
    body?.implementationCode ?? null,
  )
  if (holder !== undefined) {
    const facts = { field: 'implementationCode', value: body?.implementationCode, id: holder.id }
    return new CatalogError('duplicate-code', facts, { cause })
  }
  const [agency, code] = [body?.agency ?? null, body?.catalogCode ?? null]
  const other = connection.first<{ id: string }>(
    'SELECT id FROM items WHERE agency = ? AND catalog_code = ?',
    agency,
    code,
  )
  return new CatalogError('duplicate-code', { field: 'catalogCode', value: code, id: other?.id }, { cause })
}
