import type { Violation } from '../domain/catalog-error.ts'
import { CatalogError, InputRefusedError } from '../domain/catalog-error.ts'
import type { AgencyOrder } from '../domain/item-index.ts'
import { indexItem, orderAgencies, sortKeyOf } from '../domain/item-index.ts'
import { isSameDocument } from '../domain/same-document.ts'
import type { CatalogStore, Change, DocumentKind, Stored } from '../ports/catalog-store.ts'
import type { CatalogueFiles } from '../ports/catalogue-files.ts'
import type { Clock } from '../ports/clock.ts'
import type { StoredCatalogue } from './check-batch.ts'
import { checkBatch, findLast } from './check-batch.ts'
import type { Batch, BatchDocument, OnProgress } from './import-batch.ts'
import { idOf, readBatch } from './import-batch.ts'

/** How many documents, and which, by kind. A kind with none is left out. */
export interface ImportTally {
  count: number
  ids: Partial<Record<DocumentKind, string[]>>
}
export interface ImportReport {
  created: ImportTally
  updated: ImportTally
  unchanged: ImportTally
  /** Revision of the catalogue after the import; after a dry run the present one. */
  catalogueRevision: number
}

export interface ImportPorts {
  store: CatalogStore
  files: CatalogueFiles
  clock: Clock
  onProgress?: OnProgress
}
export interface ImportOptions {
  /** Only says what would change. */
  dryRun?: boolean
  /** Who imports, in the history. */
  actor?: string
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

async function storeBatch({ store, files, clock }: ImportPorts, batch: Batch, options: ImportOptions) {
  const stored = await loadStored(store)
  const references = await files.place(checkBatch(batch.documents, stored.catalogue, batch.broken))
  const violations = [...batch.violations, ...references]
  if (violations.length > 0) throw new InputRefusedError(violations.sort(byPlace))
  const plan = planChanges(batch.documents, stored)
  const catalogueRevision =
    options.dryRun || plan.changes.length === 0
      ? await store.catalogueRevision()
      : await store.commit(plan.changes, { at: clock.now(), actor: options.actor ?? 'import' })
  return { ...plan.report, catalogueRevision }
}

interface StoredState {
  catalogue: StoredCatalogue
  /** By kind and id. */
  documents: ReadonlyMap<string, Stored<DocumentKind>>
}

async function loadStored(store: CatalogStore): Promise<StoredState> {
  const policy = await store.find('policy', 'main')
  const regions = await store.find('regions', 'main')
  const agencies = await store.find('agencies', 'main')
  const laws = await store.find('laws', 'main')
  const items = await store.list('item')
  const decisions = await store.list('decision')
  const all = [policy, regions, agencies, laws, ...items, ...decisions].filter((found) => found !== undefined)
  return {
    catalogue: { agencies: agencies?.body, laws: laws?.body, regions: regions?.body, items, decisions },
    documents: new Map(all.map((document) => [`${document.kind} ${document.id}`, document])),
  }
}

function planChanges(batch: readonly BatchDocument[], { catalogue, documents }: StoredState) {
  const oldOrder = orderAgencies(catalogue.agencies?.agencies ?? [])
  const agencies = findLast(batch, 'agencies')?.document ?? catalogue.agencies
  const order = orderAgencies(agencies?.agencies ?? [])
  const report = { created: emptyTally(), updated: emptyTally(), unchanged: emptyTally() }
  const changes: Change[] = []
  const touched = new Set<string>()
  for (const entry of batch) {
    const id = idOf(entry)
    const before = documents.get(`${entry.kind} ${id}`)
    const outcome =
      before === undefined ? 'created' : isSameDocument(before.body, entry.document) ? 'unchanged' : 'updated'
    addTo(report[outcome], entry.kind, id)
    if (outcome === 'unchanged') continue
    changes.push(changeOf(entry, id, before?.revision ?? 0, order))
    if (entry.kind === 'item') touched.add(id)
  }
  changes.push(...reorderItems(catalogue.items, touched, oldOrder, order))
  return { report, changes }
}

/** Items whose place in the official order moved with their agency are written again with their new index entry. */
function reorderItems(
  items: readonly Stored<'item'>[],
  touched: ReadonlySet<string>,
  oldOrder: AgencyOrder,
  order: AgencyOrder,
): Change[] {
  return items
    .filter(({ id, body }) => !touched.has(id) && sortKeyOf(body, oldOrder) !== sortKeyOf(body, order))
    .map(({ id, revision, body }) => ({
      kind: 'item',
      id,
      expectedRevision: revision,
      body,
      index: indexItem(body, order),
    }))
}

function changeOf(entry: BatchDocument, id: string, expectedRevision: number, order: AgencyOrder): Change {
  if (entry.kind === 'item') {
    const index = indexItem(entry.document, order)
    return { kind: 'item', id, expectedRevision, body: entry.document, index }
  }
  // Kind and body come from the same entry, which TypeScript does not follow through a union.
  return { kind: entry.kind, id, expectedRevision, body: entry.document } as Change
}

function emptyTally(): ImportTally {
  return { count: 0, ids: {} }
}

function addTo(tally: ImportTally, kind: DocumentKind, id: string): void {
  tally.count += 1
  const ids = tally.ids[kind] ?? []
  ids.push(id)
  tally.ids[kind] = ids
}

function byPlace(one: Violation, other: Violation): number {
  const [left, right] = [one.file ?? '', other.file ?? '']
  if (left !== right) return left < right ? -1 : 1
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)
}
