import { NotFoundError } from '../domain/catalog-error.ts'
import { completeGuide } from '../domain/complete-guide.ts'
import type { Day } from '../schema/types.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import { bodyOn } from './day-view.ts'
import { findFlowchartSource } from './get-flowchart.ts'
import { itemOn, refuseGone } from './get-item.ts'
import type { AsOf, CompleteGuide } from './use-cases.ts'

/**
 * The guide of an item on a day (absent: today) with every section.
 *
 * @throws NotFoundError when there is no such item, or it has no guide yet; ItemGoneError when it is gone on that day.
 */
export function createGetGuide(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async (code: string, { asOf = today() }: AsOf = {}): Promise<CompleteGuide> => {
    const catalogue = await currentCatalogue()
    refuseGone(catalogue, code, asOf)
    const item = bodyOn(itemOn(catalogue, code, asOf))
    if (item.guide === null) throw new NotFoundError('guide', code)
    return completeGuide(item, item.guide, findFlowchartSource(item))
  }
}
