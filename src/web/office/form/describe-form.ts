import { editionFields } from '../../../domain/editions/edition-fields.ts'
import { once } from '../../../domain/once.ts'
import { findChineseName } from '../../../schema/field-names.ts'
import { loadSchema, resolveSchema, type SchemaNode } from '../../../schema/schema-files.ts'
import { type FieldNote, fieldNotes } from './field-notes.ts'
import type { FormNode, GroupNode, Option, RowsNode, TextNode } from './form-nodes.ts'

/** Signs that fit where the schema sets no bound: enough for the longest line and the longest text of a guide. */
const [LONGEST_LINE, LONGEST_TEXT] = [1000, 20_000]
/** Rows that fit where the schema sets no bound. */
const MOST_ROWS = 500

/** A field of a schema with all that is known of it. */
interface Place {
  key: string
  schema: SchemaNode
  /** Title of the schema that it is a field of. */
  owner: string
  note: FieldNote
}

/** The form of an edition's content: a group of the edition's fields, made of the schemas. Made once. */
export const describeForm: () => GroupNode = once(() => {
  const { properties = {} } = loadSchema('item')
  const fields = editionFields.map((key) => describe(placeOf('ApprovalItem', key, properties[key] ?? {})))
  return { kind: 'group', key: '', label: '', isOptional: false, fields }
})

function placeOf(owner: string, key: string, schema: SchemaNode): Place {
  return { key, schema, owner, note: fieldNotes[owner]?.[key] ?? {} }
}

function describe(place: Place): FormNode {
  const schema = plainSchema(place.schema)
  const { properties, type } = schema
  if (isDuration(schema)) return { ...baseOf(place), kind: 'duration', isSpread: false }
  if (properties !== undefined) return describeGroup(place, schema)
  if (type === 'array') return describeList(place, plainSchema(schema.items ?? {}))
  if (place.note.source !== undefined && place.note.source !== 'laws')
    return { ...baseOf(place), kind: 'reference', to: place.note.source, blank: blankText(schema) }
  if (schema.enum !== undefined) return describeChoice(place, schema)
  if (allows(schema, 'boolean'))
    return { ...baseOf(place), kind: 'yes-no', blank: allows(schema, 'null') ? null : false }
  if (allows(schema, 'integer'))
    return { ...baseOf(place), kind: 'number', minimum: schema.minimum ?? 0, maximum: schema.maximum ?? 0 }
  if (place.key === 'id') return { ...baseOf(place), kind: 'mark' }
  return describeText(place, schema)
}

/** A field's schema without the wrappings of `$ref` and of `anyOf` with null. */
function plainSchema(schema: SchemaNode): SchemaNode {
  const whole = schema.anyOf?.find((one) => one.type !== 'null')
  if (whole !== undefined) return { ...resolveSchema(whole), default: schema.default }
  return schema.$ref === undefined ? schema : { ...resolveSchema(schema), default: schema.default }
}

function allows({ type }: SchemaNode, name: string): boolean {
  return Array.isArray(type) ? type.includes(name) : type === name
}

function isDuration({ properties }: SchemaNode): boolean {
  return properties !== undefined && Object.keys(properties).join() === 'amount,unit'
}

function baseOf({ key, schema, note }: Place) {
  const hint = note.hint === undefined ? {} : { hint: note.hint }
  const rare = note.isRare === undefined ? {} : { isRare: note.isRare }
  return { key, label: note.label ?? findChineseName(key, schema) ?? key, ...hint, ...rare }
}

function describeGroup(place: Place, schema: SchemaNode): GroupNode {
  const isOptional = allows(schema, 'null') || place.schema.default === null
  return { ...baseOf(place), kind: 'group', isOptional, fields: fieldsOf(schema) }
}

/** Amount and unit beside other fields are one limit for who types it. */
function fieldsOf({ title = '', properties = {} }: SchemaNode): FormNode[] {
  const isSpread = 'amount' in properties && 'unit' in properties
  return Object.entries(properties)
    .filter(([key]) => !(isSpread && key === 'unit'))
    .map(([key, schema]) => {
      const place = placeOf(title, key, schema)
      return isSpread && key === 'amount' ? { ...baseOf(place), kind: 'duration', isSpread } : describe(place)
    })
}

function describeList(place: Place, row: SchemaNode): FormNode {
  const base = baseOf(place)
  if (row.enum !== undefined) return { ...base, kind: 'choices', options: optionsOf(place, row) }
  if (place.note.isLines) return { ...base, kind: 'lines', maxLength: row.maxLength ?? LONGEST_LINE }
  const noun = place.note.noun ?? base.label
  const rows: Omit<RowsNode, 'row'> = { ...base, kind: 'rows', noun, maxRows: place.schema.maxItems ?? MOST_ROWS }
  const inside = { ...place, key: '', schema: row, note: { ...place.note, label: noun } }
  if (row.properties === undefined) return { ...rows, row: withoutHint(describeText(inside, row)) }
  return { ...rows, row: { kind: 'group', key: '', label: noun, isOptional: false, fields: fieldsOf(row) } }
}

/** The list says it once for all its rows. */
function withoutHint({ hint, ...node }: TextNode): TextNode {
  return node
}

function describeChoice(place: Place, schema: SchemaNode): FormNode {
  const { default: byDefault = '' } = schema
  // Defaults of our own schemas: a code, or null.
  return { ...baseOf(place), kind: 'choice', options: optionsOf(place, schema), blank: byDefault as string | null }
}

function optionsOf({ note, owner, key }: Place, schema: SchemaNode): Option[] {
  const { options } = note
  if (options === undefined) throw new Error(`no words for the codes of ${owner}.${key}`)
  const codes = (schema.enum ?? []).filter((code) => typeof code === 'string')
  return codes.map((value) => ({ value, label: options[value] ?? value }))
}

function describeText(place: Place, schema: SchemaNode): TextNode {
  const form = formOf(place, schema)
  const { source } = place.note
  return {
    ...baseOf(place),
    kind: 'text',
    form,
    blank: blankText(schema),
    maxLength: schema.maxLength ?? (place.note.isLong ? LONGEST_TEXT : LONGEST_LINE),
    ...(source === 'laws' ? { source } : {}),
  }
}

function blankText(schema: SchemaNode): '' | null {
  return allows(schema, 'null') ? null : ''
}

function formOf({ key, note }: Place, schema: SchemaNode): TextNode['form'] {
  if (schema.format === 'date') return 'day'
  if (schema.format === 'uri-reference') return 'address'
  if (key === 'mermaid') return 'code'
  if (!note.isLong) return 'line'
  return schema.description?.includes('Markdown') ? 'markdown' : 'lines'
}
