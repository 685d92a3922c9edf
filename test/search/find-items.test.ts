import { afterAll, describe, expect, it } from '@jest/globals'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import type { ItemSearch, SearchableItem } from '../../src/ports/item-search.ts'
import { buildMemorySearch } from '../../src/search/build-memory-search.ts'
import { buildStoreSearch } from '../../src/search/build-store-search.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { openAddress, removeStores, storeKinds } from '../builders/stores.ts'

function anItem(code: string, name: string, more: Partial<SearchableItem> = {}): SearchableItem {
  return { code, name, aliases: [], keywords: [], agencyNames: [], materials: [], text: [], ...more }
}

const items = [
  anItem('fgw-001', '企业投资项目核准', {
    aliases: ['办项目核准'],
    agencyNames: ['湘潭市发展和改革委员会', '发改委'],
    materials: ['项目申请书'],
  }),
  anItem('spj-001', '食品经营许可', {
    keywords: ['开饭店', '餐饮', '小吃店'],
    agencyNames: ['湘潭市食品药品监督管理局', '食药监局'],
    materials: ['食品安全管理制度'],
  }),
  anItem('spj-002', '食品生产许可', { agencyNames: ['湘潭市食品药品监督管理局', '食药监局'] }),
  anItem('zjj-004', '城镇污水排入排水管网许可', { aliases: ['排水许可'], agencyNames: ['湘潭市住房和城乡建设局'] }),
  anItem('gaj-003', 'Ⅱ类、Ⅲ类B2级仓库许可', { text: ['需要食品经营许可的复印件'] }),
]

const opened: CatalogStore[] = []
async function searchIn(open: () => Promise<CatalogStore>): Promise<ItemSearch> {
  const store = await open()
  opened.push(store)
  return buildStoreSearch(items, { revision: 1, terms: store.terms })
}
const searches: [string, ItemSearch][] = [
  ['in memory', await buildMemorySearch(items)],
  ['by the terms of the store in memory', await searchIn(openMemoryCatalogStore)],
]
for (const { name, newUrl } of storeKinds) {
  searches.push([`by the terms of ${name}`, await searchIn(() => openAddress(newUrl()))])
}
afterAll(async () => {
  for (const store of opened) await store.close()
  await removeStores()
})

describe('the stores', () => {
  it.each(['食品', '许可', '项目 核准', '我想开饭店然后排水', 'sp', 'psxk', '食品jyxk'])(
    'find by %s the same items in the same order',
    async (words) => {
      const [first, ...others] = await Promise.all(searches.slice(1).map(([, search]) => search.find(words)))
      expect(first?.length).toBeGreaterThan(0)
      for (const other of others) expect(other).toEqual(first)
    },
  )
})

describe.each(searches)('the search over items %s', (_, search) => {
  it.each([
    ['食品经营许可', 'spj-001'],
    ['食品 经营', 'spj-001'],
    ['开饭店', 'spj-001'],
    ['我想开饭店', 'spj-001'],
    ['小吃店怎么办理？', 'spj-001'],
    ['排水许可', 'zjj-004'],
    ['paishui', 'zjj-004'],
    ['psxk', 'zjj-004'],
    ['paisxk', 'zjj-004'],
    ['czws', 'zjj-004'],
    ['czwsprpsgwxk', 'zjj-004'],
    ['chengzhenwushuipairupaishui', 'zjj-004'],
    ['发改委', 'fgw-001'],
    ['fagaiwei', 'fgw-001'],
    ['ＦＡＧＡＩＷＥＩ', 'fgw-001'],
    ['fgw-001', 'fgw-001'],
    ['发改委 项目', 'fgw-001'],
    ['食品jyxk', 'spj-001'],
    ['项目申请书', 'fgw-001'],
    ['ｂ２', 'gaj-003'],
    ['食', 'spj-001'],
    ['p', 'zjj-004'],
  ])('finds by %s the item %s first', async (words, code) => {
    expect((await search.find(words))[0]).toBe(code)
  })

  it('asks that every word matches', async () => {
    expect(await search.find('食药监局 生产')).toEqual(['spj-002'])
  })

  it('ranks by any part of the words when no item has them all', async () => {
    expect((await search.find('食品经营许可 月球'))[0]).toBe('spj-001')
  })

  it('puts the name that is so before the text that has it inside', async () => {
    expect(await search.find('食品经营许可')).toEqual(['spj-001', 'gaj-003'])
  })

  it.each(['', '   ', '。，！', '月球', 'xyzxyz', '%', '.*'])('finds nothing by “%s”', async (words) => {
    expect(await search.find(words)).toEqual([])
  })

  it('takes no sign that is typed for one of its own', async () => {
    expect(await search.find('~sp')).toEqual(await search.find('sp'))
  })

  it('reads only the beginning of a very long query', async () => {
    await search.find(`食品${'经营许可 '.repeat(5000)}`)
    await search.find('zhuang'.repeat(1000))
  })

  it('completes by names that begin so before names that have it inside', async () => {
    expect((await search.suggest('食品', 8)).map(({ code }) => code)).toEqual(['spj-001', 'spj-002'])
    expect((await search.suggest('许可', 8)).map(({ code }) => code)).toEqual([
      'spj-001',
      'spj-002',
      'zjj-004',
      'gaj-003',
    ])
  })

  it('completes by pinyin and initials', async () => {
    expect((await search.suggest('shipin', 8)).map(({ text }) => text)).toEqual(['食品经营许可', '食品生产许可'])
    expect(await search.suggest('qytz', 8)).toEqual([{ text: '企业投资项目核准', code: 'fgw-001' }])
  })

  it('completes no more than asked for, and nothing for nothing', async () => {
    expect(await search.suggest('许可', 2)).toHaveLength(2)
    expect(await search.suggest(' ', 8)).toEqual([])
  })
})
