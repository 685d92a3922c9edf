import { NotFoundError } from '../domain/catalog-error.ts'
import { findLawImpact } from '../domain/law-impact.ts'
import { findLaw, listCitations, registerLaws, standingOfLaw } from '../domain/law-register.ts'
import type { Day, Law } from '../schema/types.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import { bodyOn } from './day-view.ts'
import type { AsOf, LawAnswer, LawSummary } from './use-cases.ts'

/**
 * The register of laws with how many active items of a day (absent: today) cite each, in the order of the register; the last answer is kept
 * as long as it holds.
 *
 * @throws CatalogError `empty-catalogue`.
 */
export function createListLaws(currentCatalogue: CurrentCatalogue, today: () => Day) {
  let last: { catalogue: Catalogue; asOf: Day; laws: LawSummary[] } | undefined
  return async ({ asOf = today() }: AsOf = {}): Promise<LawSummary[]> => {
    const catalogue = await currentCatalogue()
    if (last?.catalogue !== catalogue || last.asOf !== asOf)
      last = { catalogue, asOf, laws: summarise(catalogue, asOf) }
    return last.laws
  }
}

function summarise(catalogue: Catalogue, asOf: Day): LawSummary[] {
  const register = registerLaws(catalogue.laws)
  const citing = new Map<Law, number>()
  for (const { item } of listActive(catalogue, asOf)) {
    const cited = new Set(listCitations(item).flatMap(({ law }) => findLaw(register, law) ?? []))
    for (const law of cited) citing.set(law, (citing.get(law) ?? 0) + 1)
  }
  return catalogue.laws.map((law) => summaryOf(law, asOf, citing.get(law) ?? 0))
}

/**
 * One law and what would change in the catalogue of a day (absent: today) if it went: items, limits, guides, materials and fees that rest on it.
 *
 * @throws NotFoundError when the register has no law of that title.
 */
export function createGetLaw(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async (title: string, { asOf = today() }: AsOf = {}): Promise<LawAnswer> => {
    const catalogue = await currentCatalogue()
    const register = registerLaws(catalogue.laws)
    const law = findLaw(register, title)
    if (law === undefined) throw new NotFoundError('law', title)
    const items = listActive(catalogue, asOf).flatMap(({ item, agencyName }) => {
      const impact = findLawImpact(item, (cited) => findLaw(register, cited) === law)
      return impact === undefined
        ? []
        : [{ code: item.code, name: item.name, agency: item.agency, agencyName, ...impact }]
    })
    const uses = items.flatMap((item) => item.uses)
    const count = (test: (use: (typeof uses)[number]) => boolean) => uses.filter(test).length
    return {
      ...summaryOf(law, asOf, items.length),
      asOf,
      counts: {
        items: items.length,
        withoutBasis: items.filter(({ losesItsBasis }) => losesItsBasis).length,
        withoutLimit: items.filter(({ losesItsLimit }) => losesItsLimit).length,
        guides: items.filter((item) => item.uses.some(({ path }) => path.startsWith('/guide/'))).length,
        materials: count(({ path }) => path.startsWith('/guide/materials/')),
        fees: count(({ path }) => path.startsWith('/guide/fees/')),
      },
      items,
    }
  }
}

function summaryOf(law: Law, day: Day, items: number): LawSummary {
  return { ...law, standing: standingOfLaw(law, day), items }
}

function listActive(catalogue: Catalogue, day: Day) {
  return catalogue.on(day).items.flatMap((found) => {
    if (found.standing.state !== 'active') return []
    const item = bodyOn(found)
    return [{ item, agencyName: catalogue.agencies.get(item.agency)?.name ?? item.agency }]
  })
}
