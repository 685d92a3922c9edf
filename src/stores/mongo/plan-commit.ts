import type { mongo } from 'mongoose'
import { CatalogError } from '../../domain/catalog-error.ts'
import type { Change, CommitContext, DocumentKind } from '../../ports/catalog-store.ts'
import type { MongoConnection } from './mongo-connection.ts'
import { present, type StateRecord } from './records.ts'

/** What a commit writes: states that are replaced, by `_id`, and new states. */
export interface CommitPlan {
  replaced: string[]
  written: StateRecord[]
}

/** How many documents are asked for at once. */
const portion = 500

/** Newest state of a document: `revision` counts on after a removal; `actual` is 0 when it does not exist. */
interface Head {
  revision: number
  actual: number
  /** The present state in the database, to be replaced. */
  stored?: string
  /** The state that this commit has planned already. */
  planned?: StateRecord
}

/**
 * Plans a commit on the catalogue at a revision. The plan holds as long as that is the present one.
 *
 * @throws CatalogError `stale-revision`.
 */
export async function planCommit(
  connection: MongoConnection,
  { changes, at, actor }: CommitContext & { changes: readonly Change[] },
  { revision: base, session }: { revision: number; session: mongo.ClientSession | null },
): Promise<CommitPlan> {
  const since = base + 1
  const heads = await readHeads(connection, changes, { base, session })
  const plan: CommitPlan = { replaced: [], written: [] }
  for (const [position, change] of changes.entries()) {
    const { kind, id, expectedRevision: expected, body } = change
    const head = heads.get(keyOf(kind, id)) ?? { revision: 0, actual: 0 }
    if (head.actual !== expected || (expected === 0 && body === null)) {
      throw new CatalogError('stale-revision', { kind, id, expected, actual: head.actual })
    }
    if (head.stored !== undefined) plan.replaced.push(head.stored)
    if (head.planned !== undefined) head.planned.until = since
    const revision = head.revision + 1
    const planned = toRecord(change, { since, revision, position, updatedAt: at, actor })
    plan.written.push(planned)
    heads.set(keyOf(kind, id), { revision, actual: body === null ? 0 : revision, planned })
  }
  return plan
}

async function readHeads(
  { states }: MongoConnection,
  changes: readonly Change[],
  { base, session }: { base: number; session: mongo.ClientSession | null },
): Promise<Map<string, Head>> {
  const heads = new Map<string, Head>()
  for (const [kind, ids] of idsByKind(changes)) {
    for (let start = 0; start < ids.length; start += portion) {
      const some = { kind, id: { $in: ids.slice(start, start + portion) }, since: { $lte: base } }
      const known = await states.find(some, { body: 0, index: 0 }, { session }).lean<StateRecord[]>()
      for (const record of known) addToHead(heads, record, base)
    }
  }
  return heads
}

function addToHead(heads: Map<string, Head>, { _id, kind, id, revision, until }: StateRecord, base: number): void {
  const head = heads.get(keyOf(kind, id)) ?? { revision: 0, actual: 0 }
  head.revision = Math.max(head.revision, revision)
  if (until > base) Object.assign(head, { actual: revision, stored: _id })
  heads.set(keyOf(kind, id), head)
}

function idsByKind(changes: readonly Change[]): Map<DocumentKind, string[]> {
  const sets = new Map<DocumentKind, Set<string>>()
  for (const { kind, id } of changes) sets.set(kind, (sets.get(kind) ?? new Set()).add(id))
  return new Map([...sets].map(([kind, ids]) => [kind, [...ids]]))
}

type Place = Pick<StateRecord, 'since' | 'revision' | 'position' | 'updatedAt' | 'actor'>

function toRecord(change: Change, place: Place): StateRecord {
  const { kind, id, body } = change
  const record = { _id: `${keyOf(kind, id)}@${place.revision}`, kind, id, ...place }
  if (body === null) return { ...record, until: place.since, body }
  const state = { ...record, until: present, body: JSON.stringify(body) }
  return change.kind === 'item' ? { ...state, ...itemFields(change) } : state
}

function itemFields({ body, index }: Extract<Change, { kind: 'item' }>): Pick<StateRecord, 'index' | 'codes'> {
  if (body === null) return {}
  const { agency, catalogCode, implementationCode } = body
  return {
    index,
    codes: {
      agency,
      ...(catalogCode === null ? {} : { catalogCode }),
      ...(implementationCode === null ? {} : { implementationCode }),
    },
  }
}

function keyOf(kind: DocumentKind, id: string): string {
  return `${kind}/${id}`
}
