import type { CatalogStore, Change, LogEntry } from '../ports/catalog-store.ts'
import { addToSum, documentKey, type LogSum } from './sum-log.ts'

/**
 * Makes the commits of a log again in another store: the same numbers, moments and authors. `sum` is what the store holds already; it goes
 * on with each commit.
 *
 * @throws CatalogError `stale-revision` when somebody else writes to the store meanwhile; the commits so far stay.
 */
export async function replayLog(
  target: CatalogStore,
  log: AsyncIterable<LogEntry>,
  { sum, onState }: { sum: LogSum; onState: () => void },
): Promise<void> {
  let commit: LogEntry[] = []
  for await (const entry of log) {
    if (commit[0] !== undefined && commit[0].commit !== entry.commit) {
      await makeAgain(target, commit, sum)
      commit = []
    }
    commit.push(entry)
    onState()
  }
  if (commit.length > 0) await makeAgain(target, commit, sum)
}

async function makeAgain(target: CatalogStore, entries: readonly LogEntry[], sum: LogSum): Promise<void> {
  const [first] = entries
  if (first === undefined) return
  const changes = entries.map((entry) => {
    const change = changeOf(entry, sum.revisions.get(documentKey(entry.kind, entry.id)) ?? 0)
    addToSum(sum, entry)
    return change
  })
  const { updatedAt: at, actor } = first
  await target.commit(changes, { at, actor, seenCatalogueRevision: first.commit - 1 })
}

/** The change that brings a state about. Of a removed item the index entry plays no part. */
export function changeOf(
  { kind, id, body, index }: Pick<LogEntry, 'kind' | 'id' | 'body' | 'index'>,
  expectedRevision: number,
): Change {
  const nowhere = { agency: '', type: '', state: '', audience: [], theme: [], sortKey: '' }
  const change = { kind, id, expectedRevision, body, ...(kind === 'item' ? { index: index ?? nowhere } : {}) }
  // Kind, body and index come from the same entry, which TypeScript does not follow through a union.
  return change as Change
}
