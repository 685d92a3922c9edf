import { describe, expect, it } from '@jest/globals'
import type { SearchableItem, SearchPlace } from '../../src/ports/item-search.ts'
import { createBuildItemSearch } from '../../src/search/build-item-search.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'

const anItem = (name: string): SearchableItem => ({
  code: 'fgw-001',
  name,
  aliases: ['办立项'],
  keywords: [],
  agencyNames: ['市发改委'],
  materials: ['申请书'],
  text: ['投资立项'],
})
const { terms } = await openMemoryCatalogStore()
const place = (revision: number): SearchPlace => ({ revision, terms })

describe('the search of a changed catalogue', () => {
  it('is the one that is there when nothing changed that items are found by', async () => {
    const build = createBuildItemSearch()
    const search = await build([anItem('取水许可')], place(1))
    expect(await build([anItem('取水许可')], place(2))).toBe(search)
  })

  it('finds an item by its new name and no longer by the old one', async () => {
    const build = createBuildItemSearch()
    await build([anItem('取水许可')], place(1))
    const search = await build([anItem('排污许可')], place(2))
    expect(await search.find('排污')).toEqual(['fgw-001'])
    expect(await search.find('取水')).toEqual([])
  })

  it('finds items that came and no longer those that went', async () => {
    const build = createBuildItemSearch()
    await build([anItem('取水许可')], place(1))
    const more = await build([anItem('取水许可'), { ...anItem('取水许可延续'), code: 'fgw-002' }], place(2))
    expect(await more.find('取水')).toHaveLength(2)
    const fewer = await build([], place(3))
    expect(await fewer.find('取水')).toEqual([])
  })
})
