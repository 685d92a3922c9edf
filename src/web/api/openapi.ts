import { answerComponents, answers } from './answer-shapes.ts'
import { type Json, readEmbeddedSchemas, refTo } from './embedded-schemas.ts'
import { type Operation, operations } from './operations.ts'

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
    components: { schemas: { ...embedded, ...answerComponents(embedded) } },
  }
}

const problemAs = (description: string, shape: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: refTo(shape) } },
})

function describe({ method, path, about, parameters, answers: type, refusesGone }: Operation): Json {
  const posted = { required: true, content: { 'application/json': { schema: refTo('item') } } }
  return {
    operationId: `${method}${path.replace(/[^a-z]+(\w?)/gi, (_, next: string) => next.toUpperCase())}`,
    summary: about,
    parameters: parameters.map(({ about: description, ...rest }) => ({
      ...rest,
      description,
      schema: { type: 'string' },
    })),
    ...(method === 'post' ? { requestBody: posted } : {}),
    responses: {
      200: { description: about, content: { [type]: { schema: answers[path] } } },
      ...(refusesGone ? { 410: problemAs('事项已退出目录', 'GoneProblem') } : {}),
      default: problemAs('出错', 'Problem'),
    },
  }
}
