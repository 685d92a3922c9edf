import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Express } from 'express'
import request from 'supertest'
import { type Composition, composeOver } from '../../src/compose.ts'
import { createApp } from '../../src/web/create-app.ts'
import { writeChangingCatalogue, writtenDecisions } from '../builders/a-changing-catalogue.ts'
import { openStoreUnderTest } from '../builders/store-under-test.ts'
import { removeStores } from '../builders/stores.ts'
import { answerValidators, compileOpenApi } from './answer-checker.ts'

const api = '/api/v1'
const validators = answerValidators(compileOpenApi())
const catalogue = writeChangingCatalogue()
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

/** What the description of the API finds wrong with a body. */
function faultsOf(name: string, body: unknown) {
  const validate = validators.get(name)
  validate?.(body)
  return validate === undefined ? `no schema for ${name}` : (validate.errors ?? [])
}

const codes = [
  ...['gsj-001', 'gsj-002', 'gsj-003', 'gsj-004', 'gsj-005', 'gsj-006', 'gsj-007', 'gsj-008', 'gsj-009'],
  ...['fgw-001', 'fgw-002', 'fgw-003', 'fgw-004', 'fgw-005', 'fgw-006'],
]
const days = ['2014-03-20', '2014-05-03', '2014-05-04', '2014-10-01', '2015-06-01', '2099-01-01']
const published = Object.keys(writtenDecisions).filter((id) => id !== 'draft-1')

describe('every answer of a day', () => {
  it.each([
    ...days.map((day) => ['/items', `/items?asOf=${day}`]),
    ...days.map((day) => ['/agencies', `/agencies?asOf=${day}`]),
    ...days.map((day) => ['/compression', `/compression?asOf=${day}`]),
    ...days.map((day) => ['/state', `/state?asOf=${day}`]),
    ['/agencies/{code}', '/agencies/fgw?asOf=2014-09-01'],
    ['/ledger', '/ledger?from=2014-01-01&to=2014-12-31'],
    ['/ledger', '/ledger?to=2015-12-31'],
    ['/difference', '/difference?from=2014-05-03&to=2014-05-05'],
    ['/difference', '/difference?from=2014-01-01&to=2099-01-01'],
    ...codes.map((code) => ['/items/{code}/history', `/items/${code}/history`]),
    ...codes.map((code) => ['/items/{code}/findings', `/items/${code}/findings`]),
    ...published.map((id) => ['/decisions/{id}', `/decisions/${id}`]),
  ])('to %s has the shape that the description promises: %s', async (path, address) => {
    const { status, body } = await get(address)
    expect([status, faultsOf(path, body)]).toEqual([200, []])
  })

  it.each(codes.flatMap((code) => days.map((day) => `/items/${code}?asOf=${day}`)))(
    'is the item, or 410 with where it went: %s',
    async (address) => {
      const { status, body, type } = await get(address)
      const isGone = ['cancelled', 'delegated', 'merged', 'split', 'internal'].includes(body.state)
      expect([status, type]).toEqual(isGone ? [410, 'application/problem+json'] : [200, 'application/json'])
      expect(faultsOf(isGone ? 'GoneProblem' : '/items/{code}', body)).toEqual([])
      if (isGone) expect((await get(address.replace('?', '/guide?'))).status).toBe(410)
    },
  )

  it('is tagged by what it says: another day has another tag, the same day is not sent again', async () => {
    const [one, other] = [await get('/items?asOf=2014-05-03'), await get('/items?asOf=2014-05-04')]
    expect(one.headers.etag).not.toBe(other.headers.etag)
    const again = await get('/items?asOf=2014-05-03').set('If-None-Match', one.headers.etag ?? '')
    expect([again.status, again.text]).toEqual([304, ''])
  })
})

describe('GET /items/{code} of an item that is gone', () => {
  it('says since when, by which decision and where it went', async () => {
    const { status, body } = await get('/items/gsj-004?asOf=2015-06-01')
    expect([status, body.type, body.violations]).toEqual([410, 'urn:banshi:problem:item-gone', []])
    expect(body).toMatchObject({
      title: '事项已经退出目录',
      detail: '“外资企业登记转报”（gsj-004）自 2014-05-04 起已合并，不再办理。',
      state: 'merged',
      since: '2014-05-04',
      decision: { id: '2014-05-04-17', title: '拟取消和调整的行政审批项目目录', documentNumber: null },
      successors: ['gsj-005'],
    })
    expect(body.successorItems.map(({ code, state }: Record<string, string>) => [code, state])).toEqual([
      ['gsj-005', 'split'],
      ['gsj-008', 'active'],
      ['gsj-009', 'active'],
    ])
  })

  it('names the regions that received it', async () => {
    const { body } = await get('/items/gsj-002')
    expect(body).toMatchObject({ status: 410, receivers: [{ code: 'xiangxiang', name: '湘乡市' }], successors: [] })
  })

  it('is not kept by caches, and what is still to be read of it is', async () => {
    const gone = await get('/items/gsj-004')
    expect(gone.headers['cache-control']).toBe('no-store')
    for (const part of ['history', 'findings']) expect((await get(`/items/gsj-004/${part}`)).status).toBe(200)
  })

  it('is 404 when there never was such an item', async () => {
    expect((await get('/items/gsj-999?asOf=2014-05-04')).status).toBe(404)
  })
})

describe('GET /decisions', () => {
  it('lists what was adopted, newest first', async () => {
    const { body } = await get('/decisions')
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual([
      '2099-01-01-1',
      '2015-06-01-1',
      '2014-09-01-1',
      '2014-05-04-17',
      '2014-03-15-1',
      '2014-03-01-1',
    ])
    expect(body.data[3]).toMatchObject({ counts: { cancel: 1, delegate: 1, merge: 1, undertake: 1, retain: 1 } })
    expect(body.data[3].actions).toHaveLength(5)
  })

  it.each(['draft-1', 'nobody', '..%2F..%2Fetc'])('finds no decision %s', async (id) => {
    const { status, type } = await request(app).get(`${api}/decisions/${id}`)
    expect([status, type]).toEqual([404, 'application/problem+json'])
  })

  it('answers one decision with its rows by name and its effect on the numbers', async () => {
    const { body } = await get('/decisions/2014-05-04-17')
    expect(body.rows[2].into[0]).toMatchObject({ code: 'gsj-005', agencyName: '湘潭市工商行政管理局' })
    expect([body.effect.before.active.total, body.effect.after.active.total]).toEqual([9, 7])
  })
})

describe('GET /ledger', () => {
  it('balances for the city, every agency and every type, each number with its rows', async () => {
    const { body } = await get('/ledger?from=2014-01-01&to=2015-12-31')
    for (const account of [body, ...body.agencies, ...body.types]) {
      const movements = Object.entries(account.movements as Record<string, number>)
      const rows = movements.map(([name]) => [name, account.items[name].length])
      expect([account.balanced, rows]).toEqual([true, movements])
    }
    expect(body.movements).toMatchObject({ splitIn: 2, splitOut: 1, mergeIn: 1, mergeOut: 2, suspend: 1, resume: 1 })
    expect(body.agencies.map(({ code }: { code: string }) => code)).toEqual(['gsj', 'fgw'])
  })

  it('begins with the year of its last day when only that is given', async () => {
    expect((await get('/ledger?to=2014-06-30')).body).toMatchObject({ from: '2014-01-01', to: '2014-06-30' })
  })

  it('opens with what the list of the day before shows and closes with that of the last day', async () => {
    const { body } = await get('/ledger?from=2014-05-04&to=2014-09-01')
    const totals = ['2014-05-03', '2014-09-01'].map(async (day) => (await get(`/items?asOf=${day}`)).body.meta.total)
    expect([body.opening, body.closing]).toEqual(await Promise.all(totals))
  })
})

describe('GET /state', () => {
  it('agrees with the list of items, state by state', async () => {
    for (const day of days) {
      const { items } = (await get(`/state?asOf=${day}`)).body
      for (const state of ['active', 'suspended', 'planned', 'cancelled']) {
        const listed = (await get(`/items?asOf=${day}&state=${state}&pageSize=100`)).body.data
        const named = items.filter((item: { state: string }) => item.state === state)
        expect(named.map(({ code }: { code: string }) => code).sort()).toEqual(
          listed.map(({ code }: { code: string }) => code).sort(),
        )
      }
    }
  })
})
