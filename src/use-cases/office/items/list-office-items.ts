import { type Facet, facets, facetValuesOf, labelOfFacet } from '../../../domain/count-facets.ts'
import type { EditionState } from '../../../domain/office/edition.ts'
import { isOpen } from '../../../domain/office/edition.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import type { Catalogue } from '../../current-catalogue.ts'
import type { ItemOnDay } from '../../day-view.ts'
import type { FacetCount, ItemListQuery, ItemSummary } from '../../use-cases.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import { createCountErrors } from './count-errors.ts'

/** Which items to list; in every state when none is asked for. */
export interface OfficeItemQuery extends Pick<ItemListQuery, 'q' | 'filters' | 'page' | 'pageSize'> {
  /** Only items whose guide is being written, or is not. */
  draft?: 'open' | 'none'
  /** Only items without a guide. */
  guide?: 'missing'
  /** Only items in which the rules find errors. */
  findings?: 'errors'
}

/** An item as the office lists it. */
export interface OfficeItemRow
  extends Pick<
    ItemSummary,
    'code' | 'name' | 'agency' | 'agencyName' | 'type' | 'state' | 'themes' | 'statutoryTimeLimit' | 'promisedTimeLimit'
  > {
  hasGuide: boolean
  /** The edition that is being worked on; `null`: none. */
  edition: { id: string; state: EditionState } | null
  /** Whether a request to look at its guide again waits. */
  isAsked: boolean
  /** Errors that the rules find; `null`: was not asked. */
  errors: number | null
}

export interface OfficeItemList {
  data: OfficeItemRow[]
  meta: { total: number; page: number; pageSize: number }
  /** The values that there are to filter by, in the items that the actor may see. */
  choices: Record<Facet, Omit<FacetCount, 'count'>[]>
  /** Themes that an item may be given. */
  themes: string[]
}

/** The items of the actor's agency, or of all in official order, as they are today. @throws CatalogError `not-allowed`. */
export function createListOfficeItems(ports: CataloguePorts) {
  const countErrors = createCountErrors(ports)
  return async (actor: Actor, query: OfficeItemQuery): Promise<OfficeItemList> => {
    refuseUnlessAllowed(actor, 'item.view')
    const catalogue = await ports.currentCatalogue()
    const all = catalogue
      .on(ports.clock.today())
      .items.filter(({ standing }) => actor.agency === null || standing.agency === actor.agency)
    const [drafts, asked, errors] = await Promise.all([
      openEditions(ports, actor),
      askedItems(ports, actor),
      query.findings === undefined ? undefined : countErrors(catalogue),
    ])
    const rowOf = (item: ItemOnDay): OfficeItemRow => ({
      ...headOf(item, catalogue),
      edition: drafts.get(item.body.code) ?? null,
      isAsked: asked.has(item.body.code),
      errors: errors === undefined ? null : (errors.get(item.body.code) ?? 0),
    })
    const found = await findItems(all, query, catalogue)
    const rows = found.map(rowOf).filter((row) => isWanted(row, query))
    const { page, pageSize } = query
    return {
      data: rows.slice((page - 1) * pageSize, page * pageSize),
      meta: { total: rows.length, page, pageSize },
      choices: choicesOf(all, catalogue),
      themes: themesOf(catalogue),
    }
  }
}

/** Themes of the policy, then others that items have. */
export function themesOf(catalogue: Catalogue): string[] {
  const used = [...catalogue.items.values()].flatMap(({ body }) => body.themes)
  return [...new Set([...catalogue.policy().themes, ...used])]
}

async function openEditions({ store }: CataloguePorts, { agency }: Actor) {
  const editions = await store.office.list('edition', agency === null ? {} : { agency })
  const open = editions.filter(({ body }) => isOpen(body))
  return new Map(open.map(({ id, body }) => [body.item, { id, state: body.state }]))
}

async function askedItems({ store }: CataloguePorts, { agency }: Actor): Promise<ReadonlySet<string>> {
  const requests = await store.office.list('reviewRequest', agency === null ? {} : { agency })
  return new Set(requests.filter(({ body }) => body.doneAt === null).map(({ body }) => body.item))
}

/** Words put the best match first; filters keep the order. */
async function findItems(all: readonly ItemOnDay[], { q, filters }: OfficeItemQuery, catalogue: Catalogue) {
  const passing = all.filter((item) =>
    facets.every((facet) => {
      const wanted = filters[facet]
      return wanted === undefined || facetValuesOf(item, facet).includes(wanted)
    }),
  )
  const words = q?.trim() ?? ''
  if (words === '') return passing
  const byCode = new Map(passing.map((item) => [item.body.code, item]))
  const exact = byCode.get(words)
  if (exact !== undefined) return [exact]
  const search = await catalogue.search()
  return (await search.find(words)).flatMap((code) => byCode.get(code) ?? [])
}

function isWanted({ edition, hasGuide, errors }: OfficeItemRow, { draft, guide, findings }: OfficeItemQuery): boolean {
  if (draft !== undefined && (edition !== null) !== (draft === 'open')) return false
  if (guide === 'missing' && hasGuide) return false
  return findings === undefined || (errors ?? 0) > 0
}

function headOf({ body, standing }: ItemOnDay, { agencies }: Catalogue) {
  const { code, themes, statutoryTimeLimit, promisedTimeLimit, guide } = body
  const { name, agency, type, state } = standing
  const agencyName = agencies.get(agency)?.shortName ?? agencies.get(agency)?.name ?? agency
  const hasGuide = guide !== null
  return { code, name, agency, agencyName, type, state, themes, statutoryTimeLimit, promisedTimeLimit, hasGuide }
}

function choicesOf(items: readonly ItemOnDay[], { agencies }: Catalogue): OfficeItemList['choices'] {
  const valuesOf = (facet: Facet) => {
    const values = new Set(items.flatMap((item) => facetValuesOf(item, facet)))
    return [...values].map((value) => ({ value, label: labelOfFacet(facet, value, agencies) }))
  }
  return Object.fromEntries(facets.map((facet) => [facet, valuesOf(facet)])) as OfficeItemList['choices'] // every facet
}
