import { countFacet, type Facet, facets, facetValuesOf, labelOfFacet, type ValueCount } from '../domain/count-facets.ts'
import type { Agency, Day } from '../schema/types.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import type { DayView, ItemOnDay } from './day-view.ts'
import type { FacetCount, ItemList, ItemListQuery, ItemSummary } from './use-cases.ts'

type Filters = ItemListQuery['filters']

/** Everything that passes the filters, and its counts. */
interface Listing {
  items: readonly ItemOnDay[]
  facets: Record<Facet, ValueCount[]>
}

/** How many combinations of filters are kept for each day: readers page through the same few. */
const keptListings = 24

/**
 * Lists items as they are on a day (absent: today): in official order of the agencies of that day, or with words to search by the best match
 * first. Without a state, active items.
 *
 * Facets are counted over the whole result with every filter applied.
 */
export function createListItems(currentCatalogue: CurrentCatalogue, today: () => Day) {
  const listingOf = createListings()
  return async (query: ItemListQuery): Promise<ItemList> => {
    const { page, pageSize, asOf = today() } = query
    const catalogue = await currentCatalogue()
    const filters: Filters = { state: 'active', ...query.filters }
    const words = query.q?.trim() ?? ''
    const view = catalogue.on(asOf)
    const found = words === '' ? listingOf(view, filters) : listOf(await searchOn(catalogue, words, view), filters)
    return {
      data: found.items
        .slice((page - 1) * pageSize, page * pageSize)
        .map((item) => summaryOf(item, catalogue.agencies)),
      meta: { total: found.items.length, page, pageSize, asOf },
      facets: labelled(found.facets, catalogue.agencies),
    }
  }
}

/** Keeps the listings asked for last, for as long as the view of their day lives. */
function createListings(): (view: DayView, filters: Filters) => Listing {
  const kept = new WeakMap<DayView, Map<string, Listing>>()
  return (view, filters) => {
    const listings = kept.get(view) ?? new Map<string, Listing>()
    kept.set(view, listings)
    const key = JSON.stringify(facets.map((facet) => filters[facet] ?? null))
    const listing = listings.get(key) ?? listOf(view.items, filters)
    if (listings.size >= keptListings) listings.clear()
    listings.set(key, listing)
    return listing
  }
}

function listOf(items: readonly ItemOnDay[], filters: Filters): Listing {
  const wanted = facets.flatMap((facet) => {
    const value = filters[facet]
    return value === undefined ? [] : [{ facet, value }]
  })
  const passing = items.filter((item) => wanted.every(({ facet, value }) => facetValuesOf(item, facet).includes(value)))
  const counts = facets.map((facet) => [facet, countFacet(passing, facet)] as const)
  return { items: passing, facets: Object.fromEntries(counts) as Listing['facets'] } // every facet was counted
}

/** The items that the words find, best match first. */
async function searchOn(catalogue: Catalogue, words: string, view: DayView): Promise<ItemOnDay[]> {
  const search = await catalogue.search()
  const codes = await search.find(words)
  return codes.map(view.find).filter((item) => item !== undefined)
}

function labelled(counts: Listing['facets'], agencies: ReadonlyMap<string, Agency>): ItemList['facets'] {
  const withLabels = facets.map((facet) => [facet, labelCounts(facet, counts[facet], agencies)] as const)
  return Object.fromEntries(withLabels) as ItemList['facets'] // every facet was labelled
}

/** Gives each count its Chinese label. */
export function labelCounts(
  facet: Facet,
  counts: readonly ValueCount[],
  agencies: ReadonlyMap<string, Agency>,
): FacetCount[] {
  return counts.map(({ value, count }) => ({ value, label: labelOfFacet(facet, value, agencies), count }))
}

function summaryOf({ body, standing }: ItemOnDay, agencies: ReadonlyMap<string, Agency>): ItemSummary {
  return {
    code: body.code,
    name: standing.name,
    agency: standing.agency,
    agencyName: agencies.get(standing.agency)?.name ?? standing.agency,
    type: standing.type,
    state: standing.state,
    handlingRole: body.handlingRole,
    caseType: body.caseType,
    audiences: body.audiences,
    themes: body.themes,
    statutoryTimeLimit: body.statutoryTimeLimit,
    promisedTimeLimit: body.promisedTimeLimit,
    hasFee: body.guide === null ? null : body.guide.fees.length > 0,
    visits: body.guide?.visits ?? null,
  }
}
