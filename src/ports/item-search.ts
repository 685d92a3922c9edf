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
  find(words: string): string[]
  /** Up to `limit` names that complete what was typed, best first. */
  suggest(words: string, limit: number): { text: string; code: string }[]
}

/** Builds the search over a set of items; called again when the catalogue has changed. */
export type BuildItemSearch = (items: readonly SearchableItem[]) => Promise<ItemSearch>
