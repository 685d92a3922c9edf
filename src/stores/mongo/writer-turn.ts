import { setTimeout } from 'node:timers/promises'
import type { mongo } from 'mongoose'
import { CatalogError } from '../../domain/catalog-error.ts'
import { busy, type MongoConnection } from './mongo-connection.ts'
import { type CatalogueRecord, present } from './records.ts'
import { isAnswerLost, OutcomeUnknownError } from './translate-mongo-error.ts'

type Writer = NonNullable<CatalogueRecord['writer']>

/** Longest wait for other writers, in milliseconds. */
const patience = 120_000
/** Rest between two looks at another writer, in milliseconds. */
const pause = 50
/** How many states are taken back in one transaction. */
const portion = 1000

/** The catalogue record; it is made when the database is opened. */
export async function readCatalogue(
  { catalogue }: MongoConnection,
  session: mongo.ClientSession | null = null,
): Promise<CatalogueRecord> {
  const record = await catalogue.findById('catalogue', null, { session }).lean<CatalogueRecord>()
  if (record === null) throw new CatalogError('store-unavailable', { reason: '数据库里的目录记录不见了' })
  return record
}

/**
 * The catalogue as a writer finds it.
 *
 * @throws CatalogError `stale-revision` when its revision is not the `seen` one.
 */
export async function readForWriting(
  connection: MongoConnection,
  seen: number | undefined,
  session: mongo.ClientSession | null = null,
): Promise<CatalogueRecord> {
  const record = await readCatalogue(connection, session)
  if (seen === undefined || seen === record.revision) return record
  throw new CatalogError('stale-revision', { kind: 'catalogue', expected: seen, actual: record.revision })
}

/** Counts the catalogue revision up from the one the transaction has read; every other commit since then makes it fail. */
export async function countUp(
  { catalogue }: MongoConnection,
  session: mongo.ClientSession,
  revision: number,
): Promise<void> {
  const { matchedCount } = await catalogue.updateOne(unclaimed(revision), { $inc: { revision: 1 } }, { session })
  if (matchedCount === 0) throw busy()
}

/** Takes the turn for a commit in parts; false: another writer was faster. */
export async function claimTurn(connection: MongoConnection, token: string, revision: number): Promise<boolean> {
  const claim = { $set: { writer: { token, parts: 0 } } }
  await connection.run(() => connection.catalogue.updateOne(unclaimed(revision), claim))
  return (await readCatalogue(connection)).writer?.token === token
}

/** Does one part of a commit in a transaction of its own. @throws CatalogError `store-unavailable`: another writer took the turn over. */
export function doPart(
  connection: MongoConnection,
  token: string,
  work: (session: mongo.ClientSession) => Promise<unknown>,
): Promise<void> {
  return connection.transaction(async (session) => {
    const mine = { _id: 'catalogue', 'writer.token': token } as const
    const { matchedCount } = await connection.catalogue.updateOne(mine, { $inc: { 'writer.parts': 1 } }, { session })
    if (matchedCount === 0) throw busy()
    await work(session)
  })
}

/** Ends the turn. With `revision` everything written under it becomes visible, in this one write. @throws OutcomeUnknownError: it did or not. */
export async function endTurn(connection: MongoConnection, token: string, revision?: number): Promise<void> {
  const end = { $unset: { writer: 1 }, ...(revision === undefined ? {} : { $set: { revision } }) } as const
  const mine = { _id: 'catalogue', 'writer.token': token } as const
  const { matchedCount } = await connection
    .run(() => connection.catalogue.updateOne(mine, end))
    .catch((error: unknown) => {
      throw isAnswerLost(error) ? new OutcomeUnknownError(error) : error
    })
  if (matchedCount === 0) throw busy()
}

/** Ends the turn and makes what was written under it visible, together with other writes: all of it or nothing. */
export function endTurnWith(
  connection: MongoConnection,
  { token, revision }: { token: string; revision: number },
  beside: (session: mongo.ClientSession, revision: number) => Promise<void>,
): Promise<void> {
  return connection.transaction(async (session) => {
    const mine = { _id: 'catalogue', 'writer.token': token } as const
    const end = { $unset: { writer: 1 }, $set: { revision } } as const
    const { matchedCount } = await connection.catalogue.updateOne(mine, end, { session })
    if (matchedCount === 0) throw busy()
    await beside(session, revision)
  })
}

/** Undoes what was written under a turn, and ends it. */
export async function takeBack(connection: MongoConnection, token: string): Promise<void> {
  const { states, commits } = connection
  const revision = (await readCatalogue(connection)).revision + 1
  for (let more = true; more; ) {
    await doPart(connection, token, async (session) => {
      const written = await states.find({ since: revision }, { _id: 1 }, { session, limit: portion }).lean()
      await states.deleteMany({ _id: { $in: written.map(({ _id }) => _id) } }, { session })
      more = written.length === portion
    })
  }
  for (let more = true; more; ) {
    await doPart(connection, token, async (session) => {
      const replaced = await states.find({ until: revision }, { _id: 1 }, { session, limit: portion }).lean()
      const ids = replaced.map(({ _id }) => _id)
      await states.updateMany({ _id: { $in: ids } }, { $set: { until: present } }, { session })
      more = replaced.length === portion
    })
  }
  await doPart(connection, token, (session) => commits.deleteOne({ _id: revision }, { session }))
  await endTurn(connection, token)
}

/**
 * Waits until no writer has the turn. One that does nothing for `stallLimit` milliseconds of our own watch has died: its turn is taken over
 * and what it wrote is taken back. Nobody's clock is compared with another's.
 */
export async function waitForTurn(connection: MongoConnection, token: string, stallLimit: number): Promise<void> {
  const started = performance.now()
  let last: Writer | undefined
  let lastSign = started
  for (;;) {
    const { writer } = await readCatalogue(connection)
    const now = performance.now()
    if (writer === undefined) return
    if (writer.token !== last?.token || writer.parts !== last.parts) lastSign = now
    else if (now - lastSign > stallLimit) {
      if (await takeOver(connection, writer, token)) return await takeBack(connection, token)
    }
    if (now - started > patience) throw busy()
    last = writer
    await setTimeout(pause)
  }
}

/** A part of the old writer and this write exclude each other: whoever comes second finds the record changed. */
async function takeOver(connection: MongoConnection, { token, parts }: Writer, mine: string): Promise<boolean> {
  const stalled = { _id: 'catalogue', 'writer.token': token, 'writer.parts': parts } as const
  const claim = { $set: { writer: { token: mine, parts: 0 } } }
  const { matchedCount } = await connection.run(() => connection.catalogue.updateOne(stalled, claim))
  return matchedCount === 1
}

function unclaimed(revision: number) {
  return { _id: 'catalogue', writer: null, revision } as const
}
