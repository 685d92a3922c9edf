import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import { createBuildItemSearch } from '../../src/search/build-item-search.ts'
import { nodeSecrets } from '../../src/secrets/node-secrets.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createCurrentCatalogue } from '../../src/use-cases/current-catalogue.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import { createListItems } from '../../src/use-cases/list-items.ts'
import type { ItemList, ItemListQuery } from '../../src/use-cases/use-cases.ts'
import { springMorning } from '../builders/asked-catalogues.ts'

const clock = { ...springMorning, today: () => '2016-06-30' }
const store = await openMemoryCatalogStore()
beforeAll(async () => {
  const folder = fileURLToPath(new URL('../../catalog', import.meta.url))
  await createImportCatalogue({ store, files: createCatalogueFolder(), clock, secrets: nodeSecrets })([folder])
}, 60_000)

describe.each([
  ['in memory', Number.POSITIVE_INFINITY],
  ['by the terms in the store', 0],
])('the search over the sample catalogue %s', (_, most) => {
  let listItems: (query: ItemListQuery) => Promise<ItemList>
  beforeAll(async () => {
    listItems = createListItems(createCurrentCatalogue(store, createBuildItemSearch({ most })), clock.today)
  })

  /** Names of the first three items, as the site lists them. */
  async function firstThree(q: string): Promise<string[]> {
    const { data } = await listItems({ q, filters: {}, page: 1, pageSize: 3 })
    return data.map(({ name }) => name)
  }

  it.each([
    ['食品经营许可', '食品经营许可'],
    ['食品　经营', '食品经营许可'],
    ['shipinjingying', '食品经营许可'],
    ['spjyxk', '食品经营许可'],
    ['ＳＰＪＹＸＫ', '食品经营许可'],
    ['shipjy', '食品经营许可'],
    ['怎么办理食品经营许可？', '食品经营许可'],
    ['paishui', '城镇污水排入排水管网许可'],
    ['czwsprpsgwxk', '城镇污水排入排水管网许可'],
    ['发改委', '企业投资项目核准'],
    ['发改委 项目', '企业投资项目核准'],
    ['fgw-001', '企业投资项目核准'],
    ['qytzxm', '企业投资项目核准'],
    ['施工许可', '建筑工程施工许可证核发'],
    ['建设工程规划许可证', '建设工程规划许可证核发'],
    ['烟草专卖', '烟草专卖零售许可证核发'],
    ['烟草专卖零售许可证', '烟草专卖零售许可证核发'],
    ['户外广告', '大型户外广告设置审批'],
    ['取水', '取水许可'],
    ['qushui', '取水许可'],
    ['护照', '普通护照签发'],
    ['huzhao', '普通护照签发'],
    ['护士', '护士执业注册'],
    ['医师 注册', '医师执业注册'],
    ['导游', '导游证核发'],
    ['律师事务所', '律师事务所设立许可（市级审查）'],
    ['林木采伐', '林木采伐许可证核发'],
    ['民办学校', '民办学校正式设立审批'],
    ['社会团体', '社会团体成立登记'],
    ['剧毒化学品', '剧毒化学品道路运输通行证核发'],
  ])('finds by %s among the first three %s', async (words, name) => {
    expect(await firstThree(words)).toContain(name)
  })

  it('finds every item first by its own name', async () => {
    const { data } = await listItems({ filters: {}, page: 1, pageSize: 1000 })
    expect(data.length).toBeGreaterThan(190)
    const missed: string[] = []
    for (const { name } of data) if ((await firstThree(name))[0] !== name) missed.push(name)
    expect(missed).toEqual([])
  })
})
