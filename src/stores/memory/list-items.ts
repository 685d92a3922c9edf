import { type FacetName, facetNames, type ItemPage, type ItemQuery, type Stored } from '../../ports/catalog-store.ts'
import { compareBytes, type ItemRecord } from './catalogue-state.ts'

const orders: Readonly<Record<ItemQuery['sort'], (a: ItemRecord, b: ItemRecord) => number>> = {
  official: (a, b) => compareBytes(a.index.sortKey, b.index.sortKey) || compareBytes(a.id, b.id),
  newest: (a, b) => compareBytes(b.updatedAt, a.updatedAt) || compareBytes(a.id, b.id),
}

/** One page of the items that pass all filters, with facets over the whole result; `read` fetches a document of the page. */
export function listItems(
  items: Iterable<ItemRecord>,
  query: ItemQuery,
  read: (id: string) => Stored<'item'>[],
): ItemPage {
  const passing = [...items].filter((item) => passes(item, query.filters)).sort(orders[query.sort])
  const start = (query.page - 1) * query.pageSize
  const page = passing.slice(start, start + query.pageSize)
  return { total: passing.length, items: page.flatMap(({ id }) => read(id)), facets: countFacets(passing) }
}

function passes(item: ItemRecord, filters: ItemQuery['filters']): boolean {
  return facetNames.every((name) => {
    const wanted = filters[name]
    return wanted === undefined || valuesOf(item, name).includes(wanted)
  })
}

/** An item counts once for a value, however often it names it. */
function valuesOf({ index }: ItemRecord, name: FacetName): string[] {
  const value = index[name]
  return typeof value === 'string' ? [value] : [...new Set(value)]
}

function countFacets(items: readonly ItemRecord[]): ItemPage['facets'] {
  const count = (name: FacetName) => {
    const counts = new Map<string, number>()
    for (const value of items.flatMap((item) => valuesOf(item, name))) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || compareBytes(a.value, b.value))
  }
  return {
    agency: count('agency'),
    type: count('type'),
    state: count('state'),
    audience: count('audience'),
    theme: count('theme'),
  }
}
