import { expect, it } from '@jest/globals'
import express from 'express'
import request from 'supertest'
import { limitRate } from '../../src/web/limit-rate.ts'

function anApp(whose?: (req: express.Request) => string) {
  const app = express()
  app.use(limitRate({ most: 2, span: 60, ...(whose === undefined ? {} : { whose }) }))
  app.get('/', (_req, res) => void res.send('ok'))
  return app
}

it('refuses with 429 who asks too often, in a problem document that says when to come back', async () => {
  const app = anApp()
  for (const _ of [1, 2]) await request(app).get('/').expect(200)
  const refused = await request(app).get('/').expect(429)
  expect(refused.type).toBe('application/problem+json')
  expect(refused.headers['retry-after']).toMatch(/^\d+$/)
})

it('counts people apart where it is told how to tell them', async () => {
  const app = anApp((req) => req.get('X-Who') ?? '')
  for (const who of ['a', 'a', 'b', 'b']) await request(app).get('/').set('X-Who', who).expect(200)
  await request(app).get('/').set('X-Who', 'a').expect(429)
})
