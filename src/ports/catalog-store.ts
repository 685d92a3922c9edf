import type { ItemIndex } from '../domain/item-index.ts'
import type { Change, CommitContext, DocumentKind, DocumentKinds } from './changes.ts'
import type { OfficeStore } from './office-store.ts'
import type { TermIndex } from './term-index.ts'

export type { Change, CommitContext, DocumentKind, DocumentKinds, ItemIndex }

/** A document as stored. */
export interface Stored<Kind extends DocumentKind> {
  kind: Kind
  /** `main`, the code of the item, or the id of the decision. */
  id: string
  /** 1 when created, one more with every change of this document. */
  revision: number
  /** Moment of the change, RFC 3339. */
  updatedAt: string
  body: DocumentKinds[Kind]
}

export const facetNames = ['agency', 'type', 'state', 'audience', 'theme'] as const
export type FacetName = (typeof facetNames)[number]

/** A past or present state of a document. `body: null`: it was removed. */
export interface Revision<Kind extends DocumentKind> extends Omit<Stored<Kind>, 'body'> {
  actor: string
  body: DocumentKinds[Kind] | null
}

/** A state of a document with its place in the log: all that another store needs to make the same commit again. */
export type LogEntry = {
  [Kind in DocumentKind]: Revision<Kind> & {
    /** The catalogue revision that its commit made. */
    commit: number
    /** Its place among the changes of the commit, from 0. */
    position: number
    /** Of an item: its index entry; `null`: another kind, or the item was removed. */
    index: ItemIndex | null
  }
}[DocumentKind]

/** Commits from the one after `after` up to and including `through`. */
export interface LogRange {
  after: number
  through: number
}

export interface Picture {
  key: string
  content: string
}

/** Which items to list. Absent: no restriction. */
export interface ItemQuery {
  filters: Partial<Record<FacetName, string>>
  sort: 'official' | 'newest'
  /** 1-based. */
  page: number
  pageSize: number
}
export interface ItemPage {
  total: number
  items: Stored<'item'>[]
  /** Counted over the whole result with all filters applied; highest count first, then by value. */
  facets: Record<FacetName, { value: string; count: number }[]>
}

/**
 * Keeps the documents of a catalogue and every past state of them.
 *
 * What `commit` acknowledged survives kill -9 of the process; what it refused left no trace. Stores differ in nothing a caller can see:
 * `test/stores/describe-catalog-store.ts` proves it for each.
 *
 * Every method throws CatalogError `store-unavailable` (fact: `reason`) when the store cannot be reached or written.
 */
export interface CatalogStore {
  /** What the office keeps in the same database. */
  readonly office: OfficeStore
  /** What items are found by, where there are too many of them to search in memory. */
  readonly terms: TermIndex
  /** A number that grows with every commit by anybody: a reader whose copy carries a smaller one is out of date. 0: empty. */
  catalogueRevision(): Promise<number>
  find<Kind extends DocumentKind>(kind: Kind, id: string): Promise<Stored<Kind> | undefined>
  /** All documents of a kind, sorted by id. */
  list<Kind extends DocumentKind>(kind: Kind): Promise<Stored<Kind>[]>
  listItems(query: ItemQuery): Promise<ItemPage>
  /** Every state of a document, newest first; empty when it never existed. */
  revisions<Kind extends DocumentKind>(kind: Kind, id: string): Promise<Revision<Kind>[]>
  /**
   * Applies all changes or none, and answers the catalogue revision.
   *
   * @throws CatalogError `stale-revision` (facts: `kind`, `id`, `expected`, `actual`) when a document is not at its expected revision,
   *   or (facts: `kind: 'catalogue'`, `expected`, `actual`) when anybody has changed the catalogue since `seenCatalogueRevision`,
   *   `duplicate-code` (facts: `field`, `value`, `id`) when two items would share a `catalogCode` with the same agency or an `implementationCode`.
   */
  commit(changes: readonly Change[], context: CommitContext): Promise<number>
  /**
   * Every state of every document in the order in which they were committed: commit by commit, and in each as the writer gave them. The log
   * only grows, so that what was read of it stays true while others write.
   */
  readLog(range: LogRange): AsyncIterable<LogEntry>
  /** How many states `readLog` answers. */
  countLog(range: LogRange): Promise<number>
  /** A finished picture by its key; `undefined`: not rendered yet. */
  findPicture(key: string): Promise<string | undefined>
  /** Whether a picture is there, without reading it. */
  hasPicture(key: string): Promise<boolean>
  /** Keeps a picture; the same key always means the same content, so that writing it twice does no harm. */
  savePicture(key: string, content: string): Promise<void>
  /** All pictures by key; one that is saved meanwhile may be among them or not. */
  readPictures(): AsyncIterable<Picture>
  close(): Promise<void>
}
