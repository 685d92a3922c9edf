import { countFacet, facets, facetValuesOf, labelOfFacet } from '../domain/count-facets.ts'
import { stateOf } from '../domain/item-state.ts'
import type { CatalogStore, FacetName } from '../ports/catalog-store.ts'
import type { Agency, ApprovalItem, Day } from '../schema/types.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import type { FacetCount, ItemList, ItemListQuery, ItemSummary } from './use-cases.ts'

type Filters = ItemListQuery['filters']
type Counts = Record<FacetName, { value: string; count: number }[]>
interface Found {
  total: number
  items: ApprovalItem[]
  facets: Counts
}

/**
 * Lists items: in official order, or with words to search by the best match first. Without a state, active items.
 *
 * Facets are counted over the whole result with every filter applied.
 */
export function createListItems(store: CatalogStore, currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async (query: ItemListQuery): Promise<ItemList> => {
    const catalogue = await currentCatalogue()
    const filters: Filters = { state: 'active', ...query.filters }
    const words = query.q?.trim() ?? ''
    const found =
      words === '' ? await listAll(store, query, filters) : await searchItems(catalogue, words, { ...query, filters })
    return {
      data: found.items.map((item) => summaryOf(item, catalogue.agencies)),
      meta: { total: found.total, page: query.page, pageSize: query.pageSize, asOf: today() },
      facets: labelled(found.facets, catalogue.agencies),
    }
  }
}

async function listAll(store: CatalogStore, { page, pageSize }: ItemListQuery, filters: Filters): Promise<Found> {
  const result = await store.listItems({ filters, sort: 'official', page, pageSize })
  return { ...result, items: result.items.map(({ body }) => body) }
}

async function searchItems(
  catalogue: Catalogue,
  words: string,
  { filters, page, pageSize }: ItemListQuery,
): Promise<Found> {
  const search = await catalogue.search()
  const items = search
    .find(words)
    .map((code) => catalogue.items.get(code)?.body)
    .filter((item) => item !== undefined)
    .filter((item) => fits(item, filters))
  const counts = facets.map((facet) => [facet, countFacet(items, facet)] as const)
  return {
    total: items.length,
    items: items.slice((page - 1) * pageSize, page * pageSize),
    facets: Object.fromEntries(counts) as Counts, // every facet was counted
  }
}

function fits(item: ApprovalItem, filters: Filters): boolean {
  const values: Record<FacetName, readonly string[]> = facetValuesOf(item)
  return facets.every((facet) => {
    const wanted = filters[facet]
    return wanted === undefined || values[facet].includes(wanted)
  })
}

function labelled(counts: Counts, agencies: ReadonlyMap<string, Agency>): ItemList['facets'] {
  const withLabels = facets.map((facet) => [facet, labelCounts(facet, counts[facet], agencies)] as const)
  return Object.fromEntries(withLabels) as ItemList['facets'] // every facet was labelled
}

/** Gives each count its Chinese label. */
export function labelCounts(
  facet: FacetName,
  counts: readonly { value: string; count: number }[],
  agencies: ReadonlyMap<string, Agency>,
): FacetCount[] {
  return counts.map(({ value, count }) => ({ value, label: labelOfFacet(facet, value, agencies), count }))
}

function summaryOf(item: ApprovalItem, agencies: ReadonlyMap<string, Agency>): ItemSummary {
  return {
    code: item.code,
    name: item.name,
    agency: item.agency,
    agencyName: agencies.get(item.agency)?.name ?? item.agency,
    type: item.type,
    state: stateOf(item),
    handlingRole: item.handlingRole,
    caseType: item.caseType,
    audiences: item.audiences,
    themes: item.themes,
    statutoryTimeLimit: item.statutoryTimeLimit,
    promisedTimeLimit: item.promisedTimeLimit,
    hasFee: item.guide === null ? null : item.guide.fees.length > 0,
    visits: item.guide?.visits ?? null,
  }
}
