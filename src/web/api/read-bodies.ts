import { InputRefusedError, type Violation } from '../../domain/catalog-error.ts'
import { type EditionContent, editionFields } from '../../domain/editions/edition-fields.ts'
import { editionActionLabels } from '../../domain/office/transitions.ts'
import { checkDocument } from '../../schema/check-document.ts'

type Fields = Readonly<Record<string, unknown>>
/** Checks one field; answers a Chinese sentence when it is refused. */
type FieldCheck = (value: unknown) => string | undefined

const longestText = 2_000
const isText: FieldCheck = (value) =>
  typeof value === 'string' && value.length <= longestText ? undefined : `请填不超过 ${longestText} 个字的文字。`
const isNumber: FieldCheck = (value) =>
  Number.isInteger(value) && Number(value) > 0 ? undefined : '请填大于 0 的整数。'
const isAction: FieldCheck = (value) =>
  typeof value === 'string' && Object.hasOwn(editionActionLabels, value)
    ? undefined
    : `请填以下之一：${Object.keys(editionActionLabels).join('、')}。`

/** The body of POST /drafts. @throws InputRefusedError */
export function readStart(body: unknown): { item: string; from?: number } {
  const fields = readFields(body, { item: isText, from: isNumber }, ['item'])
  // Checked above.
  return fields as { item: string; from?: number }
}

/** The body of POST /drafts/{id}/steps. @throws InputRefusedError */
export function readStep(body: unknown): {
  action: string
  comment?: string
  publishOn?: string
  warningsReason?: string
} {
  const checks = { action: isAction, comment: isText, publishOn: isText, warningsReason: isText }
  // Checked there.
  return readFields(body, checks, ['action']) as ReturnType<typeof readStep>
}

/** A body with no field but those checked, every required one among them. @throws InputRefusedError that names every other. */
function readFields(body: unknown, checks: Readonly<Record<string, FieldCheck>>, required: readonly string[]): Fields {
  const fields = fieldsOf(body)
  const violations = Object.entries(fields).flatMap(([name, value]): Violation[] => {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined
    if (check === undefined) return [strange(name)]
    const message = check(value)
    return message === undefined ? [] : [{ pointer: `/${name}`, rule: 'type', message }]
  })
  violations.push(...required.filter((name) => !Object.hasOwn(fields, name)).map(missing))
  if (violations.length > 0) throw new InputRefusedError(violations)
  return fields
}

/** @throws InputRefusedError */
export function fieldsOf(body: unknown): Fields {
  // An object of JSON: checked by the second and third condition.
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Fields
  throw new InputRefusedError([{ pointer: '', rule: 'type', message: '正文应为 JSON 对象。' }])
}

export function missing(name: string): Violation {
  return { pointer: `/${name}`, rule: 'required', message: `缺少“${name}”。` }
}

function strange(name: string): Violation {
  const shown = name.slice(0, 60)
  return { pointer: `/${shown}`, rule: 'additionalProperties', message: `没有“${shown}”这个字段。` }
}

/** What a draft may not be even half-written: of another form than a guide has. */
const formRules = ['type', 'additionalProperties', 'discriminator']
/** The least that makes an item of a content. */
const anyItem = { code: 'a-000', name: '无', agency: 'a', type: 'licensing' }

/**
 * The whole content of an edition: every field of it and no other. Texts may still be empty and choices open.
 *
 * @throws InputRefusedError
 */
export function readContent(body: unknown): EditionContent {
  const fields = fieldsOf(body)
  const known: readonly string[] = editionFields
  const { violations = [] } = checkDocument('item', { ...anyItem, ...fields })
  const refused = [
    ...Object.keys(fields)
      .filter((name) => !known.includes(name))
      .map(strange),
    ...known.filter((name) => !Object.hasOwn(fields, name)).map(missing),
    ...violations.filter(
      ({ pointer, rule }) =>
        known.includes(pointer.split('/')[1] ?? '') && formRules.includes(rule) && !isOpen(fields, pointer),
    ),
  ]
  if (refused.length > 0) throw new InputRefusedError(refused)
  // Every field is there, and each has the form of its schema.
  return fields as unknown as EditionContent
}

/** Whether a field is there and says nothing yet. */
function isOpen(fields: Fields, pointer: string): boolean {
  const steps = pointer.slice(1).split('/')
  const value = steps.reduce<unknown>(
    (found, step) => (typeof found === 'object' && found !== null ? (found as Fields)[step] : undefined),
    fields,
  )
  return steps.length > 1 && (value === null || value === '')
}
