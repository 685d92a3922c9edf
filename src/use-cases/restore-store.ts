import { CatalogError } from '../domain/catalog-error.ts'
import { isSameDocument } from '../domain/same-document.ts'
import type { ArchiveSummary, Archives, LogSource } from '../ports/archives.ts'
import type { CatalogStore, Change, DocumentKind, LogEntry } from '../ports/catalog-store.ts'
import type { Clock } from '../ports/clock.ts'
import { type CopyPorts, copyPictures, findCommonBeginning, goOn } from './copy-store.ts'
import { changeOf } from './replay-log.ts'
import { documentKey } from './sum-log.ts'

export interface RestorePorts extends CopyPorts {
  archives: Archives
  clock: Clock
}
export interface RestoreReport extends ArchiveSummary {
  /** `history`: every commit was made again · `content`: one new commit made the documents what they were; the store keeps its own history. */
  restored: 'history' | 'content'
  /** Of `content`: how many documents were changed. */
  changed: number
}

const kinds = ['policy', 'regions', 'agencies', 'laws', 'item', 'decision'] as const satisfies DocumentKind[]

/** Somebody else may write meanwhile. */
const maximumAttempts = 5

/**
 * Brings a store back to what a backup holds. A store that is empty, or has the beginning of the same history, gets the history; any other
 * gets the documents of the backup by one commit, so that nothing of its own history is lost and running services notice.
 *
 * The function it makes throws CatalogError `broken-archive` before anything is changed, `copy-differs`.
 */
export function createRestoreStore(ports: RestorePorts) {
  return async (store: CatalogStore, path: string): Promise<RestoreReport> => {
    const archive = await ports.archives.open(path)
    const begun = await findCommonBeginning(ports, archive, store)
    if (begun !== undefined) {
      const { commits: _, ...copied } = await goOn(ports, { source: archive, target: store, begun })
      return { ...copied, restored: 'history', changed: 0 }
    }
    const pictures = await copyPictures(archive, store)
    const changed = await setBack(ports, store, await presentIn(archive))
    const catalogueRevision = await store.catalogueRevision()
    return { ...archive.summary, catalogueRevision, pictures, restored: 'content', changed }
  }
}

/** The documents that exist at the end of a log. */
async function presentIn(source: LogSource): Promise<Map<string, LogEntry>> {
  const present = new Map<string, LogEntry>()
  const range = { after: 0, through: await source.catalogueRevision() }
  for await (const entry of source.readLog(range)) {
    const key = documentKey(entry.kind, entry.id)
    if (entry.body === null) present.delete(key)
    else present.set(key, entry)
  }
  return present
}

async function setBack(
  { clock }: RestorePorts,
  store: CatalogStore,
  wanted: ReadonlyMap<string, LogEntry>,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const seenCatalogueRevision = await store.catalogueRevision()
    const changes = await differences(store, wanted)
    try {
      if (changes.length > 0) await store.commit(changes, { at: clock.now(), actor: 'restore', seenCatalogueRevision })
      return changes.length
    } catch (error) {
      const isStale = error instanceof CatalogError && error.code === 'stale-revision'
      if (!isStale || attempt === maximumAttempts) throw error
    }
  }
}

async function differences(store: CatalogStore, wanted: ReadonlyMap<string, LogEntry>): Promise<Change[]> {
  const changes: Change[] = []
  const missing = new Map(wanted)
  for (const kind of kinds) {
    for (const { id, revision, body } of await store.list(kind)) {
      const entry = wanted.get(documentKey(kind, id))
      missing.delete(documentKey(kind, id))
      if (entry === undefined) changes.push(changeOf({ kind, id, body: null, index: null }, revision))
      else if (!isSameDocument(entry.body, body)) changes.push(changeOf(entry, revision))
    }
  }
  for (const entry of missing.values()) changes.push(changeOf(entry, 0))
  return changes
}
