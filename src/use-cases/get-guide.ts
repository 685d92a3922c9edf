import { NotFoundError } from '../domain/catalog-error.ts'
import { completeGuide } from '../domain/complete-guide.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import { findFlowchartSource } from './get-flowchart.ts'
import { storedItem } from './get-item.ts'
import type { CompleteGuide } from './use-cases.ts'

/** The guide of an item with every section. @throws NotFoundError when there is no such item, or it has no guide yet. */
export function createGetGuide(currentCatalogue: CurrentCatalogue) {
  return async (code: string): Promise<CompleteGuide> => {
    const item = storedItem(await currentCatalogue(), code).body
    if (item.guide === null) throw new NotFoundError('guide', code)
    return completeGuide(item, item.guide, findFlowchartSource(item))
  }
}
