import type { ApprovalItem } from '../schema/types.ts'
import { CatalogError, type Violation } from './catalog-error.ts'
import { sentenceFor } from './error-sentences.ts'
import { refuseSource } from './refuse-flowchart-source.ts'

/** Hand-written flowchart source that could not be drawn safely does not come into the catalogue. */
export function checkFlowchartSource({ mermaid }: Pick<ApprovalItem, 'mermaid'>): Violation[] {
  if (mermaid === null) return []
  try {
    refuseSource(mermaid)
    return []
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    return [{ pointer: '/mermaid', rule: error.code, message: sentenceFor(error) }]
  }
}
