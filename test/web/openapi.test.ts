import { describe, expect, it } from '@jest/globals'
import request from 'supertest'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { operations } from '../../src/web/api/operations.ts'
import { createApp } from '../../src/web/create-app.ts'

// Neither address asks a use case.
const app = createApp({ useCases: {} as UseCases })

describe('the description of the API', () => {
  it('is an OpenAPI 3.1 document that describes every operation', async () => {
    const { body } = await request(app).get('/api/v1/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toEqual(operations.map(({ path }) => path))
  })

  it('is shown as a Chinese page that lists every operation', async () => {
    const { text, type } = await request(app).get('/api/v1/docs')
    expect(type).toBe('text/html')
    for (const { path } of operations) expect(text).toContain(path)
  })

  it('refuses unknown parameters', async () => {
    expect((await request(app).get('/api/v1/docs?x=1')).status).toBe(400)
  })
})
