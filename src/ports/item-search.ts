import type { TermIndex } from './term-index.ts'

/** What is known of an item to the search, in plain words. */
export interface SearchableItem {
  code: string
  name: string
  aliases: readonly string[]
  keywords: readonly string[]
  agencyNames: readonly string[]
  materials: readonly string[]
  /** Everything else worth finding it by: themes, results, scope. */
  text: readonly string[]
}

export interface ItemSearch {
  /** Codes that match, best first. Words may be Chinese, pinyin or initials; every word must match somewhere. Empty words match nothing. */
  find(words: string): Promise<string[]>
  /** Up to `limit` names that complete what was typed, best first. */
  suggest(words: string, limit: number): Promise<{ text: string; code: string }[]>
}

/** Where the items come from. */
export interface SearchPlace {
  /** Catalogue revision that the items are of. */
  revision: number
  /** Where their terms are kept when there are too many for memory. */
  terms: TermIndex
}

/**
 * Builds the search over a set of items; called again when the catalogue has changed.
 *
 * Of a great set the terms are in the store: searching throws CatalogError `store-unavailable` while that is away.
 */
export type BuildItemSearch = (items: readonly SearchableItem[], place: SearchPlace) => Promise<ItemSearch>
