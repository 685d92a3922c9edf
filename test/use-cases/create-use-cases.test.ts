import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createChineseDaysCalendar } from '../../src/calendar/chinese-days-calendar.ts'
import { InputRefusedError, NotFoundError } from '../../src/domain/catalog-error.ts'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import { createWorkerFlowchartReader } from '../../src/flowcharts/worker-flowchart-reader.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { BuildItemSearch } from '../../src/ports/item-search.ts'
import { buildItemSearch } from '../../src/search/build-item-search.ts'
import { nodeSecrets as secrets } from '../../src/secrets/node-secrets.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createUseCases } from '../../src/use-cases/create-use-cases.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { smallItems, writeSmallCatalogue } from '../builders/a-small-catalogue.ts'

const clock: Clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }
const folder = writeSmallCatalogue()
let store: CatalogStore
let useCases: UseCases
/** Sources that the renderer was asked for, and how often the search was built. */
let rendered: string[]
let built: number

/** A renderer that draws at once: what is tested here is how often it is asked. */
const renderer = {
  keyOf: (source: string) => Buffer.from(source).toString('hex'),
  render: async (source: string) => {
    rendered.push(source)
    return `<svg>${rendered.length}</svg>`
  },
  close: async () => {},
}
const countedSearch: BuildItemSearch = (items, place) => {
  built += 1
  return buildItemSearch(items, place)
}

const reader = createWorkerFlowchartReader({ timeoutMs: 60_000 })

beforeEach(async () => {
  rendered = []
  built = 0
  store = await openMemoryCatalogStore()
  await createImportCatalogue({ store, files: createCatalogueFolder(), clock, secrets })([folder])
  useCases = createUseCases({
    store,
    clock,
    calendar: createChineseDaysCalendar(),
    renderer,
    reader,
    buildItemSearch: countedSearch,
  })
})
afterAll(async () => {
  rmSync(dirname(folder), { recursive: true, force: true })
  await reader.close()
})

const list = (query: Partial<Parameters<UseCases['listItems']>[0]> = {}) =>
  useCases.listItems({ filters: {}, page: 1, pageSize: 20, ...query })
const codesOf = async (query: Parameters<typeof list>[0]) => (await list(query)).data.map(({ code }) => code)

/** Changes the name of the first item behind the back of the reading side. */
async function rename(name: string): Promise<void> {
  const item = await store.find('item', 'fgw-001')
  if (item === undefined) throw new Error('the small catalogue has no fgw-001')
  const index = { agency: 'fgw', type: 'licensing', state: 'active', audience: [], theme: [], sortKey: '2' }
  const change = {
    kind: 'item',
    id: item.id,
    expectedRevision: item.revision,
    body: { ...item.body, name },
    index,
  } as const
  await store.commit([change], { at: '2015-03-13T09:00:00+08:00', actor: 'somebody' })
}

describe('listing items', () => {
  it('gives active items in official order with labelled facets', async () => {
    const { data, meta, facets } = await list()
    expect(data.map(({ code }) => code)).toEqual([
      'gsj-001',
      'gsj-002',
      'gsj-003',
      'gsj-004',
      'fgw-001',
      'fgw-002',
      'fgw-003',
    ])
    expect(meta).toEqual({ total: 7, page: 1, pageSize: 20, asOf: '2015-03-12' })
    expect(facets.agency[0]).toEqual({ value: 'gsj', label: '湘潭市工商行政管理局', count: 4 })
    expect(facets.state).toEqual([{ value: 'active', label: '在用', count: 7 }])
  })

  it('finds the same shape, items and counts by words as by filters alone', async () => {
    const filtered = await list({ filters: { agency: 'gsj', audience: 'enterprise' } })
    const searched = await list({ q: '工商局', filters: { audience: 'enterprise' } })
    expect(new Set(searched.data)).toEqual(new Set(filtered.data))
    expect(searched.facets).toEqual(filtered.facets)
    expect(searched.meta).toEqual(filtered.meta)
  })

  it('gives the best match first, page by page', async () => {
    const all = await codesOf({ q: '企业投资项目核准' })
    expect(all[0]).toBe('fgw-001')
    const pages = [await codesOf({ q: '登记', pageSize: 2 }), await codesOf({ q: '登记', pageSize: 2, page: 2 })]
    expect(pages.flat()).toEqual(await codesOf({ q: '登记' }))
  })

  it('finds nothing in a state that no item has', async () => {
    expect((await list({ filters: { state: 'cancelled' } })).meta.total).toBe(0)
    expect((await list({ q: '企业', filters: { state: 'cancelled' } })).meta.total).toBe(0)
  })

  it('sees a change of the catalogue at once, and builds the search once for each', async () => {
    await Promise.all([list({ q: '核准' }), list({ q: '登记' }), useCases.suggest('企业')])
    expect(built).toBe(1)
    await rename('招标方案核准')
    expect((await list({ q: '招标方案' })).data[0]?.name).toBe('招标方案核准')
    expect(built).toBe(2)
  })
})

describe('one item', () => {
  it('comes with what the catalogue adds', async () => {
    expect(await useCases.getItem('fgw-001')).toMatchObject({
      code: 'fgw-001',
      agencyName: '湘潭市发展和改革委员会',
      state: 'active',
      revision: 1,
      updatedAt: '2015-03-12T09:00:00+08:00',
      predecessors: [],
      successors: [],
    })
  })

  it('has a guide with the sections that are fields of the item', async () => {
    const guide = await useCases.getGuide('fgw-001')
    expect(guide).toMatchObject({
      itemInfo: { name: '企业投资项目核准', code: 'fgw-001', parent: null, type: 'licensing', typeLabel: '行政许可' },
      timeLimits: { statutory: { amount: 20 }, promised: { amount: 6 }, excluded: [{ kind: 'expert-review' }] },
      conditions: ['符合产业政策'],
    })
    expect(guide.process.map(({ step, lane }) => [step, lane])[0]).toEqual(['提交申请', '申请人'])
    expect(guide.flowchart).toMatch(/^flowchart /)
  })

  it('has a history, newest first, with the fields that changed', async () => {
    await rename('新名称')
    expect(await useCases.getHistory('fgw-001')).toEqual([
      {
        kind: 'revision',
        id: '2',
        at: '2015-03-13T09:00:00+08:00',
        actor: 'somebody',
        changed: ['/name'],
        title: null,
        event: null,
      },
      {
        kind: 'revision',
        id: '1',
        at: '2015-03-12T09:00:00+08:00',
        actor: 'import',
        changed: [],
        title: null,
        event: null,
      },
    ])
  })

  it('has due days for both limits', async () => {
    expect(await useCases.getItemDue('fgw-001', '2015-02-09')).toMatchObject({
      statutory: { dueOn: '2015-03-12' },
      promised: { dueOn: '2015-02-16' },
      calendar: 'official',
    })
  })

  it.each([
    ['getItem', (code: string) => useCases.getItem(code)],
    ['getGuide', (code: string) => useCases.getGuide(code)],
    ['getHistory', (code: string) => useCases.getHistory(code)],
    ['findFindings', (code: string) => useCases.findFindings(code)],
    ['getFlowchart', (code: string) => useCases.getFlowchart(code)],
    ['renderFlowchart', (code: string) => useCases.renderFlowchart(code)],
    ['getItemDue', (code: string) => useCases.getItemDue(code, '2015-02-09')],
    ['getAgency', (code: string) => useCases.getAgency(code)],
    ['measureCompression', (agency: string) => useCases.measureCompression({ agency })],
  ])('is not found by %s under a code that nobody has', async (_name, ask) => {
    await expect(ask('nobody')).rejects.toThrow(NotFoundError)
    await expect(ask('constructor')).rejects.toThrow(NotFoundError)
  })

  it('without a guide, without a flowchart, says that it has none', async () => {
    await expect(useCases.getGuide('gsj-002')).rejects.toThrow(NotFoundError)
    await expect(useCases.getFlowchart('gsj-002')).rejects.toThrow(NotFoundError)
  })
})

describe('flowcharts', () => {
  it('come without a picture until it is drawn, and with the steps in any case', async () => {
    const before = await useCases.getFlowchart('fgw-001')
    expect([before.svg, before.steps.length, rendered.length]).toEqual([null, 4, 0])
    await useCases.renderFlowchart('fgw-001')
    expect((await useCases.getFlowchart('fgw-001')).svg).toBe('<svg>1</svg>')
  })

  it('are drawn once for all who ask at the same time, and never again', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => useCases.renderFlowchart('fgw-001')))
    expect(new Set([...asked, await useCases.renderFlowchart('fgw-001')])).toEqual(new Set(['<svg>1</svg>']))
    expect(rendered).toHaveLength(1)
  })

  it('are drawn in the background once: what is there is not drawn again', async () => {
    expect(await useCases.drawFlowchart('fgw-001')).toBe(true)
    expect([await useCases.drawFlowchart('fgw-001'), rendered.length]).toEqual([false, 1])
  })

  it('have no steps when the source is written by hand', async () => {
    expect(await useCases.getFlowchart('gsj-001')).toMatchObject({
      source: expect.stringContaining('a[提交]'),
      steps: [],
    })
  })
})

describe('the catalogue as a whole', () => {
  it('is told on one page', async () => {
    const overview = await useCases.overview()
    expect(overview.totals).toEqual({ items: 7, agencies: 2, laws: 1 })
    expect(overview.themes.map(({ value }) => value)).toEqual(['开办企业', '投资立项', '咨询'])
    expect(overview.compression).toEqual((await useCases.measureCompression({})).overall)
    expect(overview.updatedAt).toBe('2015-03-12T09:00:00+08:00')
    expect(overview.facts.reduce((sum, { count }) => sum + count, 0)).toBe(7)
  })

  it('counts the items of each agency in official order', async () => {
    const agencies = await useCases.listAgencies()
    expect(agencies.map(({ code, counts }) => [code, counts.total])).toEqual([
      ['gsj', 4],
      ['fgw', 3],
    ])
    expect(await useCases.getAgency('fgw')).toEqual(agencies[1])
  })

  it('is refused by name when nothing was imported', async () => {
    const empty = createUseCases({
      store: await openMemoryCatalogStore(),
      clock,
      calendar: createChineseDaysCalendar(),
      renderer,
      reader,
      buildItemSearch,
    })
    await expect(empty.overview()).rejects.toMatchObject({ code: 'empty-catalogue' })
    expect((await empty.listItems({ filters: {}, page: 1, pageSize: 20 })).data).toEqual([])
    expect(await empty.listAgencies()).toEqual([])
  })
})

describe('checking an item that was sent', () => {
  it('reads its hand-written flowchart by the parser of the pictures', async () => {
    const rulesOn = async (mermaid: string) => {
      const findings = await useCases.checkPosted({ ...smallItems[0], code: 'fgw-900', procedure: null, mermaid })
      return findings.filter(({ path }) => path === '/mermaid').map(({ rule }) => rule)
    }
    expect(await rulesOn('flowchart TD\n  a([申请]) --> b{齐全？}\n  b -->|是| c([办结])')).toContain('FLW-05')
    expect(await rulesOn('flowchart TD\n  a[申请(一)] --> b')).toEqual(['FLW-15'])
    expect(await rulesOn('flowchart TD\n  a → b')).toEqual(['FLW-01'])
  })

  it('tells what the rules say and stores nothing', async () => {
    const item = { ...smallItems[0], code: 'fgw-900', promisedTimeLimit: { amount: 30, unit: 'working-day' } }
    const findings = await useCases.checkPosted(item)
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['TIM-04', 'TIM-05']))
    expect(await useCases.catalogueRevision()).toBe(1)
  })

  it.each([
    ['nothing', null],
    ['a text', 'text'],
    ['an empty object', {}],
    ['an unknown field', { ...smallItems[0], colour: 'red' }],
  ])('refuses %s, which breaks the schema', async (_what, item) => {
    await expect(useCases.checkPosted(item)).rejects.toThrow(InputRefusedError)
  })
})
