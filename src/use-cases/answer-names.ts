import type { Day } from '../schema/types.ts'
import type { Catalogue } from './current-catalogue.ts'
import type { DecisionName, NamedCode, RelatedItem } from './use-cases.ts'

/** What a decision is called; one that is no longer stored is called by its id. `null`: there is none. */
export function nameDecision(catalogue: Catalogue, id: string): DecisionName
export function nameDecision(catalogue: Catalogue, id: string | null): DecisionName | null
export function nameDecision(catalogue: Catalogue, id: string | null): DecisionName | null {
  if (id === null) return null
  const decision = catalogue.decisions.get(id)?.body
  if (decision === undefined) return { id, title: id, documentNumber: null, stage: 'adopted' }
  const { title, documentNumber, stage } = decision
  return { id, title, documentNumber, stage }
}

/** Items by code as they are on a day. */
export function relateItems(catalogue: Catalogue, codes: readonly string[], day: Day): RelatedItem[] {
  const view = catalogue.on(day)
  return codes.flatMap((code) => {
    const standing = view.find(code)?.standing
    if (standing === undefined) return []
    const { name, agency, state } = standing
    return [{ code, name, agencyName: nameAgency(catalogue, agency), state }]
  })
}

/** The name of an agency; one that the list lacks is called by its code. */
export function nameAgency(catalogue: Catalogue, code: string): string {
  return catalogue.agencies.get(code)?.name ?? code
}

/** Regions with their names. */
export function nameRegions(catalogue: Catalogue, codes: readonly string[]): NamedCode[] {
  const names = new Map(catalogue.regions.map(({ code, name }) => [code, name]))
  return codes.map((code) => ({ code, name: names.get(code) ?? code }))
}
