import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CatalogStore, Change } from '../../src/ports/catalog-store.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { type CatalogueDocuments, followDocuments, readDocuments } from '../../src/use-cases/catalogue-documents.ts'
import { aContext, aDecisionChange, aMinimalDecision } from '../builders/changes.ts'
import { aMinimalItem, anItemChange, anItemRemoval } from '../builders/items.ts'
import { openAddress, removeStores, storeKinds } from '../builders/stores.ts'

afterAll(removeStores)

const anItem = (code: string, name = '取水许可') => aMinimalItem({ code, name })
const aCity = (name: string, expectedRevision = 0): Change => {
  const body = { city: { code: 'xiangtan', name }, regions: [] }
  return { kind: 'regions', id: 'main', expectedRevision, body }
}
const openings = [
  { name: 'memory', open: () => openMemoryCatalogStore() },
  ...storeKinds.map(({ name, newUrl }) => ({ name, open: () => openAddress(newUrl()) })),
]

describe.each(openings)('the documents in $name, followed', ({ open }) => {
  let store: CatalogStore
  let known: CatalogueDocuments

  beforeEach(async () => {
    store = await open()
    const items = ['fgw-001', 'fgw-002', 'gsj-001'].map((code) => anItemChange(anItem(code)))
    await store.commit(items, aContext())
    known = await readDocuments(store)
  })
  afterEach(() => store.close())

  const expectSame = async () => {
    const followed = await followDocuments(store, known)
    const read = await readDocuments(store)
    expect(followed).toEqual(read)
    expect([...(followed?.items.keys() ?? [])]).toEqual([...read.items.keys()])
  }

  it('are those that are read anew after edits, new items in between and removals', async () => {
    await store.commit([anItemChange(anItem('fgw-002', '排污许可'), 1)], aContext())
    await store.commit([anItemChange(anItem('fgw-0015')), anItemChange(anItem('ajj-001'))], aContext())
    await store.commit([anItemRemoval(anItem('gsj-001'), 1)], aContext())
    await store.commit([anItemChange(anItem('fgw-002', '排污许可证核发'), 2)], aContext())
    await expectSame()
  })

  it('are those that are read anew after a list and a decision came and the list changed', async () => {
    await store.commit([aCity('湘潭'), aDecisionChange(aMinimalDecision())], aContext())
    await store.commit([aCity('湘潭市', 1)], aContext())
    await expectSame()
  })

  it('are those that are read anew after an item was removed and came back', async () => {
    await store.commit([anItemRemoval(anItem('gsj-001'), 1)], aContext())
    await store.commit([anItemChange(anItem('gsj-001', '新名'))], aContext())
    await expectSame()
  })

  it('leave the known ones as they were', async () => {
    await store.commit([anItemChange(anItem('fgw-002', '排污许可'), 1)], aContext())
    await followDocuments(store, known)
    expect(known.items.get('fgw-002')?.body.name).toBe('取水许可')
    expect(known.revision).toBe(1)
  })

  it('are read for what changed alone', async () => {
    await store.commit([anItemChange(anItem('fgw-002', '排污许可'), 1)], aContext())
    const followed = await followDocuments(store, known)
    expect(followed?.items.get('fgw-001')).toBe(known.items.get('fgw-001'))
  })

  it('are not made of the log of another store', async () => {
    const other = await open()
    await other.commit([aCity('长沙市')], aContext())
    await other.commit([anItemChange(anItem('fgw-001', '别处的事项'))], aContext())
    expect(await followDocuments(other, known)).toBeUndefined()
    await other.close()
  })
})
