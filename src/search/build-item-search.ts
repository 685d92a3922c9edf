import { isSameDocument } from '../domain/same-document.ts'
import type { BuildItemSearch, ItemSearch, SearchableItem } from '../ports/item-search.ts'
import { buildMemorySearch } from './build-memory-search.ts'
import { buildStoreSearch } from './build-store-search.ts'

/**
 * The most items that are searched in memory; more are searched by the terms that the store keeps.
 *
 * The index in memory costs half a millisecond of a core and some 6 KiB an item, in every process and again after every change of what items are found by:
 * 2 s and 38 MiB for 4,320 items, ten seconds and 130 MiB for these, 54 s and 581 MiB for 100,000 (docs/operations.md).
 */
const mostInMemory = 20_000

/**
 * Makes the search, in memory up to so many items.
 *
 * The last index in memory is kept: most edits of a guide change nothing that an item is found by.
 */
export function createBuildItemSearch({ most = mostInMemory }: { most?: number } = {}): BuildItemSearch {
  let last: { items: readonly SearchableItem[]; search: ItemSearch } | undefined
  return async (items, place) => {
    if (items.length > most) return buildStoreSearch(items, place)
    if (last !== undefined && isSameDocument(last.items, items)) return last.search
    const search = await buildMemorySearch(items)
    last = { items, search }
    return search
  }
}

/** The search of the service. */
export const buildItemSearch: BuildItemSearch = createBuildItemSearch()
