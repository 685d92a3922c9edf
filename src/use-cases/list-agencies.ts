import { NotFoundError } from '../domain/catalog-error.ts'
import { stateOf } from '../domain/item-state.ts'
import type { Agency, ApprovalItem } from '../schema/types.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import type { AgencySummary } from './use-cases.ts'

/** Agencies in official order, with how many items each has. */
export function summariseAgencies(catalogue: Catalogue): AgencySummary[] {
  const byAgency = new Map<string, ApprovalItem[]>()
  for (const { body } of catalogue.items.values()) {
    const items = byAgency.get(body.agency)
    if (items === undefined) byAgency.set(body.agency, [body])
    else items.push(body)
  }
  return [...catalogue.agencies.values()].map((agency) => summaryOf(agency, byAgency.get(agency.code) ?? []))
}

export function createListAgencies(currentCatalogue: CurrentCatalogue) {
  return async (): Promise<AgencySummary[]> => summariseAgencies(await currentCatalogue())
}

export function createGetAgency(currentCatalogue: CurrentCatalogue) {
  return async (code: string): Promise<AgencySummary> => {
    const catalogue = await currentCatalogue()
    const agency = catalogue.agencies.get(code)
    if (agency === undefined) throw new NotFoundError('agency', code)
    const items = [...catalogue.items.values()].map(({ body }) => body)
    return summaryOf(
      agency,
      items.filter((item) => item.agency === code),
    )
  }
}

function summaryOf(agency: Agency, items: readonly ApprovalItem[]): AgencySummary {
  const byState: AgencySummary['counts']['byState'] = {}
  const byType: AgencySummary['counts']['byType'] = {}
  for (const item of items) {
    const state = stateOf(item)
    byState[state] = (byState[state] ?? 0) + 1
    byType[item.type] = (byType[item.type] ?? 0) + 1
  }
  return { ...agency, counts: { total: items.length, byState, byType } }
}
