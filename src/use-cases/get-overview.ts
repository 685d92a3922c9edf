import { countFacet, type facets } from '../domain/count-facets.ts'
import { stateOf } from '../domain/item-state.ts'
import type { ApprovalItem, Facts } from '../schema/types.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import { summariseAgencies } from './list-agencies.ts'
import { labelCounts } from './list-items.ts'
import type { MeasureCatalogue } from './measure-compression.ts'
import type { SiteOverview } from './use-cases.ts'

const factsInOrder: readonly Facts[] = ['statute', 'official-list', 'illustrative']

/** What the home page and the page about the data tell: counts of active items. @throws CatalogError `empty-catalogue`. */
export function createGetOverview(currentCatalogue: CurrentCatalogue, measureCatalogue: MeasureCatalogue) {
  return async (): Promise<SiteOverview> => {
    const catalogue = await currentCatalogue()
    const policy = catalogue.policy()
    const items = [...catalogue.items.values()].map(({ body }) => body).filter((item) => stateOf(item) === 'active')
    const countsOf = (facet: (typeof facets)[number]) =>
      labelCounts(facet, countFacet(items, facet), catalogue.agencies)
    const themes = countsOf('theme')
    return {
      policy,
      updatedAt: catalogue.updatedAt,
      totals: { items: items.length, agencies: catalogue.agencies.size, laws: catalogue.laws.length },
      agencies: summariseAgencies(catalogue),
      audiences: countsOf('audience'),
      themes: inOrderOf(policy.themes, themes),
      types: countsOf('type'),
      compression: measureCatalogue(catalogue).overall,
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

function countFacts(items: readonly ApprovalItem[], facts: Facts): SiteOverview['facts'][number] {
  const those = items.filter(({ provenance }) => provenance.facts === facts)
  return { facts, count: those.length, verified: those.filter(({ provenance }) => provenance.verified).length }
}
