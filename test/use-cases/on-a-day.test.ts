import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { NotFoundError } from '../../src/domain/catalog-error.ts'
import { ItemGoneError } from '../../src/domain/item-gone-error.ts'
import type { ItemListQuery, UseCases } from '../../src/use-cases/use-cases.ts'
import { writeChangingCatalogue } from '../builders/a-changing-catalogue.ts'
import { openAsking } from '../builders/asked-catalogues.ts'

const folder = writeChangingCatalogue()
let today = '2015-03-12'
const asking = openAsking({ now: () => '2015-03-12T09:00:00+08:00', today: () => today })
let useCases: UseCases

beforeAll(async () => {
  useCases = asking.over(await asking.fill(folder))
})
afterAll(async () => {
  await asking.close()
  rmSync(dirname(folder), { recursive: true, force: true })
})

const [before, after] = ['2014-05-03', '2014-05-04']
const list = (query: Partial<ItemListQuery>) => useCases.listItems({ filters: {}, page: 1, pageSize: 100, ...query })
const codesOf = async (query: Partial<ItemListQuery>) => (await list(query)).data.map(({ code }) => code)

describe('the list of items on a day', () => {
  it('has the active items of that day', async () => {
    expect(await codesOf({ asOf: before })).toEqual([
      'gsj-001',
      'gsj-002',
      'gsj-003',
      'gsj-004',
      'gsj-007',
      'fgw-001',
      'fgw-002',
      'fgw-003',
      'fgw-006',
    ])
    expect(await codesOf({ asOf: after })).toEqual([
      'gsj-001',
      'gsj-005',
      'gsj-006',
      'fgw-001',
      'fgw-002',
      'fgw-003',
      'fgw-006',
    ])
  })

  it('is that of today without a day, and says which day it is', async () => {
    const { meta, data } = await list({})
    expect(meta).toMatchObject({ asOf: '2015-03-12', total: data.length })
    expect(data).toEqual((await list({ asOf: '2015-03-12' })).data)
  })

  it('shows, filters, counts and sorts a transferred item under the agency of the day', async () => {
    expect(await codesOf({ asOf: '2014-08-31', filters: { agency: 'gsj' } })).toContain('gsj-001')
    const moved = await list({ asOf: '2014-09-01', filters: { agency: 'fgw' } })
    expect(moved.data.map(({ code }) => code)).toEqual(['fgw-001', 'fgw-002', 'gsj-001'])
    expect(moved.data[2]).toMatchObject({ agency: 'fgw', agencyName: '湘潭市发展和改革委员会' })
    expect(moved.facets.agency).toEqual([{ value: 'fgw', label: '湘潭市发展和改革委员会', count: 3 }])
    expect((await codesOf({ asOf: '2014-09-01' })).at(-1)).toBe('gsj-001')
  })

  it.each([
    ['cancelled', ['gsj-003']],
    ['delegated', ['gsj-002']],
    ['merged', ['gsj-004', 'gsj-007']],
    ['internal', ['fgw-006']],
    ['suspended', ['fgw-003']],
    ['planned', ['gsj-008', 'gsj-009', 'fgw-004', 'fgw-005']],
  ] as const)('finds items that are %s on the day', async (state, codes) => {
    expect(await codesOf({ asOf: '2014-10-01', filters: { state } })).toEqual(codes)
  })

  it('filters by the type of the day', async () => {
    const filters = { type: 'non-licensing-approval' }
    expect(await codesOf({ asOf: '2014-08-31', filters })).toEqual(['fgw-006'])
    expect(await codesOf({ asOf: '2014-09-01', filters })).toEqual([])
  })

  it('is searched by old and new names on every day, and shows the name of the day', async () => {
    for (const q of ['企业投资项目备案', '企业投资项目告知承诺']) {
      for (const [asOf, name] of [
        ['2014-08-31', '企业投资项目备案'],
        ['2014-09-01', '企业投资项目告知承诺'],
      ] as const) {
        expect((await list({ asOf, q })).data[0]).toMatchObject({ code: 'fgw-002', name })
      }
    }
  })

  it('is searched on the day asked for: what is gone is not found, what has not come is not either', async () => {
    expect(await codesOf({ q: 'gsj-003', asOf: before })).toEqual(['gsj-003'])
    expect(await codesOf({ q: 'gsj-003', asOf: after })).toEqual([])
    expect(await codesOf({ q: 'gsj-006', asOf: before })).toEqual([])
  })

  it('pages and counts facets over the whole result', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => list({ asOf: after, page, pageSize: 3 })))
    expect(pages.flatMap(({ data }) => data.map(({ code }) => code))).toEqual(await codesOf({ asOf: after }))
    expect(pages[0]?.facets).toEqual(pages[2]?.facets)
  })

  it('completes names of items that are in the catalogue today alone', async () => {
    const suggested = (await useCases.suggest('企业')).map(({ code }) => code)
    expect(suggested).toEqual(expect.arrayContaining(['fgw-001', 'gsj-005']))
    expect(suggested).not.toEqual(expect.arrayContaining(['gsj-007']))
    expect(suggested).not.toEqual(expect.arrayContaining(['gsj-008']))
    expect((await useCases.suggest('企业投资项目备案'))[0]).toEqual({ text: '企业投资项目告知承诺', code: 'fgw-002' })
  })

  it('follows the day: at midnight a suspension is over', async () => {
    today = '2014-12-31'
    expect(await codesOf({})).not.toContain('fgw-003')
    today = '2015-01-01'
    expect(await codesOf({})).toContain('fgw-003')
    today = '2015-03-12'
  })
})

describe('one item on a day', () => {
  it('has the name, agency and type of the day, since when and by which decision', async () => {
    expect(await useCases.getItem('gsj-001', { asOf: '2014-09-01' })).toMatchObject({
      agency: 'fgw',
      agencyName: '湘潭市发展和改革委员会',
      asOf: '2014-09-01',
      since: '2014-09-01',
      decision: { id: '2014-09-01-1', documentNumber: '示政发〔2014〕21号', stage: 'published' },
    })
    expect(await useCases.getItem('gsj-001', { asOf: '2014-08-31' })).toMatchObject({
      agency: 'gsj',
      since: null,
      decision: null,
    })
  })

  it('knows what it came from and what it went into', async () => {
    expect(await useCases.getItem('gsj-004', { asOf: after })).toMatchObject({
      state: 'merged',
      successors: ['gsj-005'],
      successorItems: [{ code: 'gsj-005', state: 'active', agencyName: '湘潭市工商行政管理局' }],
    })
    expect((await useCases.getItem('gsj-005', { asOf: after })).predecessors).toEqual(['gsj-004', 'gsj-007'])
    expect(await useCases.getItem('gsj-005', { asOf: before })).toMatchObject({ state: 'planned', predecessors: [] })
  })

  it('says until when it is suspended, and who received it', async () => {
    expect(await useCases.getItem('fgw-003', { asOf: '2014-10-01' })).toMatchObject({
      state: 'suspended',
      suspendedUntil: '2014-12-31',
    })
    expect(await useCases.getItem('gsj-002', { asOf: after })).toMatchObject({
      receivers: [{ code: 'xiangxiang', name: '湘乡市' }],
      receivedAs: 'direct',
    })
  })

  it.each([
    ['gsj-003', 'cancelled'],
    ['gsj-002', 'delegated'],
    ['gsj-004', 'merged'],
    ['fgw-006', 'internal'],
    ['gsj-005', 'split'],
  ])('%s is refused to who asks for the item as it is offered, because it is %s', async (code, state) => {
    const asOf = '2015-06-01'
    const refused = await useCases.getItemUnlessGone(code, { asOf }).catch((error: unknown) => error)
    if (!(refused instanceof ItemGoneError)) throw new Error('not refused', { cause: refused })
    expect(refused.gone).toMatchObject({ code, state, asOf })
    expect(refused.gone.decision?.id).toBeDefined()
    await expect(useCases.getGuide(code, { asOf })).rejects.toThrow(ItemGoneError)
    expect((await useCases.getItem(code, { asOf })).state).toBe(state)
  })

  it('that is gone names its direct successors and the heirs at the end of the line', async () => {
    const { gone } = await useCases.getItemUnlessGone('gsj-004', { asOf: '2015-06-01' }).catch((error) => error)
    expect(gone).toMatchObject({ successors: ['gsj-005'], since: '2014-05-04' })
    expect(gone.successorItems).toEqual([
      { code: 'gsj-005', name: '企业登记事项变更', agencyName: '湘潭市工商行政管理局', state: 'split' },
      { code: 'gsj-008', name: '企业名称变更', agencyName: '湘潭市工商行政管理局', state: 'active' },
      { code: 'gsj-009', name: '企业住所变更', agencyName: '湘潭市工商行政管理局', state: 'active' },
    ])
  })

  it.each([
    ['of a day when it was active', 'gsj-003', before],
    ['that is planned', 'fgw-005', '2015-01-01'],
    ['that is suspended', 'fgw-003', '2014-10-01'],
  ])('%s is answered', async (_what, code, asOf) => {
    expect((await useCases.getItemUnlessGone(code, { asOf })).code).toBe(code)
  })

  it('has a history of revisions and decisions, newest first', async () => {
    const history = await useCases.getHistory('fgw-003')
    expect(history.map(({ kind, id, at, event }) => [kind, id, at, event])).toEqual([
      ['revision', '1', '2015-03-12T09:00:00+08:00', null],
      ['decision', '2014-09-01-1', '2015-01-01', 'expire'],
      ['decision', '2014-09-01-1', '2014-09-01', 'suspend'],
      ['decision', '2014-03-15-1', '2014-04-01', 'revoke'],
      ['decision', '2014-03-15-1', '2014-03-15', 'rename'],
    ])
    expect(history[4]).toMatchObject({ changed: ['/name'], actor: '示例市人民政府', title: '示例决定2014-03-15-1' })
  })

  it('has a life with the names behind the codes', async () => {
    const life = await useCases.getLife('gsj-005')
    expect(life.map(({ kind, decision, day }) => [kind, decision.id, day])).toEqual([
      ['mergeIn', '2014-05-04-17', '2014-05-04'],
      ['splitOut', '2015-06-01-1', '2015-06-01'],
    ])
    expect(life[1]?.names).toMatchObject({ 'gsj-004': '外资企业登记转报', 'gsj-009': '企业住所变更' })
    await expect(useCases.getLife('nobody')).rejects.toThrow(NotFoundError)
  })
})

describe('the numbers of a day', () => {
  it('of agencies count states, and active items by type', async () => {
    const [gsj] = await useCases.listAgencies({ asOf: after })
    expect(gsj?.counts).toEqual({
      total: 9,
      byState: { active: 3, delegated: 1, cancelled: 1, merged: 2, planned: 2 },
      byType: { confirmation: 1, licensing: 2 },
    })
    expect(await useCases.getAgency('gsj', { asOf: after })).toEqual(gsj)
  })

  it('of the overview are those of the list', async () => {
    for (const asOf of [before, after, '2014-10-01']) {
      const overview = await useCases.overview({ asOf })
      const { meta, facets } = await list({ asOf })
      expect([overview.totals.items, overview.types]).toEqual([meta.total, facets.type])
    }
  })

  it('of the compression are those of active items, others are excluded as not active', async () => {
    const day = async (asOf: string) => useCases.measureCompression({ asOf })
    expect((await day('2014-08-31')).items.map(({ code, agency }) => [code, agency])).toEqual([
      ['gsj-001', 'gsj'],
      ['fgw-001', 'fgw'],
      ['fgw-002', 'fgw'],
    ])
    const moved = await day('2014-09-01')
    expect(moved.items.map(({ code, agency }) => [code, agency])).toEqual([
      ['fgw-001', 'fgw'],
      ['fgw-002', 'fgw'],
      ['gsj-001', 'fgw'],
    ])
    expect(moved.asOf).toBe('2014-09-01')
    expect(await useCases.measureCompression({ agency: 'gsj', asOf: '2014-09-01' })).toMatchObject({ items: [] })
  })

  it('of the state name every item with what it is', async () => {
    const { asOf, items } = await useCases.getState({ asOf: after })
    expect([asOf, items.length]).toEqual([after, 15])
    expect(items.find(({ code }) => code === 'gsj-007')).toEqual({
      code: 'gsj-007',
      name: '企业分支机构登记',
      agency: 'gsj',
      type: 'licensing',
      state: 'merged',
      successors: ['gsj-005'],
      decision: '2014-05-04-17',
    })
  })
})

describe('the ledger', () => {
  it('balances, and every number has its rows', async () => {
    const ledger = await useCases.getLedger({ from: '2014-01-01', to: '2014-12-31' })
    expect(ledger).toMatchObject({ opening: 9, closing: 5, balanced: true })
    expect(ledger.items).toMatchObject({
      undertake: ['gsj-006'],
      mergeIn: ['gsj-005'],
      cancel: ['gsj-003'],
      delegate: ['gsj-002'],
      mergeOut: ['gsj-004', 'gsj-007'],
      suspend: ['fgw-003'],
      reclassifyOut: ['fgw-006'],
    })
    expect([...ledger.agencies, ...ledger.types].every(({ balanced }) => balanced)).toBe(true)
  })

  it('is of this year until today when no days are given', async () => {
    expect(await useCases.getLedger({})).toMatchObject({ from: '2015-01-01', to: '2015-03-12' })
    expect(await useCases.getLedger({ to: '2014-06-30' })).toMatchObject({ from: '2014-01-01' })
  })

  it('is refused when it ends before it begins', async () => {
    const reversed = { from: '2015-01-02', to: '2015-01-01' }
    await expect(useCases.getLedger(reversed)).rejects.toMatchObject({ code: 'invalid-date-range' })
    await expect(useCases.getDifference(reversed)).rejects.toMatchObject({ code: 'invalid-date-range' })
  })
})

describe('the difference of two days', () => {
  it('names every item that changed and the decision behind it', async () => {
    const { items, before: counts, after: later } = await useCases.getDifference({ from: before, to: '2014-05-05' })
    expect(items.map(({ code }) => code)).toEqual(['gsj-002', 'gsj-003', 'gsj-004', 'gsj-005', 'gsj-006', 'gsj-007'])
    expect(items.every(({ decisions }) => decisions[0]?.id === '2014-05-04-17')).toBe(true)
    expect([counts.active.total, later.active.total]).toEqual([9, 7])
  })

  it('is empty for a day and itself', async () => {
    expect((await useCases.getDifference({ from: after, to: after })).items).toEqual([])
  })
})

describe('decisions', () => {
  it('are listed newest first, those that were adopted alone', async () => {
    expect((await useCases.listDecisions()).map(({ id }) => id)).toEqual([
      '2099-01-01-1',
      '2015-06-01-1',
      '2014-09-01-1',
      '2014-05-04-17',
      '2014-03-15-1',
      '2014-03-01-1',
    ])
  })

  it('have rows that name items as they were just before, and new ones as they came in', async () => {
    const { rows, counts, effect, findings } = await useCases.getDecision('2014-05-04-17')
    expect(counts).toEqual({ cancel: 1, delegate: 1, merge: 1, undertake: 1, retain: 1 })
    expect(rows[0]).toMatchObject({
      items: [{ code: 'gsj-003', name: '广告发布登记', typeLabel: '行政许可' }],
      into: [],
    })
    expect(rows[1]?.receivers).toEqual(['湘乡市'])
    expect(rows[2]).toMatchObject({ items: [{ code: 'gsj-004' }, { code: 'gsj-007' }], into: [{ code: 'gsj-005' }] })
    expect([effect?.before.active.total, effect?.after.active.total]).toEqual([9, 7])
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('name a transferred item under its old agency, and the new one', async () => {
    const { rows } = await useCases.getDecision('2014-09-01-1')
    expect(rows[1]).toMatchObject({
      items: [{ code: 'gsj-001', agencyName: '湘潭市工商行政管理局' }],
      receivingAgency: '湘潭市发展和改革委员会',
    })
    expect(rows[0]?.items[0]?.name).toBe('企业投资项目备案')
  })

  it('are not found while they are drafted, nor when nobody wrote them', async () => {
    await expect(useCases.getDecision('draft-1')).rejects.toThrow(NotFoundError)
    await expect(useCases.getDecision('nobody')).rejects.toThrow(NotFoundError)
  })
})
