import { createRequire } from 'node:module'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Violation } from '../domain/catalog-error.ts'
import type { CheckedDocuments, CheckedKind } from './schema-files.ts'
import { checkedKinds, loadSchema } from './schema-files.ts'
import { describeViolation } from './violation-messages.ts'

/** Either the document with its defaults filled in, or everything that is wrong with it. */
export type Checked<Kind extends CheckedKind> =
  | { document: CheckedDocuments[Kind]; violations?: never }
  | { document?: never; violations: Violation[] }

/** The module's types promise an export that its CommonJS code does not have; this is the shape of the code. */
const localizeInChinese = createRequire(import.meta.url)('ajv-i18n/localize/zh') as (errors: ErrorObject[]) => void

let compiled: Ajv2020 | undefined
const validators = new Map<CheckedKind, ValidateFunction>()

/**
 * Holds a value against the schema of its kind.
 *
 * The value itself is not touched. Violations carry the JSON pointer of the field; a missing field is named by the pointer it would have.
 */
export function checkDocument<Kind extends CheckedKind>(kind: Kind, value: unknown): Checked<Kind> {
  return checkInPlace(kind, structuredClone(value))
}

/** As `checkDocument`, for a value that was just read and that nobody else holds: the defaults are filled into it. */
export function checkInPlace<Kind extends CheckedKind>(kind: Kind, value: unknown): Checked<Kind> {
  const validate = findValidator(kind)
  // The schema has just said so: the types are generated from it.
  if (validate(value)) return { document: value as CheckedDocuments[Kind] }
  return { violations: toViolations(validate.errors ?? []) }
}

/**
 * Fills in, in place, the fields that a document of an earlier version of the schemas does not have yet and that have a default.
 *
 * What is wrong with it otherwise stays as it is: it was accepted when it was stored.
 */
export function fillInDefaults<Kind extends CheckedKind>(kind: Kind, document: CheckedDocuments[Kind]): void {
  findValidator(kind)(document)
}

function findValidator(kind: CheckedKind): ValidateFunction {
  const known = validators.get(kind)
  if (known) return known
  compiled ??= compileSchemas()
  const validate = compiled.getSchema(`${kind}.schema.json`)
  if (!validate) throw new Error(`no schema for ${kind}`)
  validators.set(kind, validate)
  return validate
}

/** References stay functions of their own: inlined into `anyOf` they would not fill in defaults. */
function compileSchemas(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    verbose: true,
    useDefaults: true,
    allowUnionTypes: true,
    discriminator: true,
    inlineRefs: false,
    ownProperties: true,
  })
  addFormats.default(ajv, ['date', 'uri-reference'])
  ajv.addKeyword('tsType')
  ajv.addKeyword('sparse')
  for (const name of ['common', ...checkedKinds] as const) ajv.addSchema(loadSchema(name))
  return ajv
}

function toViolations(errors: ErrorObject[]): Violation[] {
  const told = errors.filter((error) => !isNoise(error, errors))
  localizeInChinese(told.filter((error) => describeViolation(error) === undefined))
  const violations = told.map((error) => ({
    pointer: pointerOf(error),
    rule: error.keyword === 'false schema' ? 'instant-amount' : error.keyword,
    message: describeViolation(error) ?? `${error.message}。`,
  }))
  return [...new Map(violations.map((violation) => [JSON.stringify(violation), violation])).values()]
}

/** What only repeats another error in the words of the schema's construction. */
function isNoise(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  const beside = (keyword: string) =>
    all.some((other) => other.keyword === keyword && other.instancePath === error.instancePath)
  switch (error.keyword) {
    case 'anyOf':
    case 'if':
      return true
    case 'type':
      return error.params.type === 'null' && error.schemaPath.includes('/anyOf/')
    case 'enum':
    case 'const':
      return beside('type')
    case 'pattern':
      return error.params.pattern === '\\S' && beside('minLength')
    case 'discriminator':
      return error.params.tagValue === undefined
    default:
      return false
  }
}

function pointerOf({ keyword, instancePath, params }: ErrorObject): string {
  if (keyword === 'required') return `${instancePath}/${escapePointer(params.missingProperty)}`
  if (keyword === 'additionalProperties') return `${instancePath}/${escapePointer(params.additionalProperty)}`
  if (keyword === 'discriminator') return `${instancePath}/${escapePointer(params.tag)}`
  return instancePath
}

/** One step of a JSON pointer (RFC 6901). */
function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
