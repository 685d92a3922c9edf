import type { Chronicle } from '../domain/decisions/chronicle.ts'
import type { Stored } from '../ports/catalog-store.ts'
import type { BuildItemSearch, ItemSearch } from '../ports/item-search.ts'
import type { Agency, Day } from '../schema/types.ts'
import { searchableItem } from './searchable-item.ts'

interface Searched {
  items: readonly Stored<'item'>[]
  agencies: ReadonlyMap<string, Agency>
  chronicle(): Chronicle
}

/**
 * The search over all items by their names of a day. Every other name that a decision gave or took away, and every other agency, finds the item
 * as well. It is built again only when a name or agency of the day differs from those it was built with.
 */
export function createSearchOnDay(
  { items, agencies, chronicle }: Searched,
  buildItemSearch: BuildItemSearch,
): (day: Day) => Promise<ItemSearch> {
  let built: { names: string; search: Promise<ItemSearch> } | undefined
  return (day) => {
    const names = namesOn(chronicle(), day)
    if (built?.names !== names) {
      const searchable = items.map(({ body }) => searchableItem(body, { agencies, chronicle: chronicle(), day }))
      built = { names, search: buildItemSearch(searchable) }
    }
    return built.search
  }
}

/** What the search of a day depends on: names and agencies of the items that ever changed theirs. */
function namesOn(chronicle: Chronicle, day: Day): string {
  const changed = new Set(
    chronicle.events.filter(({ kind }) => kind === 'rename' || kind === 'transfer').map(({ code }) => code),
  )
  return [...changed]
    .map((code) => {
      const standing = chronicle.standingOn(code, day)
      return `${code} ${standing?.name} ${standing?.agency}`
    })
    .join('\n')
}
