import { openStore } from '../../src/compose/open-store.ts'
import { composeOver } from '../../src/compose.ts'
import { costOf, costsOf, median, medianOf } from './timing.ts'

/** What people type: names, parts of names, several words, sentences, pinyin, initials, a place, a code, nothing that is there. */
const searches = [
  '食品经营许可',
  '营业执照',
  '取水许可',
  '排污许可证核发',
  '建设工程规划许可',
  '企业投资项目核准',
  '道路运输',
  '医师执业注册',
  '社会团体登记',
  '出版物',
  '林地',
  '消防',
  '长沙市 食品',
  '环境影响 评价',
  '我要开餐馆',
  '怎么办护照',
  '身份证 户口',
  'shipin',
  'paiwu',
  'xfys',
  'qsxk',
  'yingyezhizhao',
  'fgw001-001',
  '海底隧道',
]
const rounds = 3
/** More days than the catalogue keeps: each is worked out anew. */
const days = Array.from({ length: 12 }, (_, month) => `2015-${String(month + 1).padStart(2, '0')}-15`)

/** Readers' questions, asked of the use cases over the store, as pages and answers ask them. */
export async function readPart(database: string) {
  const parts = composeOver(await openStore({ kind: 'file', path: database }))
  const { listItems, measureCompression, listAgencies } = parts.useCases
  const list = (query: Partial<Parameters<typeof listItems>[0]>) =>
    listItems({ filters: {}, page: 1, pageSize: 20, ...query })
  const firstList = await costOf(() => list({}))
  const { meta } = await list({})
  const firstSearch = await costOf(() => list({ q: searches[0] ?? '' }))
  for (const q of searches) await list({ q })
  const found = await costsOf(Array.from({ length: rounds }, () => searches).flat(), (q) => list({ q }))
  const pages = Array.from({ length: 40 }, (_, index) => 1 + ((index * 7) % Math.ceil(meta.total / 20)))
  const agencies = (await listAgencies()).slice(0, 40).map(({ code }) => code)
  const measured = {
    firstList: firstList.processor,
    firstSearch: firstSearch.processor,
    firstSearchWait: firstSearch.wait,
    search: median(found),
    searchSlow: found[Math.floor(found.length * 0.95)] ?? Number.NaN,
    list: await medianOf(pages, (page) => list({ page })),
    facets: await medianOf(agencies, (agency) => list({ filters: { agency } })),
    asOf: await medianOf(days, (asOf) => list({ asOf })),
    compression: (await costOf(() => measureCompression({}))).processor,
    active: meta.total,
  }
  await parts.close()
  return measured
}
