import type { CatalogStore, DocumentKind, LogEntry, Stored } from '../ports/catalog-store.ts'
import { fillInDefaults } from '../schema/check-document.ts'

type ListKind = Exclude<DocumentKind, 'item' | 'decision'>

/** Every document of the catalogue as of one revision of the store, defaults filled in. Nobody changes them. */
export interface CatalogueDocuments {
  revision: number
  lists: { readonly [Kind in ListKind]?: Stored<Kind> }
  /** By code, in the order of the codes. */
  items: ReadonlyMap<string, Stored<'item'>>
  /** By id, in the order of the ids. */
  decisions: ReadonlyMap<string, Stored<'decision'>>
}

/** Reads every document. */
export async function readDocuments(store: CatalogStore): Promise<CatalogueDocuments> {
  // The revision is read first: a change during the load leaves the copy out of date, never wrongly up to date.
  const revision = await store.catalogueRevision()
  const policy = await store.find('policy', 'main')
  const regions = await store.find('regions', 'main')
  const agencies = await store.find('agencies', 'main')
  const laws = await store.find('laws', 'main')
  const items = await store.list('item')
  const decisions = await store.list('decision')
  for (const document of [policy, regions, agencies, laws, ...items, ...decisions])
    if (document !== undefined) fillInDefaults(document.kind, document.body)
  return {
    revision,
    lists: {
      ...(policy && { policy }),
      ...(regions && { regions }),
      ...(agencies && { agencies }),
      ...(laws && { laws }),
    },
    items: byId(items),
    decisions: byId(decisions),
  }
}

/**
 * The documents of now, made of those of an earlier revision and what the log says was committed since: after an edit one document is read, not all.
 *
 * `undefined`: the log does not go on from there, because another store has taken the place of the known one.
 */
export async function followDocuments(
  store: CatalogStore,
  known: CatalogueDocuments,
): Promise<CatalogueDocuments | undefined> {
  const revision = await store.catalogueRevision()
  const lists = { ...known.lists }
  const items = new Map(known.items)
  const decisions = new Map(known.decisions)
  for await (const entry of store.readLog({ after: known.revision, through: revision })) {
    if (!goesOn(entry, { lists, items, decisions })) return undefined
    if (entry.body !== null) fillInDefaults(entry.kind, entry.body)
    if (entry.kind === 'item') take(items, entry)
    else if (entry.kind === 'decision') take(decisions, entry)
    else Object.assign(lists, { [entry.kind]: entry.body === null ? undefined : storedOf(entry) })
  }
  return { revision, lists, items: inOrder(items, known.items), decisions: inOrder(decisions, known.decisions) }
}

type Taken = Pick<CatalogueDocuments, 'lists' | 'items' | 'decisions'>

/** A document goes on by one with every change; of one that was removed, or was never there, nothing is known. */
function goesOn({ kind, id, revision }: LogEntry, { lists, items, decisions }: Taken): boolean {
  const before = kind === 'item' ? items.get(id) : kind === 'decision' ? decisions.get(id) : lists[kind]
  return before === undefined || revision === before.revision + 1
}

function take<Kind extends DocumentKind>(
  documents: Map<string, Stored<Kind>>,
  entry: Extract<LogEntry, { kind: Kind }>,
): void {
  if (entry.body === null) documents.delete(entry.id)
  // The body is not null, which TypeScript does not follow through a generic kind.
  else documents.set(entry.id, storedOf(entry) as Stored<Kind>)
}

function storedOf({ kind, id, revision, updatedAt, body }: LogEntry) {
  return { kind, id, revision, updatedAt, body }
}

function byId<Kind extends DocumentKind>(documents: readonly Stored<Kind>[]): ReadonlyMap<string, Stored<Kind>> {
  return new Map(documents.map((document) => [document.id, document]))
}

/** New documents stand at the end of a map: only then it is sorted again. */
function inOrder<Kind extends DocumentKind>(
  documents: ReadonlyMap<string, Stored<Kind>>,
  known: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Stored<Kind>> {
  if ([...documents.keys()].every((id) => known.has(id))) return documents
  return new Map([...documents].sort(([one], [other]) => (one < other ? -1 : 1)))
}
