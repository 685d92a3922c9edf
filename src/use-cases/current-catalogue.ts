import { CatalogError } from '../domain/catalog-error.ts'
import { surveyDecisions } from '../domain/decisions/check-decision.ts'
import { type Chronicle, type LifeEvent, writeChronicle } from '../domain/decisions/chronicle.ts'
import type { DecisionContext } from '../domain/decisions/decision-rule.ts'
import { groupBy } from '../domain/group-by.ts'
import { orderAgencies } from '../domain/item-index.ts'
import type { CatalogStore, Stored } from '../ports/catalog-store.ts'
import type { BuildItemSearch, ItemSearch } from '../ports/item-search.ts'
import type { Agency, Day, Law, Policy, Region } from '../schema/types.ts'
import { type AskStore, createAskStore, isStoreAway } from './ask-store.ts'
import { type CatalogueDocuments, followDocuments, readDocuments } from './catalogue-documents.ts'
import type { StoredCatalogue } from './check-batch.ts'
import { type DayView, viewDay } from './day-view.ts'
import { searchableItem } from './searchable-item.ts'

/** The catalogue as of one revision of the store, in memory. Nobody changes it. */
export interface Catalogue {
  revision: number
  /** Moment of the newest change; `null`: the store is empty. */
  updatedAt: string | null
  /** Its documents as they are stored: what new ones are held against. */
  stored: StoredCatalogue
  /** @throws CatalogError `empty-catalogue` when nothing was imported yet. */
  policy(): Policy
  regions: Region[]
  /** By code, in official order. */
  agencies: ReadonlyMap<string, Agency>
  laws: Law[]
  /** By code, in the order of the codes. */
  items: ReadonlyMap<string, Stored<'item'>>
  /** By id, in the order of the ids; in every stage. */
  decisions: ReadonlyMap<string, Stored<'decision'>>
  /** Written when it is first asked for. */
  chronicle(): Chronicle
  /** What a decision did, row by row; empty when it is not in force or could not apply. */
  eventsOf(decision: string): readonly LifeEvent[]
  /** What decisions are checked against. @throws CatalogError `empty-catalogue`. */
  decisionContext(): DecisionContext
  /** The catalogue on a day; the last few are kept. */
  on(day: Day): DayView
  /** The search by every name that the items have or had; built when it is first asked for. */
  search(): Promise<ItemSearch>
}

/** Gives the present catalogue. */
export type CurrentCatalogue = () => Promise<Catalogue>

/** How many days are kept: today, and what a few readers are comparing. */
const keptDays = 6

/**
 * Keeps one copy of the catalogue and brings it up to date when the store has a newer one; callers at the same time share one load. While the store is away
 * the copy is the present catalogue.
 */
export function createCurrentCatalogue(
  store: CatalogStore,
  buildItemSearch: BuildItemSearch,
  askStore: AskStore = createAskStore(store),
): CurrentCatalogue {
  let current: Catalogue | undefined
  let documents: CatalogueDocuments | undefined
  let loading: Promise<Catalogue> | undefined
  const loadNew = async () => {
    const followed = documents && (await followDocuments(store, documents))
    documents = followed ?? (await readDocuments(store))
    return layOut(documents, store, buildItemSearch)
  }
  const load = () => {
    loading ??= loadNew().finally(() => {
      loading = undefined
    })
    return loading
  }
  return async () => {
    const known = current
    if (known === undefined) {
      current = await load()
      return current
    }
    const revision = await askStore(() => store.catalogueRevision())
    if (revision === undefined || known.revision >= revision) return known
    try {
      current = await load()
      return current
    } catch (error) {
      if (isStoreAway(error)) return known
      throw error
    }
  }
}

/** The catalogue made of its documents. */
function layOut(documents: CatalogueDocuments, store: CatalogStore, buildItemSearch: BuildItemSearch): Catalogue {
  const { revision, items: itemByCode } = documents
  const { policy, regions, agencies, laws } = documents.lists
  const items = [...itemByCode.values()]
  const decisions = [...documents.decisions.values()]
  const agencyByCode = new Map(agencies?.body.agencies.map((agency) => [agency.code, agency]))
  const order = orderAgencies(agencies?.body.agencies ?? [])
  const chronicle = once(() =>
    writeChronicle(
      items.map(({ body }) => body),
      decisions.map(({ body }) => body),
    ),
  )
  const events = once(() =>
    groupBy(
      chronicle().events.filter(({ row }) => row !== null),
      ({ decision }) => decision,
    ),
  )
  return {
    revision,
    stored: {
      policy: policy?.body,
      agencies: agencies?.body,
      laws: laws?.body,
      regions: regions?.body,
      items,
      decisions,
    },
    updatedAt: newest([policy, regions, agencies, laws, ...items, ...decisions]),
    policy: () => policy?.body ?? refuseEmpty(),
    regions: regions?.body.regions ?? [],
    agencies: agencyByCode,
    laws: laws?.body.laws ?? [],
    items: itemByCode,
    decisions: documents.decisions,
    chronicle,
    eventsOf: (decision) => events().get(decision) ?? [],
    decisionContext: once(() =>
      surveyDecisions({
        items: items.map(({ body }) => body),
        decisions: decisions.map(({ body }) => body),
        chronicle: chronicle(),
        agencies: agencyByCode,
        regions: regions?.body,
        laws: laws?.body.laws ?? [],
        conversion: (policy?.body ?? refuseEmpty()).conversion,
      }),
    ),
    on: keepLast(keptDays, (day: Day) => viewDay(day, chronicle().on(day), { items: itemByCode, order })),
    search: onceDone(() => {
      const context = { agencies: agencyByCode, chronicle: chronicle() }
      const searchable = items.map(({ body }) => searchableItem(body, context))
      return buildItemSearch(searchable, { revision, terms: store.terms })
    }),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Like `once`, for work that may fail: what has failed is done anew for the next who asks. */
function onceDone<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** Keeps what was made for the keys asked for last. */
function keepLast<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>()
  return (key) => {
    const value = kept.get(key) ?? make(key)
    kept.delete(key)
    kept.set(key, value)
    if (kept.size > most) for (const oldest of [...kept.keys()].slice(0, 1)) kept.delete(oldest)
    return value
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
