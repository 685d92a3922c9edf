import { beforeEach, describe, expect, it } from '@jest/globals'
import { CatalogError } from '../../src/domain/catalog-error.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { buildItemSearch, createBuildItemSearch } from '../../src/search/build-item-search.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createAskStore } from '../../src/use-cases/ask-store.ts'
import { type CurrentCatalogue, createCurrentCatalogue } from '../../src/use-cases/current-catalogue.ts'
import { aContext } from '../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../builders/items.ts'

/** How the store behaves: `half` answers for its revision and for nothing else. */
type Mood = 'there' | 'away' | 'silent' | 'half'

const away = () => Promise.reject(new CatalogError('store-unavailable', { reason: '连接不上' }))

let inner: CatalogStore
let mood: Mood
let questions: number
let current: CurrentCatalogue

beforeEach(async () => {
  inner = await openMemoryCatalogStore()
  await inner.commit([anItemChange(aMinimalItem())], aContext())
  mood = 'there'
  questions = 0
  const store: CatalogStore = Object.create(inner)
  const asked = <Answer>(question: () => Promise<Answer>, isRevision = false): Promise<Answer> => {
    questions += 1
    if (mood === 'silent') return new Promise(() => {})
    return mood === 'away' || (mood === 'half' && !isRevision) ? away() : question()
  }
  store.catalogueRevision = () => asked(() => inner.catalogueRevision(), true)
  store.find = (kind, id) => asked(() => inner.find(kind, id))
  store.list = (kind) => asked(() => inner.list(kind))
  store.readLog = async function* (range) {
    yield* await asked(async () => inner.readLog(range))
  }
  current = createCurrentCatalogue(store, buildItemSearch, createAskStore(store, { patience: 50 }))
})

const rename = () => inner.commit([anItemChange(aMinimalItem({ name: '新名' }), 1)], aContext())
const nameNow = async () => (await current()).items.get('fgw-001')?.body.name
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('while the store is away', () => {
  it.each<Mood>(['away', 'silent', 'half'])('(%s) the catalogue in memory is the present one', async (how) => {
    await current()
    await rename()
    mood = how
    expect(await nameNow()).toBe('企业投资项目核准')
    expect((await current()).revision).toBe(1)
  })

  it('readers do not wait, and one look at a time goes on', async () => {
    await current()
    mood = 'silent'
    await current()
    const asked = questions
    const begun = performance.now()
    for (let n = 0; n < 20; n += 1) await current()
    expect(performance.now() - begun).toBeLessThan(45)
    expect(questions).toBe(asked + 1)
  })

  it('there is an error for those who have nothing in memory yet', async () => {
    mood = 'away'
    await expect(current()).rejects.toMatchObject({ code: 'store-unavailable' })
    mood = 'there'
    expect(await nameNow()).toBe('企业投资项目核准')
  })
})

it.each<Mood>(['away', 'half'])('a store that comes back (%s) is read again by the second who asks', async (how) => {
  await current()
  mood = how
  await rename()
  await current()
  mood = 'there'
  await current()
  await aMoment()
  expect(await nameNow()).toBe('新名')
})

describe('a search by the terms of the store', () => {
  it('is refused while that is away, and works when it is back', async () => {
    let isAway = true
    const state = inner.terms.state.bind(inner.terms)
    inner.terms.state = () => (isAway ? away() : state())
    const catalogue = await createCurrentCatalogue(inner, createBuildItemSearch({ most: 0 }))()
    await expect(catalogue.search()).rejects.toMatchObject({ code: 'store-unavailable' })
    isAway = false
    expect(await (await catalogue.search()).find('核准')).toEqual(['fgw-001'])
  })
})
