import { NotFoundError } from '../domain/catalog-error.ts'
import type { Day } from '../schema/types.ts'
import { nameAgency } from './answer-names.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import { rowItem } from './get-decision.ts'
import type { AsOf, DirectoryAnswer } from './use-cases.ts'

/** 保留目录: the items in use on a day (absent: today), of the city or of one agency. @throws NotFoundError for an unknown agency. */
export function createGetDirectory(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async ({ agency, asOf = today() }: { agency?: string } & AsOf): Promise<DirectoryAnswer> => {
    const catalogue = await currentCatalogue()
    if (agency !== undefined && !catalogue.agencies.has(agency)) throw new NotFoundError('agency', agency)
    const items = catalogue
      .on(asOf)
      .items.filter(({ standing }) => standing.state === 'active')
      .filter(({ standing }) => agency === undefined || standing.agency === agency)
      .map(({ standing }) => rowItem(standing.code, standing, catalogue))
    const named = agency === undefined ? null : { code: agency, name: nameAgency(catalogue, agency) }
    return { asOf, agency: named, items }
  }
}
