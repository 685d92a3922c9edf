import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mongo } from 'mongoose'
import { openMongoCatalogStore } from '../../../src/stores/mongo/mongo-catalog-store.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'
import { aMongoDatabase, dropMongoDatabases } from '../../builders/mongo-databases.ts'

let address: string
let client: mongo.MongoClient
let database: mongo.Db

beforeEach(async () => {
  address = aMongoDatabase()
  client = await new mongo.MongoClient(address).connect()
  database = client.db()
})
afterEach(() => client.close())
afterAll(dropMongoDatabases)

/** All collections with their documents and the names of their indexes. */
async function contentOf(): Promise<unknown> {
  const content: Record<string, unknown> = {}
  for (const { name } of await database.listCollections({}, { nameOnly: true }).toArray()) {
    const collection = database.collection(name)
    const indexes = await collection.indexes()
    content[name] = [await collection.find({}, { sort: { _id: 1 } }).toArray(), indexes.map((index) => index.name)]
  }
  return content
}

/** Opening is refused, and leaves the database as it was. */
async function expectRefusal(refusal: object): Promise<void> {
  const before = await contentOf()
  await expect(openMongoCatalogStore(address)).rejects.toMatchObject(refusal)
  expect(await contentOf()).toEqual(before)
}

const unavailable = (reason: string) => ({
  code: 'store-unavailable',
  facts: { reason: expect.stringMatching(new RegExp(reason)) },
})

describe('a database that cannot be used is refused and left as it is', () => {
  it('when another program keeps its collections there', async () => {
    for (const name of ['users', 'orders', 'carts', 'visits']) await database.collection(name).insertOne({ name })
    await expectRefusal(
      unavailable('^数据库“banshi-test-.*”里已有别的内容（carts、orders、users），请换一个空的数据库$'),
    )
  })

  it('when another program has a collection of the same name', async () => {
    await database.collection('states').insertOne({ name: 'Ohio' })
    await expectRefusal(unavailable('里已有别的内容（states）'))
  })

  it('when its catalogue is another one', async () => {
    await database.collection<{ _id: string }>('catalogue').insertOne({ _id: 'catalogue' })
    await expectRefusal(unavailable('里的目录不是本程序写的$'))
  })

  it('when an older program has written it', async () => {
    const record = { _id: 'catalogue', layout: 0, revision: 7 }
    await database.collection<{ _id: string }>('catalogue').insertOne(record)
    await expectRefusal(unavailable('的格式是旧的（版本 0，本程序用版本 1），请用写它的程序备份'))
  })

  it('when a newer program has written it', async () => {
    const record = { _id: 'catalogue', layout: 999, revision: 7 }
    await database.collection<{ _id: string }>('catalogue').insertOne(record)
    await expectRefusal({ code: 'store-too-new', facts: { version: 999, supported: 1 } })
  })
})

describe('a database that can be used', () => {
  it('may hold empty collections of the same names, as after a start that was cut short', async () => {
    for (const name of ['states', 'commits']) await database.createCollection(name)
    const store = await openMongoCatalogStore(address)
    expect(await store.commit([anItemChange(aMinimalItem())], aContext())).toBe(1)
    await store.close()
  })

  it('may be shared once the catalogue is there', async () => {
    await (await openMongoCatalogStore(address)).close()
    await database.collection('reports').insertOne({ of: 'somebody else' })
    const store = await openMongoCatalogStore(address)
    expect(await store.catalogueRevision()).toBe(0)
    await store.close()
  })

  it('is made once by ten processes that start at the same time, one of which writes at once', async () => {
    const open = async (number: number) => {
      const store = await openMongoCatalogStore(address)
      if (number === 0) await store.commit([anItemChange(aMinimalItem())], aContext())
      return store
    }
    const stores = await Promise.all(Array.from({ length: 10 }, (_, number) => open(number)))
    for (const store of stores) expect(await store.catalogueRevision()).toBe(1)
    await Promise.all(stores.map((store) => store.close()))
  })
})

it.each(['mongodb://host:port/banshi', 'mongodb://host/banshi?colour=red', 'mongodb://:pass%zz@host/banshi'])(
  'says that the address %s is written wrongly, and does not repeat it',
  async (uri) => {
    const refusal = { code: 'store-unavailable', facts: { reason: 'MongoDB 的地址写得不对' } }
    await expect(openMongoCatalogStore(uri)).rejects.toMatchObject(refusal)
  },
)
