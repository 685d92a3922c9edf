import { CatalogError } from '../domain/catalog-error.ts'
import { isSameDocument } from '../domain/same-document.ts'
import type { ArchiveSummary, Archives, LogSource } from '../ports/archives.ts'
import type { CatalogStore, Change, DocumentKind, LogEntry } from '../ports/catalog-store.ts'
import type { Clock } from '../ports/clock.ts'
import { type CopyPorts, copyPictures, findCommonBeginning, goOn } from './copy-store.ts'
import { createWriteRecorded, type Deed, theSystem } from './office/write-recorded.ts'
import { officeDifferences } from './office-differences.ts'
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
 * Brings a store back to what a backup holds. A store that is empty, or has the beginning of the same history and record, gets both; any other
 * gets the documents of the backup by one commit, so that nothing of its own history is lost and running services notice. The record goes on: its next
 * entry says that the store was restored, and from which backup.
 *
 * The function it makes throws CatalogError `broken-archive` before anything is changed, `copy-differs`.
 */
export function createRestoreStore(ports: RestorePorts) {
  return async (store: CatalogStore, path: string): Promise<RestoreReport> => {
    const archive = await ports.archives.open(path)
    const begun = await findBeginning(ports, archive, store)
    if (begun !== undefined) {
      const withOffice = archive.summary.office !== null
      const { commits: _, ...copied } = await goOn(ports, { source: archive, target: store, begun, withOffice })
      await createWriteRecorded({ ...ports, store })({ by: theSystem, deeds: [deedOf(archive)] })
      return { ...copied, restored: 'history', changed: 0 }
    }
    const pictures = await copyPictures(archive, store)
    const changed = await setBack(ports, store, archive)
    const catalogueRevision = await store.catalogueRevision()
    return { ...archive.summary, catalogueRevision, pictures, restored: 'content', changed }
  }
}

/** Where the history can go on. A backup without office says nothing of commits to a record that knows others already. */
async function findBeginning(ports: RestorePorts, archive: Archive, store: CatalogStore) {
  const hasRecord = archive.summary.office !== null || (await store.office.newestEntry()) === undefined
  const isEmpty = (await store.catalogueRevision()) === 0
  return hasRecord || isEmpty ? findCommonBeginning(ports, archive, store) : undefined
}

type Archive = Awaited<ReturnType<Archives['open']>>

function deedOf({ summary: { catalogueRevision, digest } }: Archive, facts: Record<string, string> = {}): Deed {
  const backup = { revision: String(catalogueRevision), backup: digest }
  return { action: 'catalogue.restore', subject: 'catalogue/main', facts: { ...backup, ...facts } }
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

/** @returns how many documents were changed. */
async function setBack(ports: RestorePorts, store: CatalogStore, archive: Archive): Promise<number> {
  const wanted = await presentIn(archive)
  const writeRecorded = createWriteRecorded({ ...ports, store })
  for (let attempt = 1; ; attempt += 1) {
    const seen = await store.catalogueRevision()
    const changes = await differences(store, wanted)
    const office =
      archive.summary.office === null
        ? { changes: [], deeds: [] }
        : await officeDifferences(archive.office, store.office)
    const changed = changes.length + office.changes.length
    try {
      await writeRecorded({
        by: theSystem,
        deeds: [deedOf(archive, { documents: String(changed) }), ...office.deeds],
        changes: office.changes,
        catalogue: { changes, seen, actor: 'restore' },
      })
      return changed
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
