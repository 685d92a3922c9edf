import { CatalogError } from '../../domain/catalog-error.ts'
import { checkFlowchartSource } from '../../domain/check-flowchart-source.ts'
import { checkProcedureReferences } from '../../domain/check-references.ts'
import { type EditionContent, mergeContent } from '../../domain/editions/edition-fields.ts'
import { sentenceFor } from '../../domain/error-sentences.ts'
import { listFlowSteps } from '../../domain/procedure-graph.ts'
import { checkDocument } from '../../schema/check-document.ts'
import type { ApprovalItem } from '../../schema/types.ts'
import { findFlowchartSource } from '../get-flowchart.ts'
import type { Flowchart } from '../use-cases.ts'
import type { OfficePorts } from './office-ports.ts'

/** The flowchart of what somebody is writing. */
export type DraftChart = { chart: Flowchart; fault: null } | { chart: null; fault: string }

const nothing = '还没有环节，流程图在填写环节之后画出来。'
const unfinished = '流程还没有写完整，补齐以后流程图会重新画出来。'

/** Draws the flowchart that an edition would have; what cannot be drawn yet is told in a sentence. Nothing is kept. */
export function createDrawDraft({ renderer, store }: Pick<OfficePorts, 'store' | 'renderer'>) {
  return async (item: ApprovalItem, content: EditionContent): Promise<DraftChart> => {
    const { procedure, mermaid } = content
    if (procedure === null && mermaid === null) return { chart: null, fault: nothing }
    const fault = procedure === null ? findSourceFault(mermaid) : findProcedureFault(procedure)
    if (fault !== undefined) return { chart: null, fault }
    const source = findFlowchartSource(mergeContent(item, content)) ?? ''
    try {
      const svg = (await store.findPicture(renderer.keyOf(source))) ?? (await renderer.render(source))
      return { chart: { source, svg, steps: procedure === null ? [] : listFlowSteps(procedure) }, fault: null }
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error
      return { chart: null, fault: sentenceFor(error) }
    }
  }
}

function findSourceFault(mermaid: unknown): string | undefined {
  if (typeof mermaid !== 'string') return unfinished
  return checkFlowchartSource({ mermaid })[0]?.message
}

/** A procedure that somebody is writing may be of any shape. */
function findProcedureFault(procedure: unknown): string | undefined {
  const { document } = checkDocument('procedure', procedure)
  if (document === undefined) return unfinished
  return document.steps.length === 0 ? nothing : checkProcedureReferences(document)[0]?.message
}
