import type { Violation } from '../domain/catalog-error.ts'
import type { DocumentKind } from '../ports/catalog-store.ts'
import type { CatalogueFiles, ReadDocument, ReadFile, ReadWorkbook } from '../ports/catalogue-files.ts'

/** A document of the catalogue together with the file it came from. */
export type BatchDocument = Extract<ReadDocument, { kind: DocumentKind }>

/** Everything that was read: documents in order, and what was refused. */
export interface Batch {
  documents: BatchDocument[]
  /** What has still to be laid over the stored documents. */
  workbooks: ReadWorkbook[]
  violations: Violation[]
  /** Kinds of which at least one file was refused, or all of them when a file's kind could not be told. */
  broken: ReadonlySet<DocumentKind>
}

/** How far long work has come. */
export type OnProgress = (progress: { done: number; total: number }) => void

const documentKinds = ['policy', 'regions', 'agencies', 'laws', 'item', 'decision'] as const

/** Under which id a document is stored: its code or id; the lists are `main`. */
export function idOf(entry: BatchDocument): string {
  if (entry.folded) return entry.folded.head.code
  if ('code' in entry.document) return entry.document.code
  return 'id' in entry.document ? entry.document.id : 'main'
}

/** Reads all files; one that cannot be read or does not belong into a catalogue becomes its violations. */
export async function readBatch(
  files: CatalogueFiles,
  paths: readonly string[],
  onProgress: OnProgress = () => {},
): Promise<Batch> {
  const documents: BatchDocument[] = []
  const workbooks: ReadWorkbook[] = []
  const violations: Violation[] = []
  const broken = new Set<DocumentKind>()
  const { total, files: read } = await files.read(paths)
  let done = 0
  for await (const file of read) {
    onProgress({ done: ++done, total })
    if (isBatchDocument(file)) {
      documents.push(file)
      continue
    }
    if (file.kind === 'workbook') {
      workbooks.push(file)
      continue
    }
    violations.push(...(file.violations ?? [refusePart(file.file)]))
    for (const kind of documentKinds) if (file.kind === undefined || file.kind === kind) broken.add(kind)
  }
  return { documents, workbooks, violations, broken }
}

function isBatchDocument(file: ReadFile): file is BatchDocument {
  return file.violations === undefined && file.kind !== 'guide' && file.kind !== 'procedure' && file.kind !== 'workbook'
}

function refusePart(file: string): Violation {
  const message = '指南和流程要写在事项文件里，不能单独导入。'
  return { file, line: 1, column: 1, pointer: '', rule: 'not-a-catalogue-document', message }
}
