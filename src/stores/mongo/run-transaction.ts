import { setTimeout } from 'node:timers/promises'
import type { mongo } from 'mongoose'
import { isAnswerLost, isTransient, OutcomeUnknownError } from './translate-mongo-error.ts'

/** Longest rest before a lost race is tried again, in milliseconds. */
const longestRest = 200

const options = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  readPreference: 'primary',
} as const

/**
 * Runs `work` in one transaction, all of it again when it lost a race or its server: it must have no other effects. Any error undoes everything.
 *
 * The driver's own loop goes on for two minutes, in which a caller learns nothing; this one ends after `patience` milliseconds.
 *
 * @throws OutcomeUnknownError: it was committed or not.
 */
export async function runTransaction<Result>(
  session: mongo.ClientSession,
  { work, patience }: { work: (session: mongo.ClientSession) => Promise<Result>; patience: number },
): Promise<Result> {
  const deadline = performance.now() + patience
  for (let attempt = 1; ; attempt += 1) {
    session.startTransaction(options)
    try {
      const result = await work(session)
      await commit(session, deadline)
      return result
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction()
      if (!isTransient(error) || performance.now() > deadline) throw error
      await restAfter(attempt)
    }
  }
}

/** A commit whose answer is lost is asked for again: the server answers the same. */
async function commit(session: mongo.ClientSession, deadline: number): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await session.commitTransaction()
    } catch (error) {
      if (!isAnswerLost(error)) throw error
      if (performance.now() > deadline) throw new OutcomeUnknownError(error)
      await restAfter(attempt)
    }
  }
}

/** A rest of random length, longer from attempt to attempt, so that those who met once do not meet again. */
export async function restAfter(attempt: number): Promise<void> {
  await setTimeout(Math.random() * Math.min(longestRest, 2 ** attempt))
}
