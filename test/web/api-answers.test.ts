import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Express } from 'express'
import request from 'supertest'
import { type Composition, composeOver } from '../../src/compose.ts'
import { operations } from '../../src/web/api/operations.ts'
import { createApp } from '../../src/web/create-app.ts'
import { smallItems, writeSmallCatalogue } from '../builders/a-small-catalogue.ts'
import { openStoreUnderTest } from '../builders/store-under-test.ts'
import { removeStores } from '../builders/stores.ts'
import { answerValidators, compileOpenApi } from './answer-checker.ts'

const api = '/api/v1'
const validators = answerValidators(compileOpenApi())
const catalogue = writeSmallCatalogue()
let parts: Composition
let app: Express

beforeAll(async () => {
  parts = composeOver(await openStoreUnderTest())
  await parts.importCatalogue([catalogue])
  app = createApp({ useCases: parts.useCases })
})
afterAll(async () => {
  await parts.close()
  rmSync(dirname(catalogue), { recursive: true })
  await removeStores()
})

const get = (path: string) => request(app).get(encodeURI(api + path))
const post = (body: object) => request(app).post(`${api}/checks`).send(body)

/** What the description of the API finds wrong with a body. */
function faultsOf(name: string, body: unknown) {
  const validate = validators.get(name)
  validate?.(body)
  return validate === undefined ? `no schema for ${name}` : (validate.errors ?? [])
}

/** Every address that a GET operation has in the small catalogue. */
const addresses = operations
  .filter(({ method, answers, needs }) => method === 'get' && answers === 'application/json' && needs === undefined)
  .flatMap(({ path }): [string, string][] => {
    const query =
      { '/due': '?from=2015-03-02&limit=3个月', '/suggest': '?q=项目', '/difference': '?from=2015-03-02' }[path] ?? ''
    // Nothing there has a decision or an edition: those are asked where they are made.
    if (path.startsWith('/decisions/') || path.includes('{number}')) return []
    if (path.startsWith('/agencies/')) return [[path, '/agencies/fgw']]
    if (path.startsWith('/laws/')) return [[path, path.replace('{title}', '企业投资项目核准和备案管理条例')]]
    if (!path.includes('{code}')) return [[path, path + query]]
    const from = path.endsWith('/due') ? '?from=2015-03-02' : ''
    const coded = smallItems.map(({ code }): [string, string] => [path, path.replace('{code}', code) + from])
    // An item without a guide has none to answer.
    return path.endsWith('/guide') ? coded.slice(0, 1) : coded
  })

describe('every answer', () => {
  it.each(addresses)('to %s has the shape that the description promises: %s', async (path, address) => {
    const { status, body } = await get(address)
    expect([status, faultsOf(path, body)]).toEqual([200, []])
  })

  it.each(addresses)('to %s has a strong tag and is not sent again to who has it: %s', async (_path, address) => {
    const first = await get(address)
    expect(first.headers.etag).toMatch(/^"[\w-]+"$/)
    const second = await get(address).set('If-None-Match', first.headers.etag ?? '')
    expect([second.status, second.text]).toEqual([304, ''])
  })

  it.each(addresses)('to %s refuses a parameter that it does not know: %s', async (_path, address) => {
    const { status, body } = await get(`${address}${address.includes('?') ? '&' : '?'}colour=red`)
    expect([status, faultsOf('Problem', body)]).toEqual([400, []])
    expect(body.violations).toEqual([expect.objectContaining({ pointer: 'colour', rule: 'unknown-parameter' })])
  })

  it('is a problem when there is no such item or agency', async () => {
    for (const address of ['/items/fgw-999', '/items/fgw-999/due?from=2015-03-02', '/agencies/none']) {
      const { status, body } = await get(address)
      expect([status, faultsOf('Problem', body)]).toEqual([404, []])
    }
  })
})

describe('GET /items', () => {
  const codesOf = async (query: string) =>
    (await get(`/items${query}`)).body.data.map(({ code }: { code: string }) => code)

  it('lists active items in the official order of agencies, then by code', async () => {
    const { body } = await get('/items')
    expect(body.data.map(({ code }: { code: string }) => code)).toEqual([
      'gsj-001',
      'gsj-002',
      'gsj-003',
      'gsj-004',
      'fgw-001',
      'fgw-002',
      'fgw-003',
    ])
    expect(body.meta).toMatchObject({ total: 7, page: 1, pageSize: 20 })
    expect(body.data.every(({ state }: { state: string }) => state === 'active')).toBe(true)
  })

  it('cuts pages without loss or repetition, and a page past the end is empty', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => codesOf(`?pageSize=3&page=${page}`)))
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 1, 0])
    expect(pages.flat()).toEqual(await codesOf(''))
  })

  it.each(['', '?q=企业', '?agency=gsj', '?audience=enterprise&theme=投资立项', '?state=cancelled'])(
    'counts facets over the whole result: %s',
    async (query) => {
      const { facets, meta } = (await get(`/items${query === '' ? '?' : `${query}&`}pageSize=1`)).body
      for (const name of ['agency', 'type', 'state']) {
        const sum = facets[name].reduce((total: number, { count }: { count: number }) => total + count, 0)
        expect([name, sum]).toEqual([name, meta.total])
      }
    },
  )

  it.each([
    ['?agency=fgw', ['fgw-001', 'fgw-002', 'fgw-003']],
    ['?type=confirmation', ['gsj-001']],
    ['?audience=citizen', ['gsj-001', 'fgw-003']],
    ['?theme=咨询', ['fgw-003']],
    ['?theme=暂无事项的主题', []],
    ['?state=cancelled', []],
    ['?agency=gsj&theme=投资立项&pageSize=1&page=2', ['gsj-003']],
  ])('filters by %s', async (query, codes) => {
    expect(await codesOf(query)).toEqual(codes)
  })

  it.each([
    ['项目核准', 'fgw-001'],
    ['办项目核准', 'fgw-001'],
    ['fgw-002', 'fgw-002'],
    ['遗失补领', 'gsj-002'],
    ['价格咨询', 'fgw-003'],
  ])('answers the search %s with the best match first', async (words, code) => {
    expect((await codesOf(`?q=${words}`))[0]).toBe(code)
  })

  it('answers nothing to words that no item has', async () => {
    expect(await codesOf('?q=火星登陆')).toEqual([])
  })

  it.each([
    ['?theme=没有的主题', 'theme'],
    ['?agency=没有', 'agency'],
    ['?pageSize=0', 'pageSize'],
    ['?pageSize=100000', 'pageSize'],
    [`?q=${'a'.repeat(10_000)}`, 'q'],
  ])('refuses %.30s', async (query, pointer) => {
    const { status, body } = await get(`/items${query}`)
    expect([status, body.violations[0].pointer, faultsOf('Problem', body)]).toEqual([400, pointer, []])
  })
})

describe('GET /items/{code}', () => {
  it('answers the fields of the file as they were written, with what the catalogue adds', async () => {
    const { body } = await get('/items/fgw-001')
    expect(body).toMatchObject({ ...smallItems[0], revision: 1, state: 'active' })
    expect([body.agencyName, body.predecessors, body.successors]).toEqual(['湘潭市发展和改革委员会', [], []])
  })

  it.each(['fgw-001', 'gsj-001'])('answers the Mermaid source of %s as text', async (code) => {
    const { status, type, text } = await get(`/items/${code}/flowchart.mmd`)
    expect([status, type]).toEqual([200, 'text/plain'])
    expect(text).toMatch(/^flowchart /m)
  })

  it.each(['flowchart.mmd', 'flowchart.svg'])('answers 404 to %s of an item without a procedure', async (file) => {
    expect((await get(`/items/fgw-002/${file}`)).status).toBe(404)
  })

  it.each(['..%2f..%2fetc%2fpasswd', '%2e%2e', '..%5c..', 'fgw-001%00'])('finds nothing under %s', async (code) => {
    const { status, type } = await request(app).get(`${api}/items/${code}`)
    expect([status, type]).toEqual([404, 'application/problem+json'])
  })
})

describe('due days', () => {
  it('are counted by the arrangements of 2015: 20 working days after 9 February end on 12 March', async () => {
    const { body } = await get('/due?from=2015-02-09&limit=20个工作日')
    expect(body).toMatchObject({
      dueOn: '2015-03-12',
      calendar: 'official',
      limit: { amount: 20, unit: 'working-day' },
    })
    expect(body.skipped).toContainEqual({ date: '2015-02-18', reason: expect.stringMatching(/春节|除夕/) })
  })

  it('of an item answer both of its limits', async () => {
    const { body } = await get('/items/fgw-001/due?from=2015-02-09')
    expect(body.statutory).toEqual({ limit: { amount: 20, unit: 'working-day' }, dueOn: '2015-03-12' })
    expect(body.promised).toEqual({ limit: { amount: 6, unit: 'working-day' }, dueOn: '2015-02-16' })
  })

  it('are null for a limit that is not set', async () => {
    const { body } = await get('/items/fgw-003/due?from=2015-02-09')
    expect([body.statutory.dueOn, body.promised.dueOn]).toEqual([null, null])
  })

  it.each([
    ['/items/fgw-001/due', 'from'],
    ['/items/fgw-001/due?from=2015-02-30', 'from'],
    ['/due?from=2015-02-29&limit=20日', 'from'],
    ['/due?from=2015-02-09&limit=很快', 'limit'],
    ['/due?from=2015-02-09&limit=无', 'limit'],
    ['/due?from=2015-02-09&limit=10001个工作日', 'limit'],
  ])('are refused for %s', async (address, pointer) => {
    const { status, body } = await get(address)
    expect([status, body.violations[0].pointer]).toEqual([400, pointer])
  })

  it('past the year 9999 are refused, not a fault', async () => {
    expect((await get('/due?from=2015-02-09&limit=9999年')).status).toBe(400)
  })
})

describe('GET /compression', () => {
  /** Worked out by hand: 20 and 6; 7 calendar days are 5 and 3; 1 month is 21 and 7 working days. */
  const expected = [
    { code: 'gsj-001', statutoryDays: 21, promisedDays: 7, ratio: 0.3333, met: true },
    { code: 'fgw-001', statutoryDays: 20, promisedDays: 6, ratio: 0.3, met: true },
    { code: 'fgw-002', statutoryDays: 5, promisedDays: 3, ratio: 0.6, met: false },
  ]

  it('measures every item in scope', async () => {
    const { body } = await get('/compression')
    expect(body.items).toMatchObject(expected)
    expect(body.items[1].longest).toEqual({ amount: 6, unit: 'working-day' })
  })

  it('sums them for the city and each agency', async () => {
    const { overall, agencies, target } = (await get('/compression')).body
    expect(target).toEqual({ numerator: 1, denominator: 3, rounding: 'floor' })
    const city = { items: 3, met: 2, statutoryDays: 46, promisedDays: 16, ratio: 0.3478, meanRatio: 0.4111 }
    expect(overall).toEqual({ ...city, gapDays: 1, targetMet: false })
    expect(agencies).toMatchObject([
      { code: 'gsj', items: 1, gapDays: 0, targetMet: true },
      { code: 'fgw', items: 2, statutoryDays: 25, promisedDays: 9, gapDays: 1, targetMet: false },
    ])
  })

  it('names what is out of scope, and why', async () => {
    const { excluded } = (await get('/compression')).body
    expect(excluded.map(({ code, reason }: { code: string; reason: string }) => [code, reason])).toEqual([
      ['gsj-002', 'statutory-instant'],
      ['gsj-003', 'no-promise'],
      ['gsj-004', 'relay'],
      ['fgw-003', 'no-statutory-limit'],
    ])
  })

  it('answers for one agency, and refuses one that does not exist', async () => {
    const { overall } = (await get('/compression?agency=gsj')).body
    expect(overall).toMatchObject({ items: 1, statutoryDays: 21, targetMet: true })
    expect((await get('/compression?agency=none')).status).toBe(400)
  })
})

describe('GET /agencies', () => {
  it('lists agencies in official order with the counts of their items', async () => {
    const { data } = (await get('/agencies')).body
    expect(data.map(({ code }: { code: string }) => code)).toEqual(['gsj', 'fgw'])
    expect(data[1].counts).toEqual({
      total: 3,
      byState: { active: 3 },
      byType: { licensing: 1, filing: 1, 'public-service': 1 },
    })
  })
})

describe('GET /suggest', () => {
  it('completes what was typed with the names of items', async () => {
    const { data } = (await get('/suggest?q=企业投资')).body
    expect(data.map(({ code }: { code: string }) => code).sort()).toEqual(['fgw-001', 'fgw-002'])
  })
})

describe('GET /laws', () => {
  const law = '企业投资项目核准和备案管理条例'

  it('counts the active items that cite each', async () => {
    const { data } = (await get('/laws')).body
    expect(data).toEqual([expect.objectContaining({ title: law, standing: 'in-force', items: 1 })])
  })

  it('tells what would change if it went, under its title with book marks as well', async () => {
    const { body } = await get(`/laws/${law}`)
    expect(body).toMatchObject({ title: law, counts: { items: 1, withoutBasis: 1, withoutLimit: 1 } })
    expect(body.items).toEqual([
      expect.objectContaining({
        code: 'fgw-001',
        losesItsBasis: true,
        uses: [
          { for: 'item', articles: ['第三条'], path: '/legalBases/0', subject: null },
          { for: 'limit', articles: ['第十条'], path: '/legalBases/1', subject: null },
        ],
      }),
    ])
    expect((await get(`/laws/《${law}》`)).body.items).toEqual(body.items)
  })

  it('is a problem for a law that is not in the register', async () => {
    const { status, body } = await get('/laws/没有这部法')
    expect([status, body.detail]).toEqual([404, '没有这个依据：没有这部法。'])
  })
})

describe('POST /checks', () => {
  it('says what the rules find, in the shape that the description promises, and stores nothing', async () => {
    const before = await parts.store.catalogueRevision()
    const tooLong = { ...smallItems[0], promisedTimeLimit: { amount: 21, unit: 'working-day' } }
    const { status, body } = await post(tooLong)
    expect([status, faultsOf('/checks', body)]).toEqual([200, []])
    expect(body.findings).toContainEqual(expect.objectContaining({ severity: 'error', path: '/promisedTimeLimit' }))
    expect(await parts.store.catalogueRevision()).toBe(before)
  })

  it.each([
    ['an unknown field', { ...smallItems[0], colour: 'red' }, '/colour'],
    ['a missing name', { code: 'fgw-001', agency: 'fgw', type: 'filing' }, '/name'],
    ['a wrong type', { ...smallItems[0], name: 7 }, '/name'],
    ['a limit of no unit', { ...smallItems[0], promisedTimeLimit: { amount: 3 } }, '/promisedTimeLimit/unit'],
  ])('refuses %s by its place', async (_what, body, pointer) => {
    const answer = await post(body)
    expect([answer.status, faultsOf('Problem', answer.body)]).toEqual([400, []])
    expect(answer.body.violations).toContainEqual(
      expect.objectContaining({ pointer, message: expect.stringMatching(/[一-龥]/) }),
    )
  })

  it.each([
    ['click a href "https://example.com"', 2],
    ['a --> b\n  click a call steal()', 3],
    ["%%{init: {'securityLevel': 'loose'}}%%", 2],
    ['a[<img src=x onerror=alert(1)>]', 2],
    ['a[<script>alert(1)</script>]', 2],
  ])('refuses the hand-written flowchart line %s by its line', async (line, at) => {
    const item = { code: 'gsj-009', name: '企业年报公示', agency: 'gsj', type: 'filing' }
    const { status, body } = await post({ ...item, mermaid: `flowchart TD\n  ${line}\n` })
    expect([status, body.violations]).toEqual([
      400,
      [{ pointer: '/mermaid', rule: 'flowchart-refused', message: expect.stringContaining(`第 ${at} 行`) }],
    ])
  })

  it.each([
    ['a draft without name or agency', { code: 'fgw-001', promisedTimeLimit: null }, '/name'],
    [
      'a draft with a limit of no unit',
      { ...smallItems[0], promisedTimeLimit: { amount: 3 } },
      '/promisedTimeLimit/unit',
    ],
    ['no item at all', [1, '<b>'], ''],
    ['an empty draft', {}, '/code'],
  ])('takes %s when told that it is one, and tells faults beside findings', async (_what, draft, pointer) => {
    const { status, body } = await request(app).post(`${api}/checks?draft=true`).send(draft)
    expect([status, faultsOf('/checks', body)]).toEqual([200, []])
    expect(body.violations).toContainEqual(expect.objectContaining({ pointer }))
  })

  it('says of a draft that fits what it says of an item', async () => {
    const { body } = await request(app).post(`${api}/checks?draft=true`).send(smallItems[0])
    expect(body).toEqual({ ...(await post(smallItems[0] ?? {})).body, violations: [] })
    expect((await request(app).post(`${api}/checks?draft=maybe`).send({})).status).toBe(400)
  })

  it('names every fault at once', async () => {
    const { body } = await post({ code: '错', colour: 'red', agency: 'FGW' })
    expect(body.violations.length).toBeGreaterThanOrEqual(5)
  })
})
