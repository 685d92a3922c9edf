import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mongo } from 'mongoose'
import type { CatalogStore } from '../../../src/ports/catalog-store.ts'
import { openMongoCatalogStore } from '../../../src/stores/mongo/mongo-catalog-store.ts'
import { aContext, aDecisionChange, aMinimalDecision } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'
import { aMongoDatabase, dropMongoDatabases, longestDrop } from '../../builders/mongo-databases.ts'
import { openTcpProxy } from '../../builders/tcp-proxy.ts'

const run = promisify(execFile)
const beside = (name: string) => join(import.meta.dirname, name)

let address: string
/** Two writers, each with connections of its own, as two processes have. */
let one: CatalogStore
let other: CatalogStore

beforeEach(async () => {
  address = aMongoDatabase()
  one = await openMongoCatalogStore(address)
  other = await openMongoCatalogStore(address, { patience: 500, stallLimit: 400 })
})
afterEach(() => Promise.all([one.close(), other.close()]))
afterAll(dropMongoDatabases, longestDrop)

const everything = { after: 0, through: Number.MAX_SAFE_INTEGER }

describe('two writers at once', () => {
  it.each(['implementationCode', 'catalogCode'] as const)(
    'cannot give two items the same %s: one wins, the other learns which item has it, and leaves no trace',
    async (field) => {
      for (let round = 0; round < 8; round += 1) {
        const value = `C${round}`
        const ids = [`fgw-${round}01`, `fgw-${round}02`]
        const write = (store: CatalogStore, id = '') =>
          store.commit([anItemChange(aMinimalItem({ code: id, [field]: value }))], aContext()).then(
            () => id,
            (error) => error,
          )
        const results = await Promise.all([write(one, ids[0]), write(other, ids[1])])
        const winner = results.find((result) => typeof result === 'string')
        const refusal = results.find((result) => typeof result !== 'string')
        expect(refusal).toMatchObject({ code: 'duplicate-code', facts: { field, value, id: winner } })
        expect((await one.list('item')).filter(({ id }) => ids.includes(id)).map(({ id }) => id)).toEqual([winner])
      }
      expect(await one.catalogueRevision()).toBe(8)
      expect(await one.countLog(everything)).toBe(8)
    },
  )

  it('create a document once: the second is told that it is there', async () => {
    const write = (store: CatalogStore) => store.commit([aDecisionChange(aMinimalDecision())], aContext())
    const results = await Promise.allSettled([write(one), write(other)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [refused] = results.filter((result) => result.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'stale-revision', facts: { expected: 0, actual: 1 } })
  })

  it('do not hinder each other on different documents', async () => {
    const write = (store: CatalogStore, id: string) =>
      store.commit([aDecisionChange(aMinimalDecision({ id }))], aContext())
    const writes = Array.from({ length: 20 }, (_, n) => write(n % 2 === 0 ? one : other, `d-${n}`))
    expect((await Promise.all(writes)).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    expect(await one.list('decision')).toHaveLength(20)
  })
})

describe('a transaction that conflicts with another one', () => {
  let client: mongo.MongoClient
  let session: mongo.ClientSession
  /** Somebody has begun to write the catalogue record and does not end. */
  beforeEach(async () => {
    client = await new mongo.MongoClient(address).connect()
    session = client.startSession()
    session.startTransaction()
    const catalogue = client.db().collection<{ _id: string }>('catalogue')
    await catalogue.updateOne({ _id: 'catalogue' }, { $set: { revision: 100 } }, { session })
  })
  afterEach(() => client.close())

  const write = () => other.commit([anItemChange(aMinimalItem())], aContext())

  it('is done as soon as the other one has been undone', async () => {
    const writing = write()
    await new Promise((resolve) => setTimeout(resolve, 150))
    await session.abortTransaction()
    expect(await writing).toBe(1)
  })

  it('is refused without a trace when the other one does not end, and goes through later', async () => {
    const refusal = { code: 'store-unavailable', facts: { reason: '数据库正忙，请稍后再试' } }
    await expect(write()).rejects.toMatchObject(refusal)
    expect(await other.catalogueRevision()).toBe(0)
    expect(await other.list('item')).toEqual([])
    await session.abortTransaction()
    expect(await write()).toBe(1)
    expect(await other.countLog(everything)).toBe(1)
  })
})

describe('writers of several processes', () => {
  it('lose no change of one document, one of them with a clock two hours behind', async () => {
    const script = beside('../increment-counter.mjs')
    const clocks = ['', '', `--import ${beside('../../serve/shift-clock.mjs')}`]
    await Promise.all(
      clocks.map((NODE_OPTIONS) =>
        run(process.execPath, [script, address, '30'], { env: { ...process.env, NODE_OPTIONS } }),
      ),
    )
    expect(await one.find('decision', 'counter')).toMatchObject({ revision: 90, body: { count: 90 } })
    expect(await one.catalogueRevision()).toBe(90)
    expect(await one.revisions('decision', 'counter')).toHaveLength(90)
  })

  it('take back what one of them that was killed has left half done', async () => {
    await one.commit([aDecisionChange(aMinimalDecision({ id: 'd-0' }))], aContext())
    const proxy = await openTcpProxy(address)
    const child = spawn(process.execPath, [beside('commit-in-parts.mjs'), proxy.uri], { stdio: 'inherit' })
    // Each part begins by counting itself.
    proxy.cutOnce('writer.parts', 'before the server hears it', { after: 20, meanwhile: () => child.kill('SIGKILL') })
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
    proxy.close()

    const client = await new mongo.MongoClient(address).connect()
    expect(await client.db().collection('states').countDocuments()).toBeGreaterThan(10)
    await client.close()
    expect(await one.list('decision')).toHaveLength(1)
    expect(await one.countLog(everything)).toBe(1)

    const begun = performance.now()
    expect(await other.commit([aDecisionChange(aMinimalDecision({ id: 'd-0', title: '改过的' }), 1)], aContext())).toBe(
      2,
    )
    // It waited to see whether the other one lives.
    expect(performance.now() - begun).toBeGreaterThan(400)
    expect((await one.list('decision')).map(({ id, revision }) => [id, revision])).toEqual([['d-0', 2]])
    expect(await one.countLog(everything)).toBe(2)
  })
})
