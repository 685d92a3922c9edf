import { isSameDocument } from '../domain/same-document.ts'
import type { CheckedDocuments, CheckedKind, SchemaNode } from '../schema/schema-files.ts'
import { loadSchema, resolveSchema } from '../schema/schema-files.ts'

type Fields = Record<string, unknown>

/**
 * A document in the one order and form in which it is written: fields as in its schema; all fields of the document itself but for those that the
 * schema calls `sparse`, and in its parts those that differ from what the schema fills in.
 */
export function canonicalOf<Kind extends CheckedKind>(kind: Kind, document: CheckedDocuments[Kind]): Fields {
  const schema = loadSchema(kind)
  return orderFields(document, schema, kind !== 'guide' && kind !== 'procedure')
}

function orderFields(value: object, schema: SchemaNode, isWhole: boolean): Fields {
  const fields = new Map(Object.entries(value))
  const ordered: Fields = {}
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (!fields.has(key)) continue
    const field = fields.get(key)
    if ((!isWhole || property.sparse) && !schema.required?.includes(key) && isDefault(field, property)) continue
    ordered[key] = orderValue(field, property)
  }
  return ordered
}

function orderValue(value: unknown, node: SchemaNode): unknown {
  if (value === null || typeof value !== 'object') return value
  const schema = findShape(value, node)
  if (!Array.isArray(value)) return orderFields(value, schema, false)
  return value.map((item: unknown) => orderValue(item, schema.items ?? {}))
}

/** The schema that describes a value: behind references, in the branch that is not null, or the branch of its action. */
function findShape(value: object, node: SchemaNode): SchemaNode {
  const schema = resolveSchema(node)
  if (schema.anyOf) return findShape(value, schema.anyOf.find(({ type }) => type !== 'null') ?? {})
  if (!schema.oneOf) return schema
  const tag = schema.discriminator?.propertyName ?? ''
  const chosen = (value as Fields)[tag]
  return schema.oneOf.find(({ properties }) => properties?.[tag]?.const === chosen) ?? {}
}

function isDefault(value: unknown, property: SchemaNode): boolean {
  if (property.default === undefined) return false
  if (isSameDocument(value, property.default)) return true
  if (property.default === null || typeof property.default !== 'object' || typeof value !== 'object') return false
  if (value === null || Array.isArray(value)) return false
  const shape = findShape(value, property)
  return isSameDocument(orderFields(value, shape, false), orderFields(property.default, shape, false))
}
