import type { AgencyOrder } from '../domain/item-index.ts'
import { indexItem, orderAgencies, sortKeyOf } from '../domain/item-index.ts'
import { isSameDocument } from '../domain/same-document.ts'
import type { CatalogStore, Change, DocumentKind, Stored } from '../ports/catalog-store.ts'
import type { FoldedItem } from '../ports/catalogue-files.ts'
import type { StoredCatalogue } from './check-batch.ts'
import { findLast } from './check-batch.ts'
import type { BatchDocument } from './import-batch.ts'
import { idOf } from './import-batch.ts'

/** How many documents, and which, by kind. A kind with none is left out. */
export interface ImportTally {
  count: number
  ids: Partial<Record<DocumentKind, string[]>>
}
/** What is stored, before a batch. */
export interface StoredState {
  catalogue: StoredCatalogue
  /** By kind and id. */
  documents: ReadonlyMap<string, Stored<DocumentKind>>
}

/** Reads every document of the store. */
export async function loadStored(store: CatalogStore): Promise<StoredState> {
  const policy = await store.find('policy', 'main')
  const regions = await store.find('regions', 'main')
  const agencies = await store.find('agencies', 'main')
  const laws = await store.find('laws', 'main')
  const items = await store.list('item')
  const decisions = await store.list('decision')
  const all = [policy, regions, agencies, laws, ...items, ...decisions].filter((found) => found !== undefined)
  return {
    catalogue: {
      policy: policy?.body,
      agencies: agencies?.body,
      laws: laws?.body,
      regions: regions?.body,
      items,
      decisions,
    },
    documents: new Map(all.map((document) => [`${document.kind} ${document.id}`, document])),
  }
}

/** Which documents a batch creates, updates or leaves as they are, and the changes that do it. */
export function planChanges(batch: readonly BatchDocument[], { catalogue, documents }: StoredState) {
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
  if (entry.folded) return changeOfFolded(entry, entry.folded, { expectedRevision, order })
  if (entry.kind === 'item') {
    const index = indexItem(entry.document, order)
    return { kind: 'item', id, expectedRevision, body: entry.document, index }
  }
  // Kind and body come from the same entry, which TypeScript does not follow through a union.
  return { kind: entry.kind, id, expectedRevision, body: entry.document } as Change
}

/** The body stays folded until a store asks for it. */
function changeOfFolded(
  entry: BatchDocument & { kind: 'item' },
  { head, json }: FoldedItem,
  { expectedRevision, order }: { expectedRevision: number; order: AgencyOrder },
): Change {
  const body = () => entry.document
  return {
    kind: 'item',
    id: head.code,
    expectedRevision,
    index: indexItem(head, order),
    written: { json, head },
    get body() {
      return body()
    },
  }
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
