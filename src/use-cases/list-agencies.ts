import { NotFoundError } from '../domain/catalog-error.ts'
import { groupBy } from '../domain/group-by.ts'
import type { Agency, Day } from '../schema/types.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import type { ItemOnDay } from './day-view.ts'
import type { AgencySummary, AsOf } from './use-cases.ts'

/** Agencies in official order, with how many items each has on a day. */
export function summariseAgencies(catalogue: Catalogue, day: Day): AgencySummary[] {
  const byAgency = groupBy(catalogue.on(day).items, ({ standing }) => standing.agency)
  return [...catalogue.agencies.values()].map((agency) => summaryOf(agency, byAgency.get(agency.code) ?? []))
}

/** All agencies with the counts of a day (absent: today). */
export function createListAgencies(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async ({ asOf = today() }: AsOf = {}): Promise<AgencySummary[]> =>
    summariseAgencies(await currentCatalogue(), asOf)
}

/** One agency with the counts of a day (absent: today). @throws NotFoundError */
export function createGetAgency(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async (code: string, { asOf = today() }: AsOf = {}): Promise<AgencySummary> => {
    const catalogue = await currentCatalogue()
    const agency = catalogue.agencies.get(code)
    if (agency === undefined) throw new NotFoundError('agency', code)
    return summaryOf(
      agency,
      catalogue.on(asOf).items.filter(({ standing }) => standing.agency === code),
    )
  }
}

function summaryOf(agency: Agency, items: readonly ItemOnDay[]): AgencySummary {
  const byState: AgencySummary['counts']['byState'] = {}
  const byType: AgencySummary['counts']['byType'] = {}
  for (const { standing } of items) {
    const { state, type } = standing
    byState[state] = (byState[state] ?? 0) + 1
    if (state === 'active') byType[type] = (byType[type] ?? 0) + 1
  }
  return { ...agency, counts: { total: items.length, byState, byType } }
}
