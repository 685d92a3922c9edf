import { countFacet, type Facet } from '../domain/count-facets.ts'
import type { Day, Facts } from '../schema/types.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import type { ItemOnDay } from './day-view.ts'
import { summariseAgencies } from './list-agencies.ts'
import { labelCounts } from './list-items.ts'
import type { MeasureCatalogue } from './measure-compression.ts'
import type { AsOf, SiteOverview } from './use-cases.ts'

const factsInOrder: readonly Facts[] = ['statute', 'official-list', 'illustrative']

/** What the home page and the page about the data tell: counts of the items active on a day (absent: today). @throws CatalogError `empty-catalogue`. */
export function createGetOverview(
  currentCatalogue: CurrentCatalogue,
  { measureCatalogue, today }: { measureCatalogue: MeasureCatalogue; today: () => Day },
) {
  return async ({ asOf = today() }: AsOf = {}): Promise<SiteOverview> => {
    const catalogue = await currentCatalogue()
    const policy = catalogue.policy()
    const items = catalogue.on(asOf).items.filter(({ standing }) => standing.state === 'active')
    const countsOf = (facet: Facet) => labelCounts(facet, countFacet(items, facet), catalogue.agencies)
    const themes = countsOf('theme')
    return {
      policy,
      updatedAt: catalogue.updatedAt,
      totals: { items: items.length, agencies: catalogue.agencies.size, laws: catalogue.laws.length },
      agencies: summariseAgencies(catalogue, asOf),
      audiences: countsOf('audience'),
      themes: inOrderOf(policy.themes, themes),
      types: countsOf('type'),
      compression: measureCatalogue(catalogue, { asOf }).overall,
      facts: factsInOrder.map((facts) => countFacts(items, facts)),
    }
  }
}

/** Themes as the policy orders them; those it does not name come last. */
function inOrderOf<Counted extends { value: string }>(
  order: readonly string[],
  counted: readonly Counted[],
): Counted[] {
  const position = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length)
  return counted.toSorted((a, b) => position(a.value) - position(b.value))
}

function countFacts(items: readonly ItemOnDay[], facts: Facts): SiteOverview['facts'][number] {
  const those = items.map(({ body }) => body.provenance).filter((provenance) => provenance.facts === facts)
  return { facts, count: those.length, verified: those.filter(({ verified }) => verified).length }
}
