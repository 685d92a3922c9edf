import type { DocumentKind, Revision, Stored } from '../../ports/catalog-store.ts'

/** A present document as SQLite answers it. */
export interface DocumentRow {
  id: string
  revision: number
  updated_at: string
  body: string
}

export interface RevisionRow extends Omit<DocumentRow, 'body'> {
  actor: string
  body: string | null
}

/** The document in a row; the body is what `commit` wrote, so that its shape is the one of its kind. */
export function toStored<Kind extends DocumentKind>(kind: Kind, row: DocumentRow): Stored<Kind> {
  return { kind, id: row.id, revision: row.revision, updatedAt: row.updated_at, body: JSON.parse(row.body) }
}

/** The past or present state in a row; see `toStored`. */
export function toRevision<Kind extends DocumentKind>(kind: Kind, row: RevisionRow): Revision<Kind> {
  const body = row.body === null ? null : JSON.parse(row.body)
  return { kind, id: row.id, revision: row.revision, updatedAt: row.updated_at, actor: row.actor, body }
}
