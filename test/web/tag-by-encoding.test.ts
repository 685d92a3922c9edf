import { createServer } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import request from 'supertest'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { createApp } from '../../src/web/create-app.ts'
import { serveFinishedAnswers } from '../../src/web/finished-answers.ts'

const useCases = { catalogueRevision: async () => 1, today: () => '2015-03-01' } as unknown as UseCases
const app = createApp({ useCases })
const cached = createServer(serveFinishedAnswers(app, useCases))
const path = '/api/v1/openapi.json'

const tagOf = async (encoding: string, site: Parameters<typeof request>[0] = app) =>
  (await request(site).get(path).set('Accept-Encoding', encoding)).headers.etag ?? ''

describe('the tag of an answer', () => {
  it('differs by encoding, because a strong tag promises equal bytes', async () => {
    const plain = await tagOf('identity')
    expect(plain).toMatch(/^"[\w-]{43}"$/)
    expect(await tagOf('gzip')).toBe(plain.replace(/"$/, '-gz"'))
    expect(await tagOf('br')).toBe(plain.replace(/"$/, '-br"'))
  })

  it('is the same out of the cache of finished answers', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const first = await tagOf(encoding, cached)
      expect(await tagOf(encoding, cached)).toBe(first)
      expect(first).toBe(await tagOf(encoding))
    }
  })

  it.each(['identity', 'gzip', 'br'])(
    'of %s answers 304 with that tag and no body, also in a list',
    async (encoding) => {
      const tag = await tagOf(encoding)
      for (const match of [tag, `"other", ${tag}`]) {
        const answer = await request(app).get(path).set('If-None-Match', match).set('Accept-Encoding', encoding)
        expect([answer.status, answer.headers.etag, answer.text]).toEqual([304, tag, ''])
      }
    },
  )

  it('of other content answers 200', async () => {
    const { status } = await request(app).get(path).set('If-None-Match', '"other-gz"')
    expect(status).toBe(200)
  })
})
