import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { answerNameOf } from '../../src/web/api/answer-shapes.ts'
import { openApiDocument } from '../../src/web/api/openapi.ts'
import { operations } from '../../src/web/api/operations.ts'

const id = 'openapi.json'

/** Ajv over the OpenAPI document, strict. */
export function compileOpenApi(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true })
  addFormats.default(ajv)
  ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components'])
  return ajv.addSchema({ ...JSON.parse(JSON.stringify(openApiDocument())), $id: id })
}

/** The schema of the answer of each operation by its path, with the method before it where a path has several, and `Problem` and every other component by name. */
export function answerValidators(ajv: Ajv2020): Map<string, ValidateFunction> {
  const { components } = openApiDocument() as { components: { schemas: object } }
  const paths = operations.map((operation) => {
    const { path, method, answers, status = 200 } = operation
    const place = [path, method, 'responses', String(status), 'content', answers, 'schema'].map(escapeStep).join('/')
    return [answerNameOf(operation), ajv.compile({ $ref: `${id}#/paths/${place}` })] as const
  })
  const named = Object.keys(components.schemas).map(
    (name) => [name, ajv.compile({ $ref: `${id}#/components/schemas/${name}` })] as const,
  )
  return new Map([...paths, ...named])
}

/** One step of a JSON pointer in the fragment of a URI. */
function escapeStep(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
}
