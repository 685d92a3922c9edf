import { randomUUID } from 'node:crypto'
import { mongo } from 'mongoose'

/** Where the tests find a MongoDB server; `undefined`: there is none, and no test that needs one runs. */
export const mongoServer = process.env.MONGODB_URI || undefined

const given: string[] = []

/** How long dropping may take, in milliseconds: the transaction of a writer that was killed keeps its database until the server ends it, a minute or two. */
export const longestDrop = 200_000

/** The address of a new database of its own. */
export function aMongoDatabase(): string {
  if (mongoServer === undefined) throw new Error('MONGODB_URI is not set')
  const name = `banshi-test-${randomUUID()}`
  given.push(name)
  return mongoServer.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/${name}`)
}

/** Drops every database that this test file was given. */
export async function dropMongoDatabases(): Promise<void> {
  if (given.length === 0) return
  const client = await new mongo.MongoClient(mongoServer ?? '').connect()
  for (const name of given.splice(0)) await client.db(name).dropDatabase()
  await client.close()
}
