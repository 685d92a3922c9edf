import { CatalogError } from '../domain/catalog-error.ts'
import type { CatalogStore, Stored } from '../ports/catalog-store.ts'
import type { BuildItemSearch, ItemSearch } from '../ports/item-search.ts'
import type { Agency, Law, Policy, Region } from '../schema/types.ts'
import { searchableItem } from './searchable-item.ts'

/** The catalogue as of one revision of the store, in memory. Nobody changes it. */
export interface Catalogue {
  revision: number
  /** Moment of the newest change; `null`: the store is empty. */
  updatedAt: string | null
  /** @throws CatalogError `empty-catalogue` when nothing was imported yet. */
  policy(): Policy
  regions: Region[]
  /** By code, in official order. */
  agencies: ReadonlyMap<string, Agency>
  laws: Law[]
  /** By code, in the order of the codes. */
  items: ReadonlyMap<string, Stored<'item'>>
  /** Built when it is first asked for. */
  search(): Promise<ItemSearch>
}

/** Gives the present catalogue. */
export type CurrentCatalogue = () => Promise<Catalogue>

/** Keeps one copy of the catalogue and loads it again when the store has a newer one; callers at the same time share one load. */
export function createCurrentCatalogue(store: CatalogStore, buildItemSearch: BuildItemSearch): CurrentCatalogue {
  let current: Catalogue | undefined
  let loading: Promise<Catalogue> | undefined
  return async () => {
    const revision = await store.catalogueRevision()
    if (current !== undefined && current.revision >= revision) return current
    loading ??= loadCatalogue(store, buildItemSearch).finally(() => {
      loading = undefined
    })
    current = await loading
    return current
  }
}

async function loadCatalogue(store: CatalogStore, buildItemSearch: BuildItemSearch): Promise<Catalogue> {
  // The revision is read first: a change during the load leaves the copy out of date, never wrongly up to date.
  const revision = await store.catalogueRevision()
  const policy = await store.find('policy', 'main')
  const regions = await store.find('regions', 'main')
  const agencies = await store.find('agencies', 'main')
  const laws = await store.find('laws', 'main')
  const items = await store.list('item')
  const agencyByCode = new Map(agencies?.body.agencies.map((agency) => [agency.code, agency]))
  let search: Promise<ItemSearch> | undefined
  return {
    revision,
    updatedAt: newest([policy, regions, agencies, laws, ...items]),
    policy: () => policy?.body ?? refuseEmpty(),
    regions: regions?.body.regions ?? [],
    agencies: agencyByCode,
    laws: laws?.body.laws ?? [],
    items: new Map(items.map((item) => [item.id, item])),
    search: () => {
      search ??= buildItemSearch(items.map(({ body }) => searchableItem(body, agencyByCode)))
      return search
    },
  }
}

function newest(documents: readonly ({ updatedAt: string } | undefined)[]): string | null {
  return documents.reduce<string | null>((latest, document) => {
    if (document === undefined) return latest
    return latest === null || document.updatedAt > latest ? document.updatedAt : latest
  }, null)
}

function refuseEmpty(): never {
  throw new CatalogError('empty-catalogue')
}
