import type { ErrorObject } from 'ajv'
import { findClosestName } from './closest-name.ts'
import { nameField } from './field-names.ts'
import type { SchemaNode } from './schema-files.ts'

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组字段',
  null: 'null（空）',
}

/** Patterns of the schemas in words. */
const patterns: Readonly<Record<string, string>> = {
  '\\S': '内容不能只是空格。',
  '^/': '应为以“/”开头的 JSON 指针。',
  '^[a-z][a-z0-9]{0,15}$': '机构代码应为小写字母开头的小写字母和数字，最多 16 位，如 fgw。',
  '^[a-z][a-z0-9]{0,15}-[0-9]{3,}$': '编码应为“单位代码-三位以上数字”，如 fgw-001。',
  '^[a-z][a-z0-9-]{0,31}$': '区划代码应为小写字母开头的小写字母、数字和短横，最多 32 位，如 xiangtan-xian。',
  '^[0-9]+(/[1-9][0-9]*)?$': '应为整数或分数，如 21 或 5/7。',
  '^[0-9A-Za-z][0-9A-Za-z-]{0,63}$': '标识应为字母、数字和短横，最多 64 位，如 2014-05-04-17。',
  '^[A-Za-z][A-Za-z0-9_-]{0,39}$': '标识应为字母开头的字母、数字、短横和下划线，最多 40 位，如 apply。',
}

type Sentence = (error: ErrorObject, schema: SchemaNode) => string

const sentences: Readonly<Record<string, Sentence>> = {
  required: ({ params }, schema) =>
    `缺少 ${nameField(params.missingProperty, schema.properties?.[params.missingProperty])}。`,
  additionalProperties: ({ params }, schema) => describeUnknown(params.additionalProperty, schema),
  type: ({ params, data }) => `应为${listTypes(params.type)}，这里是${describeValue(data)}。`,
  enum: ({ params, data }) => `只能是 ${listValues(params.allowedValues)}，这里是${describeValue(data)}。`,
  const: ({ params, data }) => `只能是 ${params.allowedValue}，这里是${describeValue(data)}。`,
  pattern: ({ params, data }) =>
    `${patterns[params.pattern] ?? `格式不符（${params.pattern}）。`}这里是${describeValue(data)}。`,
  format: ({ params, data }) =>
    params.format === 'date'
      ? `应为真实存在的日期，写作 YYYY-MM-DD，这里是${describeValue(data)}。`
      : `应为网址，这里是${describeValue(data)}。`,
  minLength: () => '内容不能为空。',
  maxLength: ({ params, data }) => `最多 ${params.limit} 个字，这里有 ${[...String(data)].length} 个。`,
  minimum: ({ params, data }) => `不能小于 ${params.limit}，这里是${describeValue(data)}。`,
  maximum: ({ params, data }) => `不能大于 ${params.limit}，这里是${describeValue(data)}。`,
  minItems: ({ params }) => `至少要有 ${params.limit} 项。`,
  maxItems: ({ params }) => `最多 ${params.limit} 项。`,
  uniqueItems: ({ params }) => `第 ${params.j + 1} 项与第 ${params.i + 1} 项重复。`,
  discriminator: ({ params }, schema) => describeTag(params.tagValue, schema),
  'false schema': () => '单位为 instant（当场）时不写数量。',
}

/** A sentence in Chinese that says what is wrong and how to mend it. `undefined`: no sentence of our own for that keyword. */
export function describeViolation(error: ErrorObject): string | undefined {
  // Ajv runs in verbose mode: the parent is a node of our own schema files.
  return sentences[error.keyword]?.(error, (error.parentSchema ?? {}) as SchemaNode)
}

function describeUnknown(key: string, schema: SchemaNode): string {
  const known = Object.keys(schema.properties ?? {})
  const closest = findClosestName(key, known)
  const hint = closest
    ? `是不是 ${nameField(closest, schema.properties?.[closest])}？`
    : `可用的字段：${known.join('、')}。`
  return `没有字段 ${shorten(key)}。${hint}`
}

function describeTag(value: unknown, schema: SchemaNode): string {
  const tag = schema.discriminator?.propertyName ?? ''
  const allowed = (schema.oneOf ?? []).map(({ properties }) => properties?.[tag]?.const)
  return `${nameField(tag, undefined)} 只能是 ${listValues(allowed)}，这里是${describeValue(value)}。`
}

function listTypes(types: string | string[]): string {
  return [types]
    .flat()
    .map((type) => typeNames[type] ?? type)
    .join('或')
}

function listValues(values: readonly unknown[]): string {
  return values.map((value) => (value === null ? 'null（空）' : String(value))).join('、')
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined) return '空'
  if (Array.isArray(value)) return `有 ${value.length} 项的列表`
  if (typeof value === 'object') return '一组字段'
  if (typeof value === 'string') return `文字“${shorten(value)}”`
  return typeof value === 'number' ? `数字 ${value}` : ` ${value}`
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text
}
