import { createServer } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { CatalogError } from '../../../src/domain/catalog-error.ts'
import { answerOperations, type OperationParts } from '../../../src/web/operation/operation-answers.ts'

function aService(parts: Partial<OperationParts> = {}) {
  return createServer(
    answerOperations((_req, res) => res.end('the application'), {
      useCases: { catalogueRevision: async () => 7, listLaws: async () => [] },
      gatherMetrics: async () => [{ name: 'banshi_x', help: 'X.', type: 'gauge', samples: [] }],
      isStopping: () => false,
      ...parts,
    }),
  )
}
const away = async () => {
  throw new CatalogError('store-unavailable', { reason: 'mongodb://user:secret@host' })
}

describe('/healthz', () => {
  it('answers as long as the process does, whatever the store does', async () => {
    const { status, text } = await request(aService({ useCases: { catalogueRevision: away, listLaws: away } })).get(
      '/healthz',
    )
    expect([status, text]).toEqual([200, 'ok\n'])
  })
})

describe('/readyz', () => {
  it('says which revision is served', async () => {
    const { status, body, headers } = await request(aService()).get('/readyz')
    expect([status, body]).toEqual([200, { status: 'ready', catalogueRevision: 7 }])
    expect(headers['cache-control']).toBe('no-store')
  })

  it.each<[string, Partial<OperationParts>]>([
    ['the store is away', { useCases: { catalogueRevision: away, listLaws: async () => [] } }],
    [
      'the store is silent',
      { useCases: { catalogueRevision: () => new Promise(() => {}), listLaws: away }, patience: 50 },
    ],
    ['the catalogue is empty', { useCases: { catalogueRevision: async () => 0, listLaws: async () => [] } }],
    ['the catalogue cannot be loaded', { useCases: { catalogueRevision: async () => 1, listLaws: away } }],
    ['the service is stopping', { isStopping: () => true }],
  ])('is 503 when %s, and does not say why to strangers', async (_when, parts) => {
    const { status, headers, text } = await request(aService(parts)).get('/readyz')
    expect([status, headers['content-type']]).toEqual([503, 'application/problem+json; charset=utf-8'])
    expect(text).not.toContain('secret')
  })
})

describe('/metrics', () => {
  it('answers in the text format of Prometheus', async () => {
    const { headers, text } = await request(aService()).get('/metrics')
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(text).toBe('# HELP banshi_x X.\n# TYPE banshi_x gauge\n')
  })
})

it('leaves everything else to the application', async () => {
  expect((await request(aService()).get('/healthz/x')).text).toBe('the application')
  expect((await request(aService()).post('/healthz')).text).toBe('the application')
})
