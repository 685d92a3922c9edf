import { randomUUID } from 'node:crypto'
import type { mongo } from 'mongoose'
import { CatalogError } from '../../domain/catalog-error.ts'
import type { RecordEntry } from '../../domain/office/record.ts'
import { type OfficeChange, type OfficeWrite, officeKeysOf } from '../../ports/office-store.ts'
import { applyChanges } from './commit-changes.ts'
import { findDuplicateCode } from './find-duplicate-code.ts'
import { busy, type MongoConnection } from './mongo-connection.ts'
import type { EntryRecord, OfficeRecord } from './records.ts'
import { restAfter } from './run-transaction.ts'
import { isDuplicateKey } from './translate-mongo-error.ts'
import { waitForTurn } from './writer-turn.ts'

/** How often a write is tried again after another writer was faster at the same place of the record. */
const mostAttempts = 30

/** Writes everything in one transaction; see `OfficeStore.write`. */
export async function writeOffice(
  connection: MongoConnection,
  write: OfficeWrite,
  { stallLimit }: { stallLimit: number },
): Promise<void> {
  const token = randomUUID()
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    try {
      if (await connection.transaction((session) => writeAtOnce(connection, { ...write, token }, session))) return
      await waitForTurn(connection, token, stallLimit)
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      const duplicate = await findDuplicateCode(connection, write.catalogue?.changes ?? [])
      if (duplicate !== undefined) throw duplicate
      // Another writer has taken the number of the entry, or made the same document: what that means is seen at the next attempt.
      await restAfter(attempt)
    }
  }
  throw busy()
}

/** False: another writer has the turn of the catalogue. */
async function writeAtOnce(
  connection: MongoConnection,
  { at, changes, record, catalogue, token }: OfficeWrite & { token: string },
  session: mongo.ClientSession,
): Promise<boolean> {
  if (catalogue !== undefined) {
    const commit = { ...catalogue.context, changes: catalogue.changes, token }
    if ((await applyChanges(connection, commit, session)) === undefined) return false
  }
  for (const change of changes) await applyOfficeChange(connection, change, { at, session })
  if (record !== undefined) {
    const entries = record(await readNewest(connection, session)).map(toRecord)
    if (entries.length > 0) await connection.record.insertMany(entries, { session })
  }
  return true
}

async function readNewest({ record }: MongoConnection, session: mongo.ClientSession): Promise<RecordEntry | undefined> {
  const newest = await record.findOne({}, null, { sort: { _id: -1 }, session }).lean<EntryRecord>()
  return newest === null ? undefined : JSON.parse(newest.entry)
}

function toRecord(entry: RecordEntry): EntryRecord {
  const { number, actor, subject, action } = entry
  return { _id: number, actor, subject, action, entry: JSON.stringify(entry) }
}

async function applyOfficeChange(
  { office }: MongoConnection,
  change: OfficeChange,
  { at, session }: { at: string; session: mongo.ClientSession },
): Promise<void> {
  const { kind, id, expectedRevision: expected, body } = change
  const _id = `${kind}/${id}`
  const stored = await office.findById(_id, { revision: 1 }, { session }).lean<Pick<OfficeRecord, 'revision'>>()
  const actual = stored?.revision ?? 0
  if (actual !== expected || (actual === 0 && body === null)) {
    throw new CatalogError('stale-revision', { kind, id, expected, actual })
  }
  const seen = { _id, revision: expected }
  if (body === null) {
    await office.deleteOne(seen, { session })
    return
  }
  const keys = officeKeysOf(body)
  const next: OfficeRecord = { _id, kind, id, revision: actual + 1, updatedAt: at, keys, body: JSON.stringify(body) }
  if (actual === 0) await office.insertMany([next], { session })
  else await office.replaceOne(seen, next, { session })
}
