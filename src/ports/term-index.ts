/** A word, or a piece of one, by which an item is found, and how much it says about the item: 1 to 999. */
export interface WeightedTerm {
  /** Without spaces and control characters. */
  text: string
  weight: number
}

/** What is kept of an item. */
export interface TermEntry {
  code: string
  /** Fingerprint of what the terms were made from: an item whose fingerprint is the same is not written again. */
  digest: string
  /** Each text once. */
  terms: readonly WeightedTerm[]
}

/** How far the index is. */
export interface TermIndexState {
  /** Catalogue revision that the index describes as a whole; 0: none. */
  revision: number
  /** By which rules the terms were made; empty: none. */
  rules: string
  /** Grows with every write. */
  turn: number
}

/** One part of bringing the index to a catalogue revision; the last part names it in `upTo`. */
export interface TermWrite {
  /** The turn that the writer has seen when it planned. */
  seenTurn: number
  /** New items, and items in the place of what was kept of them. */
  put: readonly TermEntry[]
  /** Codes of items that are no more; one that is not kept does no harm. */
  remove: readonly string[]
  upTo?: Pick<TermIndexState, 'revision' | 'rules'>
}

/** A term as a whole, or every term that begins so. */
export interface WantedTerm {
  text: string
  isPrefix: boolean
}

export interface TermMatch {
  code: string
  /** For each group of the question the greatest weight of a term that was found; 0: none was. */
  weights: number[]
}

/**
 * Terms of the items, kept in the store so that no process has to hold them.
 *
 * The index is derived: it belongs to no commit, and is brought to a catalogue revision by whoever searches. It ranks nothing, so that all stores
 * rank alike. Methods throw CatalogError `store-unavailable` as those of the store do.
 */
export interface TermIndex {
  state(): Promise<TermIndexState>
  /** Fingerprint of every item that is kept, by code. */
  digests(): Promise<ReadonlyMap<string, string>>
  /** Writes all of a part or nothing; false: somebody else has written since `seenTurn`. */
  write(part: TermWrite): Promise<boolean>
  /** The items that have a term of every group (`all`) or of one at least (`any`), sorted by the bytes of their codes. */
  match(groups: readonly (readonly WantedTerm[])[], mode: 'all' | 'any'): Promise<TermMatch[]>
}
