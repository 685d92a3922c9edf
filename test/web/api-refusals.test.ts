import { describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { CatalogError, InputRefusedError, NotFoundError } from '../../src/domain/catalog-error.ts'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { createApp } from '../../src/web/create-app.ts'

/** Use cases of an empty catalogue: only what these tests ask is answered. */
const emptyCatalogue = {
  listItems: async ({ page, pageSize }: { page: number; pageSize: number }) => ({
    data: [],
    meta: { total: 0, page, pageSize, asOf: '2015-03-01' },
    facets: { agency: [], type: [], state: [], audience: [], theme: [] },
  }),
  getItemUnlessGone: async (code: string) => {
    if (code === 'broken-1') throw new Error('a secret path /srv/secret')
    throw new NotFoundError('item', code)
  },
  getAgency: async (code: string) => {
    throw new NotFoundError('agency', code)
  },
  getDecision: async (id: string) => {
    throw new NotFoundError('decision', id)
  },
  listAgencies: async () => [],
  suggest: async () => [],
  checkPosted: async () => {
    throw new InputRefusedError([{ pointer: '/code', rule: 'required', message: '缺少事项编码。' }])
  },
  getDueDay: ({ limit }: { limit: string }) => {
    throw new CatalogError('unreadable-duration', { text: limit })
  },
  servedRevision: async () => {
    throw new CatalogError('store-unavailable', { reason: '磁盘已满' })
  },
  overview: async () => {
    throw new CatalogError('store-unavailable', { reason: '磁盘已满' })
  },
  renderFlowchart: async (code: string) => {
    if (code === 'broken-1') throw new CatalogError('flowchart-failed')
    throw new NotFoundError('flowchart', code)
  },
} as unknown as UseCases

const app = createApp({ useCases: emptyCatalogue })
const api = '/api/v1'

describe('what the API refuses', () => {
  it.each([
    ['/items?pageSize=0', 'pageSize'],
    ['/items?pageSize=101', 'pageSize'],
    ['/items?pageSize=100000', 'pageSize'],
    ['/items?pageSize=1.5', 'pageSize'],
    ['/items?page=0', 'page'],
    ['/items?page=-1', 'page'],
    ['/items?type=nonsense', 'type'],
    ['/items?state=nonsense', 'state'],
    ['/items?audience=nonsense', 'audience'],
    ['/items?agency=nonsense', 'agency'],
    ['/items?colour=red', 'colour'],
    ['/items?__proto__=1', '__proto__'],
    ['/items?page=1&page=2', 'page'],
    [`/items?q=${'a'.repeat(201)}`, 'q'],
    [`/items?q=${'a'.repeat(10_000)}`, 'q'],
    ['/items/fgw-001/due', 'from'],
    ['/items/fgw-001/due?from=2015-02-30', 'from'],
    ['/items/fgw-001/due?from=2015-2-3', 'from'],
    ['/items/fgw-001/due?from=2015-13-01', 'from'],
    ['/due?from=2015-03-01', 'limit'],
    ['/due?from=2015-03-01&limit=soon', 'limit'],
    ['/due?from=2015-03-01&limit=10001个工作日', 'limit'],
    ['/due?from=2015-03-01&limit=99999年', 'limit'],
    ['/compression?asOf=2015-02-30', 'asOf'],
    ['/items?asOf=2015-02-29', 'asOf'],
    ['/items/fgw-001?asOf=yesterday', 'asOf'],
    ['/items/fgw-001/guide?asOf=2015-13-01', 'asOf'],
    ['/agencies?asOf=1', 'asOf'],
    ['/state?asOf=2014-02-30', 'asOf'],
    ['/ledger?from=2014-02-30', 'from'],
    ['/ledger?from=2015-01-02&to=2015-01-01', 'from'],
    ['/ledger?agency=fgw', 'agency'],
    ['/difference?to=2015-01-01', 'from'],
    ['/difference?from=2015-01-02&to=2015-01-01', 'from'],
    ['/decisions?stage=draft', 'stage'],
    ['/suggest', 'q'],
  ])('answers 400 to %s and names %s', async (path, pointer) => {
    const { status, body, type } = await request(app).get(encodeURI(api + path).replaceAll('%25', '%'))
    expect([status, type]).toEqual([400, 'application/problem+json'])
    expect(body.violations).toEqual([expect.objectContaining({ pointer, message: expect.stringMatching(/[一-龥]/) })])
  })

  it('names every refused parameter at once', async () => {
    const { body } = await request(app).get(`${api}/items?page=0&pageSize=0&x=1`)
    expect(body.violations).toHaveLength(3)
  })

  it.each(['/items/none-001', '/decisions/none', '/nothing', '/items/..%2F..%2Fetc%2Fpasswd', '/agencies/none'])(
    'answers 404 with a problem to %s',
    async (path) => {
      const { status, type } = await request(app).get(api + path)
      expect([status, type]).toEqual([404, 'application/problem+json'])
    },
  )

  it('answers 400, not 500, to a broken percent-encoding', async () => {
    const { status, type } = await request(app).get(`${api}/items/%E0%A4%A`)
    expect([status, type]).toEqual([400, 'application/problem+json'])
  })

  it.each([
    ['/items', 'GET, HEAD'],
    ['/agencies/x', 'GET, HEAD'],
  ])('answers 405 with Allow to DELETE %s', async (path, allow) => {
    const { status, headers } = await request(app).delete(api + path)
    expect([status, headers.allow]).toEqual([405, allow])
  })

  it('answers 405 to GET /checks', async () => {
    const { status, headers } = await request(app).get(`${api}/checks`)
    expect([status, headers.allow]).toEqual([405, 'POST'])
  })

  it.each([
    ['text/plain', 'x', 415],
    ['application/json', '{"a":', 400],
    ['application/json', JSON.stringify('x'.repeat(1_100_000)), 413],
    ['application/json', '{}', 400],
  ])('refuses a posted %s body', async (type, body, status) => {
    const answer = await request(app).post(`${api}/checks`).set('Content-Type', type).send(body)
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json'])
  })

  it.each([
    ['none-001', 404],
    ['broken-1', 503],
  ])('answers the flowchart of %s with a problem %d', async (code, expected) => {
    const { status, type } = await request(app).get(`${api}/items/${code}/flowchart.svg`)
    expect([status, type]).toEqual([expected, 'application/problem+json'])
  })

  it('hides the cause of a fault', async () => {
    const { status, text } = await request(app).get(`${api}/items/broken-1`)
    expect(status).toBe(500)
    expect(text).not.toContain('secret')
  })
})

describe('what every answer carries', () => {
  it('has a strong tag and answers 304 to it, in a list, weak or as a star', async () => {
    const first = await request(app).get(`${api}/agencies`)
    const tag = first.headers.etag ?? ''
    expect(tag).toMatch(/^"[\w-]{43}"$/)
    for (const match of [tag, `"other", ${tag}`, `W/${tag}`, '*']) {
      const { status } = await request(app).get(`${api}/agencies`).set('If-None-Match', match)
      expect(status).toBe(304)
    }
  })

  it('answers 200 when the tag is another', async () => {
    const { status } = await request(app).get(`${api}/agencies`).set('If-None-Match', '"other"')
    expect(status).toBe(200)
  })

  it('answers HEAD without a body', async () => {
    const { status, headers } = await request(app).head(`${api}/items`)
    expect([status, headers.etag]).toEqual([200, expect.any(String)])
  })

  it('has a strict policy and does not name its software', async () => {
    const { headers } = await request(app).get(`${api}/items`)
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('tells programs of an unknown address in a problem document', async () => {
    const { status, type } = await request(app).get('/nothing').set('Accept', 'application/json')
    expect([status, type]).toEqual([404, 'application/problem+json'])
  })

  it('still says in a page that it failed when even the frame of the pages cannot be read', async () => {
    const { status, type, text } = await request(app).get('/').set('Accept', 'text/html')
    expect([status, type]).toEqual([503, 'text/html'])
    expect(text).toContain('数据库暂时不可用')
    expect(text).not.toContain('磁盘已满')
  })
})
