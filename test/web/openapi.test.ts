import { describe, expect, it } from '@jest/globals'
import request from 'supertest'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { openApiDocument } from '../../src/web/api/openapi.ts'
import { operations } from '../../src/web/api/operations.ts'
import { createApp } from '../../src/web/create-app.ts'
import { answerValidators, compileOpenApi } from './answer-checker.ts'

// No address here asks a use case.
const app = createApp({ useCases: {} as UseCases })
const document = JSON.parse(JSON.stringify(openApiDocument()))

/** Every value of a key anywhere in a document. */
function valuesOf(key: string, node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, value]) => (name === key ? [value] : valuesOf(key, value)))
}

function resolve(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], document)
}

describe('the description of the API', () => {
  it('is an OpenAPI 3.1 document that describes every operation', async () => {
    const { body } = await request(app).get('/api/v1/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toEqual([...new Set(operations.map(({ path }) => path))])
    for (const { path, method } of operations) expect(body.paths[path]).toHaveProperty(method)
  })

  it('stands alone: every reference leads to a place inside it', () => {
    const refs = valuesOf('$ref', document)
    expect(refs.length).toBeGreaterThan(50)
    expect(refs.filter((ref) => !String(ref).startsWith('#/') || resolve(String(ref)) === undefined)).toEqual([])
    expect([...valuesOf('$id', document), ...valuesOf('$schema', document)]).toEqual([])
  })

  it('holds schemas that compile, strictly: one for each answer and for each named shape', () => {
    const validators = answerValidators(compileOpenApi())
    expect(validators.size).toBe(operations.length + Object.keys(document.components.schemas).length)
  })

  it('gives every operation a name of its own and describes what an error looks like', () => {
    const ids = valuesOf('operationId', document)
    expect(new Set(ids).size).toBe(operations.length)
    expect(Object.keys(document.components.schemas.Problem.properties)).toContain('violations')
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
