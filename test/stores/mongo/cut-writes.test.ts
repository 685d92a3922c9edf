import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CatalogStore } from '../../../src/ports/catalog-store.ts'
import { openMongoCatalogStore } from '../../../src/stores/mongo/mongo-catalog-store.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'
import { theAnswerOfALostPrimary } from '../../builders/mongo-answers.ts'
import { aMongoDatabase, dropMongoDatabases, longestDrop } from '../../builders/mongo-databases.ts'
import { type Cut, openTcpProxy, type TcpProxy } from '../../builders/tcp-proxy.ts'

const impatient = { patience: 500 }
const quick = 'serverSelectionTimeoutMS=800&heartbeatFrequencyMS=500'

let proxy: TcpProxy
/** Through the proxy. */
let store: CatalogStore
/** Around it: what the server really has. */
let witness: CatalogStore
let address: string

beforeEach(async () => {
  address = aMongoDatabase()
  witness = await openMongoCatalogStore(address)
  proxy = await openTcpProxy(address, quick)
  store = await openMongoCatalogStore(proxy.uri, impatient)
  await store.commit([anItemChange(aMinimalItem())], aContext())
})
afterEach(async () => {
  await Promise.all([store.close(), witness.close()])
  proxy.close()
})
afterAll(dropMongoDatabases, longestDrop)

/** Renames the first item and adds a second one: whole or not at all. */
const pair = (name = '改过的') => [
  anItemChange(aMinimalItem({ name }), 1),
  anItemChange(aMinimalItem({ code: 'fgw-002' })),
]

/** Which of the two states the server has; anything between them fails. */
async function stateOf(reader: CatalogStore): Promise<'before' | 'after'> {
  const items = await reader.list('item')
  const seen = {
    revision: await reader.catalogueRevision(),
    items: items.map(({ id, revision, body }) => [id, revision, body.name]),
    states: await reader.countLog({ after: 0, through: Number.MAX_SAFE_INTEGER }),
  }
  const before = { revision: 1, items: [['fgw-001', 1, '企业投资项目核准']], states: 1 }
  const after = {
    revision: 2,
    items: [
      ['fgw-001', 2, '改过的'],
      ['fgw-002', 1, '企业投资项目核准'],
    ],
    states: 3,
  }
  expect([before, after]).toContainEqual(seen)
  return seen.revision === 1 ? 'before' : 'after'
}

/** Writes the pair; afterwards the server is whole, and doing it again (after a look, when the outcome was open) ends with the pair there once. */
async function writeAndTryAgain(reason = ''): Promise<'acknowledged' | 'refused'> {
  const outcome = await store.commit(pair(), aContext()).then(
    () => 'acknowledged' as const,
    (error) => {
      expect([error.code, error.facts?.reason]).toEqual(['store-unavailable', reason])
      return 'refused' as const
    },
  )
  const state = await stateOf(witness)
  if (outcome === 'acknowledged') expect(state).toBe('after')
  await proxy.comeBack()
  expect(await stateOf(store)).toBe(state)
  const again = store.commit(pair(), aContext())
  if (state === 'before') await again
  else await expect(again).rejects.toMatchObject({ code: 'stale-revision' })
  expect(await stateOf(store)).toBe('after')
  return outcome
}

const moments: [string, Cut][] = [
  ['insert', 'before the server hears it'],
  ['update', 'before the answer is heard'],
  ['commitTransaction', 'before the server hears it'],
  ['commitTransaction', 'before the answer is heard'],
]

describe('a write whose connection is cut', () => {
  it.each(moments)('at its %s, %s, is done once after all', async (word, cut) => {
    proxy.cutOnce(word, cut)
    expect(await writeAndTryAgain()).toBe('acknowledged')
    expect(proxy.hasCut).toBe(true)
  })

  it.each(moments)(
    'at its %s, %s, by a server that stays away, is refused, and whole or not there',
    async (word, cut) => {
      proxy.cutOnce(word, cut, { meanwhile: () => proxy.goAway() })
      const isOpen = word === 'commitTransaction'
      const reason = isOpen ? '写到最后一步时断开了，写没写进去要重新读取才知道' : '连接不上 MongoDB 服务器'
      expect(await writeAndTryAgain(reason)).toBe('refused')
      expect(proxy.hasCut).toBe(true)
    },
  )
})

it.each(moments)(
  'a write at whose %s, %s, the server goes away is done once when that is soon back',
  async (word, cut) => {
    await store.close()
    store = await openMongoCatalogStore(proxy.uri, { patience: 10_000 })
    const back = () => void setTimeout(() => void proxy.comeBack(), 300)
    proxy.cutOnce(word, cut, {
      meanwhile: () => {
        proxy.goAway()
        back()
      },
    })
    expect(await writeAndTryAgain()).toBe('acknowledged')
  },
)

describe('a write whose primary is lost', () => {
  it.each(moments)('at its %s, %s, is done once after all when there is another one', async (word, cut) => {
    proxy.answerInstead(word, cut, { answer: theAnswerOfALostPrimary(word), isLasting: false })
    expect(await writeAndTryAgain()).toBe('acknowledged')
    expect(proxy.hasCut).toBe(true)
  })

  it.each(moments)('at its %s, %s, is whole or not there while there is no other one', async (word, cut) => {
    proxy.answerInstead(word, cut, { answer: theAnswerOfALostPrimary(word), isLasting: true })
    const isOpen = word === 'commitTransaction'
    const reason = isOpen ? '写到最后一步时断开了，写没写进去要重新读取才知道' : '数据库正在切换主节点，请稍后再试'
    // What was done after all is found by its token, since others can still be read.
    const outcome = isOpen && cut === 'before the answer is heard' ? 'acknowledged' : 'refused'
    expect(await writeAndTryAgain(reason)).toBe(outcome)
  })
})

describe('a write in parts whose connection is cut', () => {
  const answersLost = moments.filter(([, cut]) => cut === 'before the answer is heard')
  const inParts = { ...impatient, changesPerTransaction: 1, stallLimit: 400 }
  beforeEach(async () => {
    await store.close()
    store = await openMongoCatalogStore(proxy.uri, inParts)
  })

  it.each(answersLost)('at its %s, %s, is done once after all', async (word, cut) => {
    proxy.cutOnce(word, cut)
    expect(await writeAndTryAgain()).toBe('acknowledged')
  })

  it.each(answersLost)(
    'at its %s, %s, by a server that stays away, is taken back by the next one',
    async (word, cut) => {
      proxy.cutOnce(word, cut, { meanwhile: () => proxy.goAway() })
      await expect(store.commit(pair(), aContext())).rejects.toMatchObject({ code: 'store-unavailable' })
      expect(await stateOf(witness)).toBe('before')
      await proxy.comeBack()
      expect(await store.commit(pair(), aContext())).toBe(2)
      expect(await stateOf(witness)).toBe('after')
    },
  )
})
