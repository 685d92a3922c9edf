import type { DocumentKind, LogEntry } from '../ports/catalog-store.ts'
import type { CreateDigest, Digest } from '../ports/digest.ts'

/** What a log amounts to so far. */
export interface LogSum {
  states: number
  digest: Digest
  /** Revision of every document that exists, by kind and id. */
  revisions: Map<string, number>
}

export function emptySum(createDigest: CreateDigest): LogSum {
  return { states: 0, digest: createDigest(), revisions: new Map() }
}

export function addToSum(sum: LogSum, entry: LogEntry): void {
  const { kind, id, revision, updatedAt, actor, body, commit, position, index } = entry
  const entryOf = index && [index.agency, index.type, index.state, index.audience, index.theme, index.sortKey]
  sum.states += 1
  sum.digest.add(JSON.stringify([commit, position, kind, id, revision, updatedAt, actor, body, entryOf]))
  if (body === null) sum.revisions.delete(documentKey(kind, id))
  else sum.revisions.set(documentKey(kind, id), revision)
}

/** Sums a log up. Two logs with the same number of states and the same digest say the same. */
export async function sumLog(createDigest: CreateDigest, log: AsyncIterable<LogEntry>): Promise<LogSum> {
  const sum = emptySum(createDigest)
  for await (const entry of log) addToSum(sum, entry)
  return sum
}

export function isSameSum(one: LogSum, other: LogSum): boolean {
  return one.states === other.states && one.digest.value() === other.digest.value()
}

export function documentKey(kind: DocumentKind, id: string): string {
  return `${kind}/${id}`
}
