import type { mongo } from 'mongoose'
import { present } from './records.ts'

/** Version of the collections, fields and indexes below; a database with a greater one was written by a newer program. */
export const layoutVersion = 1

/** Every collection with its indexes, by fixed names; made at start, never changed: a change is a new name and a new layout version. */
export const indexes: Readonly<Record<string, mongo.IndexDescription[]>> = {
  catalogue: [],
  commits: [{ name: 'token', key: { token: 1 }, unique: true }],
  states: [
    { name: 'history', key: { kind: 1, id: 1, revision: 1 }, unique: true },
    { name: 'log', key: { since: 1, position: 1 }, unique: true },
    { name: 'replaced', key: { until: 1 } },
    { name: 'official', key: { kind: 1, 'index.sortKey': 1, id: 1 } },
    { name: 'newest', key: { kind: 1, updatedAt: -1, id: 1 } },
    {
      name: 'catalog_code',
      key: { 'codes.agency': 1, 'codes.catalogCode': 1 },
      unique: true,
      partialFilterExpression: { until: present, 'codes.catalogCode': { $exists: true } },
    },
    {
      name: 'implementation_code',
      key: { 'codes.implementationCode': 1 },
      unique: true,
      partialFilterExpression: { until: present, 'codes.implementationCode': { $exists: true } },
    },
  ],
  pictures: [],
  office: [
    { name: 'account', key: { kind: 1, 'keys.account': 1 } },
    { name: 'agency', key: { kind: 1, 'keys.agency': 1, 'keys.state': 1 } },
    { name: 'item', key: { kind: 1, 'keys.item': 1 } },
    { name: 'state', key: { kind: 1, 'keys.state': 1 } },
  ],
  record: [
    { name: 'actor', key: { actor: 1, _id: 1 } },
    { name: 'subject', key: { subject: 1, _id: 1 } },
    { name: 'action', key: { action: 1, _id: 1 } },
  ],
  terms: [{ name: 'term', key: { terms: 1 } }],
  term_state: [],
}

/** Makes the collections and indexes that are missing; several processes may do so at once. */
export async function createIndexes(database: mongo.Db): Promise<void> {
  for (const [name, list] of Object.entries(indexes)) {
    await createCollection(database, name)
    if (list.length > 0) await database.collection(name).createIndexes(list)
  }
}

async function createCollection(database: mongo.Db, name: string): Promise<void> {
  const namespaceExists = 48
  try {
    await database.createCollection(name)
  } catch (error) {
    if ((error as mongo.MongoServerError).code !== namespaceExists) throw error
  }
}
