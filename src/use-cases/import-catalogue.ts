import type { Violation } from '../domain/catalog-error.ts'
import { CatalogError, InputRefusedError } from '../domain/catalog-error.ts'
import type { Finding } from '../domain/finding.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import type { CatalogueFiles } from '../ports/catalogue-files.ts'
import { checkBatch, type StoredCatalogue } from './check-batch.ts'
import { completeWorkbooks } from './complete-workbooks.ts'
import { type Batch, type OnProgress, readBatch } from './import-batch.ts'
import { type Judgement, judgeDecisions } from './judge-decisions.ts'
import { createWriteRecorded, type RecordPorts, theSystem } from './office/write-recorded.ts'
import { type ImportTally, loadStored, planChanges } from './plan-import.ts'

export type { ImportTally } from './plan-import.ts'

export interface ImportReport {
  created: ImportTally
  updated: ImportTally
  unchanged: ImportTally
  /**
   * Warnings and hints about the decisions of the batch, and the errors of those that are still being drafted; of workbooks, what they leave open
   * and what of them was not read.
   */
  findings: Finding[]
  /** Revision of the catalogue after the import; after a dry run the present one. */
  catalogueRevision: number
}

export interface ImportPorts extends Omit<RecordPorts, 'store'> {
  store: CatalogStore
  files: CatalogueFiles
  onProgress?: OnProgress
}
export interface ImportOptions {
  /** Only says what would change. */
  dryRun?: boolean
  /** Whether decisions that contradict the catalogue are refused; absent: they are. They count for nothing when they are not. */
  judgesDecisions?: boolean
}

/** Somebody else may store between our reading and our commit; then the batch is checked against the new state. */
const maximumAttempts = 5

/**
 * Imports folders and files as one batch: all of it or nothing. What the batch does not mention stays as it is, and documents that say the
 * same as the stored ones are not written again.
 *
 * The function it makes throws InputRefusedError with every violation, sorted by file and line.
 */
export function createImportCatalogue(ports: ImportPorts) {
  return async (paths: readonly string[], options: ImportOptions = {}): Promise<ImportReport> => {
    const batch = await readBatch(ports.files, paths, ports.onProgress)
    for (let attempt = 1; ; attempt++) {
      try {
        return await storeBatch(ports, batch, options)
      } catch (error) {
        const isStale = error instanceof CatalogError && error.code === 'stale-revision'
        if (!isStale || attempt === maximumAttempts) throw error
      }
    }
  }
}

async function storeBatch(ports: ImportPorts, batch: Batch, options: ImportOptions) {
  const { store, files } = ports
  // Read before the documents: whatever is stored from then on makes the commit stale.
  const seenCatalogueRevision = await store.catalogueRevision()
  const stored = await loadStored(store)
  const books = completeWorkbooks(batch.workbooks, stored.catalogue)
  const documents = [...batch.documents, ...books.documents]
  const broken = new Set([...batch.broken, ...books.broken])
  const references = checkBatch(documents, stored.catalogue, broken)
  const judgement = judgeBatch({ documents, broken }, stored.catalogue, options)
  const violations = [
    ...batch.violations,
    ...books.violations,
    ...(await files.place(books.place(withoutRepeats([...references, ...judgement.violations])))),
  ]
  if (violations.length > 0) throw new InputRefusedError(violations.sort(byPlace))
  const plan = planChanges(documents, stored)
  const isQuiet = options.dryRun || plan.changes.length === 0
  if (!isQuiet) await commitRecorded(ports, plan, seenCatalogueRevision)
  const catalogueRevision = seenCatalogueRevision + (isQuiet ? 0 : 1)
  const findings = [...batch.workbooks.flatMap(({ notes }) => notes), ...judgement.findings]
  return { ...plan.report, findings, catalogueRevision }
}

/** @throws CatalogError `stale-revision` when the catalogue is not the one that was seen. */
function commitRecorded(
  ports: ImportPorts,
  { changes, report: { created, updated } }: ReturnType<typeof planChanges>,
  seen: number,
): Promise<void> {
  const facts = { created: String(created.count), updated: String(updated.count) }
  return createWriteRecorded(ports)({
    by: theSystem,
    deeds: [{ action: 'catalogue.import', subject: 'catalogue/main', facts }],
    catalogue: { changes, seen, actor: 'import' },
  })
}

/** Decisions are held against lists and items; where such a file was refused, nothing can be said of them yet. */
function judgeBatch(
  { documents, broken }: Pick<Batch, 'documents' | 'broken'>,
  stored: StoredCatalogue,
  { judgesDecisions = true }: ImportOptions,
): Judgement {
  return broken.size > 0 || !judgesDecisions ? { violations: [], findings: [] } : judgeDecisions(documents, stored)
}

/** One violation a place: a row that names an unknown item is not blamed again for what follows from it. */
function withoutRepeats(violations: readonly Violation[]): Violation[] {
  const seen = new Set<string>()
  const unknown = new Set<string>()
  return violations.filter(({ file, pointer, rule, message }) => {
    const place = `${file} ${pointer}`
    if (unknown.has(place)) return false
    if (rule.startsWith('unknown-')) unknown.add(place)
    const key = `${place} ${message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function byPlace(one: Violation, other: Violation): number {
  const [left, right] = [one.file ?? '', other.file ?? '']
  if (left !== right) return left < right ? -1 : 1
  if (one.sheet !== other.sheet) return (one.sheet ?? '') < (other.sheet ?? '') ? -1 : 1
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)
}
