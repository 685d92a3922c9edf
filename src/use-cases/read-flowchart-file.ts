import { InputRefusedError, NotFoundError } from '../domain/catalog-error.ts'
import { writeProcedureChart } from '../domain/flowchart-text.ts'
import type { CatalogueFiles, ReadDocument, ReadWorkbook } from '../ports/catalogue-files.ts'
import { findFlowchartSource } from './get-flowchart.ts'

/**
 * The Mermaid source of an item or procedure file.
 *
 * The function it makes throws InputRefusedError when a file breaks its schema, NotFoundError when no flowchart is in it.
 */
export function createReadFlowchartFile(files: CatalogueFiles) {
  return async (path: string): Promise<string> => {
    const { files: found } = await files.read([path])
    for await (const file of found) {
      if (file.violations !== undefined) throw new InputRefusedError(file.violations)
      const source = sourceOf(file)
      if (source !== null) return source
    }
    throw new NotFoundError('flowchart', path)
  }
}

function sourceOf(file: ReadDocument | ReadWorkbook): string | null {
  if (file.kind === 'item') return findFlowchartSource(file.document)
  if (file.kind === 'procedure') return writeProcedureChart(file.document, { title: '办理流程图', note: '' })
  return null
}
