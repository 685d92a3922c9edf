import type { DocumentKind, ItemIndex } from '../../ports/catalog-store.ts'

/** A state of a document; the body is JSON text, so that no caller holds a part of the store. */
export interface RevisionRecord {
  kind: DocumentKind
  id: string
  revision: number
  updatedAt: string
  actor: string
  /** `null`: the document was removed. */
  body: string | null
  commit: number
  position: number
  index: ItemIndex | null
}

/** What the list of items knows of one. */
export interface ItemRecord {
  id: string
  updatedAt: string
  index: ItemIndex
  agency: string
  catalogCode: string | null
  implementationCode: string | null
}

/** Everything the store holds. A commit works on a copy and puts it in the place of the old one when nothing was refused. */
export interface CatalogueState {
  revision: number
  /** Every state of a document, oldest first, by `keyOf`; the arrays are replaced, never changed. */
  histories: Map<string, readonly RevisionRecord[]>
  items: Map<string, ItemRecord>
}

export function keyOf(kind: DocumentKind, id: string): string {
  return `${kind}/${id}`
}

/** The present state of a document; `undefined`: it does not exist, or no longer. */
export function findPresent(state: CatalogueState, kind: DocumentKind, id: string): RevisionRecord | undefined {
  const newest = state.histories.get(keyOf(kind, id))?.at(-1)
  return newest?.body === null ? undefined : newest
}

/** Order of the UTF-8 bytes, as every store sorts texts; UTF-16, as JavaScript compares, differs from it beyond U+FFFF. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
