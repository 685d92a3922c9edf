import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import request, { type Response } from 'supertest'
import { type Composition, composeOver } from '../../src/compose.ts'
import { createSite } from '../../src/web/create-site.ts'
import { writeSmallCatalogue } from '../builders/a-small-catalogue.ts'
import { openStoreUnderTest } from '../builders/store-under-test.ts'
import { removeStores } from '../builders/stores.ts'

const catalogue = writeSmallCatalogue()
let parts: Composition
let server: Server

beforeAll(async () => {
  parts = composeOver(await openStoreUnderTest())
  await parts.importCatalogue([catalogue])
  const log = pino({ level: 'silent' })
  server = createServer(createSite({ useCases: parts.useCases, log, isStopping: () => false }).handler)
  server.listen(0)
})
afterAll(async () => {
  server.close()
  await parts.close()
  rmSync(dirname(catalogue), { recursive: true, force: true })
  await removeStores()
})

const figureOf = async (name: string) => {
  const { text } = await request(server).get('/metrics')
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

/** Pictures are not text to supertest. */
const bodyOf = ({ text, body }: Response) => text ?? String(body)

describe('the site of one process', () => {
  it.each([
    '/',
    '/items',
    '/agencies',
    '/api/v1/items/fgw-001',
    '/api/v1/items?q=%E7%99%BB%E8%AE%B0',
    '/api/v1/openapi.json',
    '/assets/site.css',
    '/api/v1/items/fgw-001/flowchart.svg',
  ])('keeps %s packed, and the packed bytes hold what the plain ones do', async (path) => {
    const ask = (encoding: string) => request(server).get(path).set('Accept-Encoding', encoding)
    const made = await figureOf('banshi_answers_made_total')
    const packed = await ask('br')
    expect([packed.status, packed.headers['content-encoding']]).toEqual([200, 'br'])
    const plain = await ask('identity')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(bodyOf(packed).length).toBeGreaterThan(860)
    expect(bodyOf(packed)).toEqual(bodyOf(plain))
    expect(packed.headers.etag).toMatch(/^"[\w-]{43}-br"$/)
    expect(await figureOf('banshi_answers_made_total')).toBe(made + 1)
  })

  it('keeps the security headers on answers out of memory', async () => {
    await request(server).get('/items')
    const { headers } = await request(server).get('/items')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('answers every day of its own with the catalogue of that day', async () => {
    const of = async (day: string) => (await request(server).get(`/api/v1/items?asOf=${day}`)).body.meta.asOf
    expect([await of('2015-03-01'), await of('2016-03-01'), await of('2015-03-01')]).toEqual([
      '2015-03-01',
      '2016-03-01',
      '2015-03-01',
    ])
  })

  it('is ready once the catalogue is loaded', async () => {
    expect((await request(server).get('/readyz')).body).toEqual({ status: 'ready', catalogueRevision: 1 })
    expect(await figureOf('banshi_catalogue_revision')).toBe(1)
  })
})
