import { randomUUID } from 'node:crypto'
import type { mongo } from 'mongoose'
import { CatalogError } from '../../domain/catalog-error.ts'
import { isWriteConflict } from './translate-mongo-error.ts'

interface Probe {
  _id: string
  writer: string
}

/**
 * Finds out whether the server keeps transactions apart: some answer to the commands and ignore them, a single server refuses them.
 *
 * @throws CatalogError `store-unavailable`: what changes together must be stored together.
 */
export async function probeTransactions(database: mongo.Db): Promise<void> {
  const probes = database.collection<Probe>('probes')
  const _id = randomUUID()
  await probes.insertOne({ _id, writer: 'nobody' })
  try {
    const isRefused = await secondWriterIsRefused(probes, _id)
    const after = await probes.findOne({ _id })
    if (!isRefused || after?.writer !== 'nobody') throw withoutTransactions()
  } finally {
    await probes.deleteOne({ _id })
  }
}

/** Two transactions write the same document; both are undone. */
async function secondWriterIsRefused(probes: mongo.Collection<Probe>, _id: string): Promise<boolean> {
  const { client } = probes.db
  const sessions = [client.startSession(), client.startSession()] as const
  try {
    for (const session of sessions) session.startTransaction()
    const write = (writer: 'first' | 'second', session: mongo.ClientSession) =>
      probes.updateOne({ _id }, { $set: { writer } }, { session })
    await write('first', sessions[0])
    return await write('second', sessions[1]).then(() => false, isWriteConflict)
  } catch (cause) {
    throw withoutTransactions(cause)
  } finally {
    for (const session of sessions) await session.endSession()
  }
}

function withoutTransactions(cause?: unknown): CatalogError {
  const reason = '这个 MongoDB 不支持事务，请用副本集'
  return new CatalogError('store-unavailable', { reason }, { cause })
}
