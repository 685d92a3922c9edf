import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Operation, operations } from './operations.ts'

const folder = new URL('../../../schemas/', import.meta.url)
const kinds = ['common', 'guide', 'procedure', 'item', 'agencies'] as const

type Json = Record<string, unknown>

const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const text = { type: 'string' }
const count = { type: 'integer', minimum: 0 }
const listOf = (items: Json): Json => ({ type: 'array', items })
const record = (properties: Json, more = true): Json => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  ...(more ? {} : { additionalProperties: false }),
})
const facet = listOf(record({ value: text, label: text, count }, false))
const violation = record({ pointer: text, rule: text, message: text })
const finding = record({
  rule: text,
  severity: { enum: ['error', 'warning', 'hint'] },
  subject: text,
  path: text,
  message: text,
})
const skipped = listOf(record({ date: day, reason: text }, false))
const calendar = { enum: ['official', 'provisional'] }
const totals = { items: count, met: count, statutoryDays: {}, promisedDays: {}, ratio: {}, meanRatio: {}, gapDays: {} }
const limitAndDay = record({ limit: {}, dueOn: { oneOf: [day, { type: 'null' }] } }, false)

/** The shape of each answer, by path. */
const answers: Readonly<Record<string, Json>> = {
  '/items': record({
    data: listOf(record({ code: text, name: text, agency: text, agencyName: text, type: text, state: text })),
    meta: record({ total: count, page: count, pageSize: count, asOf: day }, false),
    facets: record({ agency: facet, type: facet, state: facet, audience: facet, theme: facet }, false),
  }),
  '/items/{code}': record({ code: text, name: text, state: text, agencyName: text, revision: count, updatedAt: text }),
  '/items/{code}/guide': record({ itemInfo: record({ name: text, code: text }), legalBases: listOf({}) }),
  '/items/{code}/history': record({ data: listOf(record({ kind: text, id: text, at: text, actor: text })) }, false),
  '/items/{code}/findings': record({ findings: listOf(finding) }, false),
  '/items/{code}/flowchart.svg': text,
  '/items/{code}/flowchart.mmd': text,
  '/items/{code}/due': record({ from: day, statutory: limitAndDay, promised: limitAndDay, calendar, skipped }, false),
  '/due': record({ from: day, limit: {}, dueOn: day, calendar, skipped }, false),
  '/agencies': record({ data: listOf(record({ code: text, name: text, counts: record({ total: count }) })) }, false),
  '/agencies/{code}': record({ code: text, name: text, counts: record({ total: count }) }),
  '/compression': record({
    asOf: day,
    target: record({ numerator: count, denominator: count, rounding: text }, false),
    overall: record(totals),
    agencies: listOf(record({ code: text, name: text, ...totals })),
    items: listOf(record({ code: text, ratio: {}, met: { type: 'boolean' }, longest: {} })),
    excluded: listOf(record({ code: text, reason: text })),
  }),
  '/suggest': record({ data: { ...listOf(record({ text, code: text }, false)), maxItems: 8 } }, false),
  '/checks': record({ findings: listOf(finding) }, false),
}

/** The OpenAPI 3.1 document; the schemas of a catalogue's files are embedded as they are. */
export function openApiDocument(): Json {
  const schemas = Object.fromEntries(kinds.map((kind) => [kind, readSchema(kind)]))
  const problem = record({ type: text, title: text, status: count, detail: text, violations: listOf(violation) }, false)
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '办事：行政审批事项目录与办事指南', version: '1' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: { schemas: { ...schemas, problem } },
  }
}

function readSchema(kind: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`${kind}.schema.json`, folder)), 'utf8'))
}

function describe({ method, path, about, parameters, answers: type }: Operation): Json {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } }
  return {
    operationId: `${method}${path.replace(/[^a-z]+(\w?)/gi, (_, next: string) => next.toUpperCase())}`,
    summary: about,
    parameters: parameters.map(({ about: description, ...rest }) => ({ ...rest, description, schema: text })),
    ...(method === 'post'
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/item' } } },
          },
        }
      : {}),
    responses: {
      200: { description: about, content: { [type]: { schema: answers[path] } } },
      default: { description: '出错', content: problem },
    },
  }
}
