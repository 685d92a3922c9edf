import { rights } from '../../domain/office/rights.ts'
import { answerComponents, answerNameOf, answers } from './answer-shapes.ts'
import { type Json, readEmbeddedSchemas, refTo } from './embedded-schemas.ts'
import { officeComponents } from './office-shapes.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'

/** The OpenAPI 3.1 document; the schemas of a catalogue's files are part of it, so that it stands alone. */
export function openApiDocument(): Json {
  const embedded = readEmbeddedSchemas()
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '办事：行政审批事项目录与办事指南', version: '1' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { ...embedded, ...answerComponents(embedded), ...officeComponents(embedded) },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: '在工作台“接口令牌”里生成。' } },
    },
  }
}

const problemAs = (description: string, shape: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: refTo(shape) } },
})

function describe(operation: Operation): Json {
  const { method, path, about, parameters, answers: type, body, needs, status = 200 } = operation
  return {
    operationId: `${method}${path.replace(/[^a-z]+(\w?)/gi, (_, next: string) => next.toUpperCase())}`,
    summary: about,
    ...(needs === undefined
      ? {}
      : { security: [{ token: [] }], description: `令牌要有“${rightLabels.get(needs)}”的权限（${needs}）。` }),
    parameters: [...parameters, ...(operation.needsMatch ? [ifMatch] : [])].map(({ about: description, ...rest }) => ({
      ...rest,
      description,
      schema: { type: 'string' },
    })),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: refTo(body) } } } }),
    responses: {
      [status]: { description: about, content: { [type]: { schema: answers[answerNameOf(operation)] } } },
      ...refusalsOf(operation),
      default: problemAs('出错', 'Problem'),
    },
  }
}

const rightLabels = new Map(rights.map(({ action, label }) => [action, label]))

const ifMatch = { name: 'If-Match', in: 'header', required: true, about: 'GET 得到的 ETag：是在哪一版上改的' }

function refusalsOf({ path, method, refusesGone, body, needs, needsMatch }: Operation): Json {
  return {
    ...(body === undefined ? {} : { 400: problemAs('正文不符合要求，见 violations', 'Problem') }),
    ...(needs === undefined
      ? {}
      : { 401: problemAs('没有令牌，或令牌无效', 'Problem'), 403: problemAs('没有这个权限', 'Problem') }),
    ...(method === 'post' && path === '/drafts'
      ? { 409: problemAs('已有一份在写或在审的', 'DraftExistsProblem') }
      : {}),
    ...(refusesGone ? { 410: problemAs('事项已退出目录', 'GoneProblem') } : {}),
    ...(needsMatch ? { 412: problemAs('已被别人改过', 'Problem'), 428: problemAs('没有 If-Match', 'Problem') } : {}),
  }
}
