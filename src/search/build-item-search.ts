import type { BuildItemSearch } from '../ports/item-search.ts'
import { buildMemorySearch } from './build-memory-search.ts'
import { buildStoreSearch } from './build-store-search.ts'

/**
 * The most items that are searched in memory; more are searched by the terms that the store keeps.
 *
 * The index in memory costs half a millisecond of a core and some 6 KiB an item, in every process and again after every change of the catalogue:
 * 2 s and 38 MiB for 4,320 items, ten seconds and 130 MiB for these, 54 s and 581 MiB for 100,000 (docs/performance.md).
 */
const mostInMemory = 20_000

/** Makes the search, in memory up to so many items. */
export function createBuildItemSearch({ most = mostInMemory }: { most?: number } = {}): BuildItemSearch {
  return (items, place) => (items.length > most ? buildStoreSearch(items, place) : buildMemorySearch(items))
}

/** The search of the service. */
export const buildItemSearch: BuildItemSearch = createBuildItemSearch()
