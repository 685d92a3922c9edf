import type { LifeEvent } from '../domain/decisions/chronicle.ts'
import { nameAgency, nameDecision, nameRegions } from './answer-names.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import { storedItem } from './get-item.ts'
import type { LifeEntry } from './use-cases.ts'

/** What decisions made of an item, oldest first, with the names behind the codes. @throws NotFoundError */
export function createGetLife(currentCatalogue: CurrentCatalogue) {
  return async (code: string): Promise<LifeEntry[]> => {
    const catalogue = await currentCatalogue()
    storedItem(catalogue, code)
    return catalogue
      .chronicle()
      .lifeOf(code)
      .map((event) => ({
        ...event,
        decision: nameDecision(catalogue, event.decision),
        names: namesOf(event, catalogue),
      }))
  }
}

/** Names of the agencies, regions and items that two standings of an item name by code. */
export function namesOf(
  { day, before, after }: Pick<LifeEvent, 'day' | 'before' | 'after'>,
  catalogue: Catalogue,
): Record<string, string> {
  const agencies = [before.agency, after.agency].map((code) => [code, nameAgency(catalogue, code)])
  const regions = nameRegions(catalogue, [...before.receivers, ...after.receivers]).map(({ code, name }) => [
    code,
    name,
  ])
  const related = [...after.predecessors, ...after.successors, ...before.predecessors, ...before.successors]
  const items = related.map((code) => [code, catalogue.chronicle().standingOn(code, day)?.name ?? code])
  return Object.fromEntries([...agencies, ...regions, ...items])
}
