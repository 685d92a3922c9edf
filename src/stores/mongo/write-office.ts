import { randomUUID } from 'node:crypto'
import type { mongo } from 'mongoose'
import { CatalogError } from '../../domain/catalog-error.ts'
import type { RecordEntry } from '../../domain/office/record.ts'
import { type OfficeChange, type OfficePart, type OfficeWrite, officeKeysOf } from '../../ports/office-store.ts'
import { applyChanges, type CommitLimits, commitInParts, findOutcome, fitsOneTransaction } from './commit-changes.ts'
import { findDuplicateCode } from './find-duplicate-code.ts'
import { busy, type MongoConnection } from './mongo-connection.ts'
import type { EntryRecord, OfficeRecord } from './records.ts'
import { restAfter } from './run-transaction.ts'
import { isDuplicateKey } from './translate-mongo-error.ts'
import { waitForTurn } from './writer-turn.ts'

/** How often a write is tried again after another writer was faster at the same place of the record. */
const mostAttempts = 30

/** A write on its way; `token` tells its commit of the catalogue from all others. */
interface Write extends OfficeWrite {
  token: string
  limits: CommitLimits
}

/** Writes everything as one; see `OfficeStore.write`. */
export async function writeOffice(
  connection: MongoConnection,
  write: OfficeWrite,
  limits: CommitLimits,
): Promise<void> {
  const token = randomUUID()
  const changes = write.catalogue?.changes ?? []
  const attemptIt = fitsOneTransaction({ changes, limits }) ? writeAtOnce : writeInParts
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    try {
      if (await attemptIt(connection, { ...write, token, limits })) return
      await waitForTurn(connection, token, limits.stallLimit)
    } catch (error) {
      if (changes.length > 0 && (await findOutcome(connection, token, error)) !== undefined) return
      if (!isDuplicateKey(error)) throw error
      const duplicate = await findDuplicateCode(connection, changes)
      if (duplicate !== undefined) throw duplicate
      // Another writer has taken the number of the entry, or made the same document: what that means is seen at the next attempt.
      await restAfter(attempt)
    }
  }
  throw busy()
}

/** Everything in one transaction; false: another writer has the turn of the catalogue. */
function writeAtOnce(connection: MongoConnection, write: Write): Promise<boolean> {
  return connection.transaction(async (session) => {
    const { catalogue, token } = write
    if (catalogue === undefined) {
      await writeBeside(connection, write, { session, commit: undefined })
      return true
    }
    const changed = { ...catalogue.context, changes: catalogue.changes, token }
    const commit = await applyChanges(connection, changed, session)
    if (commit === undefined) return false
    await writeBeside(connection, write, { session, commit })
    return true
  })
}

/** A great change of the catalogue in parts that nobody sees; the office's own part comes with what makes them visible. */
async function writeInParts(connection: MongoConnection, write: Write): Promise<boolean> {
  const { catalogue, token, limits } = write
  if (catalogue === undefined) return writeAtOnce(connection, write)
  const { changes, context } = catalogue
  const beside = (session: mongo.ClientSession, commit: number) => writeBeside(connection, write, { session, commit })
  return (await commitInParts(connection, { ...context, changes, token, limits }, beside)) !== undefined
}

/** What belongs to the office alone: its documents and the record. */
async function writeBeside(
  connection: MongoConnection,
  { at, changes, record }: OfficeWrite,
  { session, commit }: { session: mongo.ClientSession; commit: number | undefined },
): Promise<void> {
  for (const change of changes) await applyOfficeChange(connection, change, { at, session })
  if (record === undefined) return
  await insertEntries(connection, record(await readNewest(connection, session), commit), session)
}

/** See `OfficeStore.copyIn`. */
export function copyIn(connection: MongoConnection, { documents, entries }: OfficePart): Promise<void> {
  return connection.transaction(async (session) => {
    const [first, actual] = [entries[0], (await readNewest(connection, session))?.number ?? 0]
    if (first !== undefined && first.number !== actual + 1) {
      throw new CatalogError('stale-revision', { kind: 'record', id: 'main', expected: first.number - 1, actual })
    }
    const records = documents.map(({ kind, id, revision, updatedAt, body }): OfficeRecord => {
      const keys = officeKeysOf(body)
      return { _id: `${kind}/${id}`, kind, id, revision, updatedAt, keys, body: JSON.stringify(body) }
    })
    if (records.length > 0) {
      await connection.office.deleteMany({ _id: { $in: records.map(({ _id }) => _id) } }, { session })
      await connection.office.insertMany(records, { session })
    }
    await insertEntries(connection, entries, session)
  })
}

async function readNewest({ record }: MongoConnection, session: mongo.ClientSession): Promise<RecordEntry | undefined> {
  const newest = await record.findOne({}, null, { sort: { _id: -1 }, session }).lean<EntryRecord>()
  return newest === null ? undefined : toEntry(newest)
}

async function insertEntries(
  { record }: MongoConnection,
  entries: readonly RecordEntry[],
  session: mongo.ClientSession,
): Promise<void> {
  if (entries.length > 0) await record.insertMany(entries.map(toRecord), { session })
}

function toRecord(entry: RecordEntry): EntryRecord {
  const { number, actor, subject, action } = entry
  return { _id: number, actor, subject, action, entry: JSON.stringify(entry) }
}

/** An entry with what it is filed under read from where it is filed. */
export function toEntry({ _id: number, actor, subject, action, entry }: EntryRecord): RecordEntry {
  return { ...JSON.parse(entry), number, actor, subject, action }
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
