import { randomUUID } from 'node:crypto'
import type { mongo } from 'mongoose'
import type { Change, CommitContext } from '../../ports/catalog-store.ts'
import { findDuplicateCode } from './find-duplicate-code.ts'
import type { MongoConnection } from './mongo-connection.ts'
import { type CommitPlan, planCommit } from './plan-commit.ts'
import { present, type StateRecord } from './records.ts'
import { isDuplicateKey, OutcomeUnknownError } from './translate-mongo-error.ts'
import {
  claimTurn,
  countUp,
  doPart,
  endTurn,
  endTurnWith,
  readCatalogue,
  readForWriting,
  takeBack,
  waitForTurn,
} from './writer-turn.ts'

export interface CommitLimits {
  /** The most states written in one transaction; a greater commit is written in parts. */
  changesPerTransaction: number
  /** The most characters of bodies in one transaction. */
  charactersPerTransaction: number
  /** After how many milliseconds without a sign a writer of parts counts as dead. */
  stallLimit: number
}

/** A commit on its way; `token` tells it from all others, so that it is found again when its answer is lost. */
interface Commit extends CommitContext {
  token: string
  changes: readonly Change[]
  limits: CommitLimits
}

/** Applies all changes or none and answers the catalogue revision; see `CatalogStore.commit`. */
export async function commitChanges(
  connection: MongoConnection,
  changes: readonly Change[],
  context: CommitContext & { limits: CommitLimits },
): Promise<number> {
  if (changes.length === 0) return (await readForWriting(connection, context.seenCatalogueRevision)).revision
  const commit = { ...context, changes, token: randomUUID() }
  const write = fitsOneTransaction(commit) ? commitAtOnce : commitInParts
  for (;;) {
    try {
      const revision = await write(connection, commit)
      if (revision !== undefined) return revision
      await waitForTurn(connection, commit.token, commit.limits.stallLimit)
    } catch (error) {
      const applied = await findOutcome(connection, commit.token, error)
      if (applied !== undefined) return applied
      if (!isDuplicateKey(error)) throw error
      const duplicate = await findDuplicateCode(connection, changes)
      if (duplicate !== undefined) throw duplicate
    }
  }
}

/** Whether a commit is small enough for one transaction. */
export function fitsOneTransaction({ changes, limits }: Pick<Commit, 'changes' | 'limits'>): boolean {
  if (changes.length > limits.changesPerTransaction) return false
  const characters = changes.reduce((sum, { body }) => sum + (body === null ? 0 : JSON.stringify(body).length), 0)
  return characters <= limits.charactersPerTransaction
}

/** The whole commit in one transaction, which fails when anybody commits after its first read; `undefined`: another writer has the turn. */
function commitAtOnce(connection: MongoConnection, commit: Commit): Promise<number | undefined> {
  let attempts = 0
  return connection.transaction(async (session) => {
    attempts += 1
    const applied = attempts > 1 ? await findApplied(connection, commit.token) : undefined
    if (applied !== undefined) return applied
    return applyChanges(connection, commit, session)
  })
}

/** Writes a commit inside a transaction; `undefined`: another writer has the turn. */
export async function applyChanges(
  connection: MongoConnection,
  commit: CommitContext & { token: string; changes: readonly Change[] },
  session: mongo.ClientSession,
): Promise<number | undefined> {
  const { revision, writer } = await readForWriting(connection, commit.seenCatalogueRevision, session)
  if (writer !== undefined) return undefined
  if (commit.changes.length === 0) return revision
  const plan = await planCommit(connection, commit, { revision, session })
  await countUp(connection, session, revision)
  await replaceStates(connection, plan.replaced, revision + 1, session)
  await writeStates(connection, plan.written, session)
  await connection.commits.insertMany([{ _id: revision + 1, token: commit.token }], { session })
  return revision + 1
}

/**
 * The commit in several transactions that nobody sees until its last write counts the catalogue revision up; `beside` is written together with that.
 * `undefined`: another writer has the turn.
 */
export async function commitInParts(
  connection: MongoConnection,
  commit: Commit,
  beside?: (session: mongo.ClientSession, revision: number) => Promise<void>,
): Promise<number | undefined> {
  const { token, limits } = commit
  const { revision, writer } = await readForWriting(connection, commit.seenCatalogueRevision)
  if (writer !== undefined) return undefined
  const plan = await planCommit(connection, commit, { revision, session: null })
  if (!(await claimTurn(connection, token, revision))) return undefined
  try {
    for (const part of partsOf(plan, limits)) {
      await doPart(connection, token, async (session) => {
        await replaceStates(connection, part.replaced, revision + 1, session)
        await writeStates(connection, part.written, session)
      })
    }
    const done = [{ _id: revision + 1, token }]
    await doPart(connection, token, (session) => connection.commits.insertMany(done, { session }))
    if (beside === undefined) await endTurn(connection, token, revision + 1)
    else await endTurnWith(connection, { token, revision: revision + 1 }, beside)
    return revision + 1
  } catch (error) {
    // Where this fails as well, the next writer does it.
    await takeBack(connection, token).catch((failure) => Object.assign(error as Error, { failure }))
    throw error
  }
}

/** Old states are marked first, so that two items may exchange their codes. */
function* partsOf({ replaced, written }: CommitPlan, limits: CommitLimits): Iterable<CommitPlan> {
  const { changesPerTransaction: most, charactersPerTransaction: room } = limits
  for (let start = 0; start < replaced.length; start += most) {
    yield { replaced: replaced.slice(start, start + most), written: [] }
  }
  let part: StateRecord[] = []
  let characters = 0
  for (const state of written) {
    const size = state.body?.length ?? 0
    if (part.length > 0 && (part.length === most || characters + size > room)) {
      yield { replaced: [], written: part }
      part = []
      characters = 0
    }
    part.push(state)
    characters += size
  }
  yield { replaced: [], written: part }
}

/** The condition finds only states that nothing has replaced; one that is gone is a bug, since the turn keeps all others out. */
async function replaceStates(
  { states }: MongoConnection,
  ids: readonly string[],
  until: number,
  session: mongo.ClientSession,
): Promise<void> {
  if (ids.length === 0) return
  const { matchedCount } = await states.updateMany(
    { _id: { $in: ids }, until: present },
    { $set: { until } },
    { session },
  )
  if (matchedCount !== ids.length) throw new Error(`replaced ${matchedCount} of ${ids.length} states`)
}

async function writeStates(
  { states }: MongoConnection,
  written: readonly StateRecord[],
  session: mongo.ClientSession,
): Promise<void> {
  if (written.length > 0) await states.insertMany(written, { session })
}

/** After an error that leaves the outcome open: the revision that the commit has made after all. A server that is still away leaves it open. */
export async function findOutcome(
  connection: MongoConnection,
  token: string,
  error: unknown,
): Promise<number | undefined> {
  if (!(error instanceof OutcomeUnknownError)) return undefined
  return findApplied(connection, token).catch(() => undefined)
}

/** The revision that a commit has made; `undefined`: it was not applied. */
async function findApplied(connection: MongoConnection, token: string): Promise<number | undefined> {
  const commit = await connection.commits.findOne({ token }).lean()
  if (commit === null) return undefined
  const { revision } = await readCatalogue(connection)
  return commit._id <= revision ? commit._id : undefined
}
