import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CatalogStore } from '../../../src/ports/catalog-store.ts'
import { openMongoCatalogStore } from '../../../src/stores/mongo/mongo-catalog-store.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'
import { aMongoDatabase, dropMongoDatabases, longestDrop } from '../../builders/mongo-databases.ts'
import { openTcpProxy, type TcpProxy } from '../../builders/tcp-proxy.ts'

const quick = 'serverSelectionTimeoutMS=700&heartbeatFrequencyMS=500&connectTimeoutMS=700'

let proxy: TcpProxy
let store: CatalogStore

beforeEach(async () => {
  proxy = await openTcpProxy(aMongoDatabase(), quick)
  store = await openMongoCatalogStore(proxy.uri, { patience: 500 })
  await store.commit([anItemChange(aMinimalItem())], aContext())
})
afterEach(async () => {
  await store.close()
  proxy.close()
})
afterAll(dropMongoDatabases, longestDrop)

const page = { filters: {}, sort: 'official', page: 1, pageSize: 10 } as const

/** Everything a caller can ask of the store. */
const calls: [string, () => Promise<unknown>][] = [
  ['catalogueRevision', () => store.catalogueRevision()],
  ['find', () => store.find('item', 'fgw-001')],
  ['list', () => store.list('item')],
  ['listItems', () => store.listItems(page)],
  ['revisions', () => store.revisions('item', 'fgw-001')],
  ['commit', () => store.commit([anItemChange(aMinimalItem({ code: 'fgw-002' }))], aContext())],
  ['readLog', () => store.readLog({ after: 0, through: 1 })[Symbol.asyncIterator]().next()],
  ['countLog', () => store.countLog({ after: 0, through: 1 })],
  ['findPicture', () => store.findPicture('key')],
  ['hasPicture', () => store.hasPicture('key')],
  ['savePicture', () => store.savePicture('key', '<svg/>')],
  ['terms.state', () => store.terms.state()],
  ['terms.digests', () => store.terms.digests()],
  ['terms.write', () => store.terms.write({ seenTurn: 0, put: [], remove: [] })],
  ['terms.match', () => store.terms.match([[{ text: '食品', isPrefix: false }]], 'all')],
  ['readPictures', () => store.readPictures()[Symbol.asyncIterator]().next()],
]

/** The driver finds a server that is back when the line it tried meanwhile has timed out and its next look is due: 700 and 500 ms here. */
async function untilAnswered(call: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + 10_000
  for (;;) {
    try {
      await call()
      return
    } catch (error) {
      if (performance.now() > end) throw error
      await setTimeout(50)
    }
  }
}

describe.each(['goAway', 'beSilent'] as const)('while the server is away (%s)', (act) => {
  it('every call is refused in time with the reason, and works when it is back', async () => {
    proxy[act]()
    const begun = performance.now()
    const refusals = await Promise.all(
      calls.map(async ([name, call]) => [name, await call().catch(({ code, facts }) => [code, facts?.reason])]),
    )
    const reason = expect.stringMatching(/^(连接不上 MongoDB 服务器|数据库没有及时回答，请稍后再试)$/)
    expect(refusals).toEqual(calls.map(([name]) => [name, ['store-unavailable', reason]]))
    expect(performance.now() - begun).toBeLessThan(6_000)

    await proxy.comeBack()
    await untilAnswered(() => store.catalogueRevision())
    for (const [, call] of calls) await call()
    expect(await store.list('item')).toHaveLength(2)
    expect(await store.findPicture('key')).toBe('<svg/>')
  })
})

it('a slow line only makes everything slower', async () => {
  proxy.beSlow(40)
  for (const [, call] of calls) await call()
  expect(await store.list('item')).toHaveLength(2)
})

it('a store that is opened while the server is away is refused, and opens when it is back', async () => {
  proxy.goAway()
  const refusal = { code: 'store-unavailable', facts: { reason: '连接不上 MongoDB 服务器' } }
  await expect(openMongoCatalogStore(proxy.uri)).rejects.toMatchObject(refusal)
  await proxy.comeBack()
  const opened = await openMongoCatalogStore(proxy.uri)
  expect(await opened.catalogueRevision()).toBe(1)
  await opened.close()
})

it('a store that was closed says so', async () => {
  await store.close()
  const refusal = { code: 'store-unavailable', facts: { reason: '数据库已关闭' } }
  for (const [, call] of calls) await expect(call()).rejects.toMatchObject(refusal)
})
