import { readFileSync } from 'node:fs'
import type {
  AdjustmentDecision,
  Agencies,
  ApprovalItem,
  Laws,
  Policy,
  Procedure,
  Regions,
  ServiceGuide,
} from './types.ts'

/** Every kind of document that has a schema of its own; the guide and the procedure also stand inside an item. */
export interface CheckedDocuments {
  policy: Policy
  regions: Regions
  agencies: Agencies
  laws: Laws
  item: ApprovalItem
  decision: AdjustmentDecision
  guide: ServiceGuide
  procedure: Procedure
}
export type CheckedKind = keyof CheckedDocuments

/** The kinds in the order in which a catalogue is read. */
export const checkedKinds = [
  'policy',
  'regions',
  'agencies',
  'laws',
  'item',
  'guide',
  'procedure',
  'decision',
] as const satisfies readonly CheckedKind[]

/** What the writer and the messages read of a JSON Schema. */
export interface SchemaNode {
  $id?: string
  $ref?: string
  $defs?: Record<string, SchemaNode>
  title?: string
  description?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  properties?: Record<string, SchemaNode>
  required?: string[]
  items?: SchemaNode
  anyOf?: SchemaNode[]
  oneOf?: SchemaNode[]
  discriminator?: { propertyName: string }
  format?: string
  maxLength?: number
  minimum?: number
  maximum?: number
  maxItems?: number
  /** Not written where it holds its default, even at the top of a document. */
  sparse?: boolean
}

const folder = new URL('../../schemas/', import.meta.url)
const loaded = new Map<string, SchemaNode>()

/** One file of `schemas/`, read once. `name` is as in `item` or `common`. */
export function loadSchema(name: CheckedKind | 'common'): SchemaNode {
  const found = loaded.get(name)
  if (found) return found
  // The files are part of the program and are compiled in strict mode by the tests.
  const schema = JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')) as SchemaNode
  loaded.set(name, schema)
  return schema
}

/** The node that a `$ref` of our files names; a node without `$ref` is itself. */
export function resolveSchema(node: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node
  const [file = '', pointer = ''] = node.$ref.split('#')
  const schema = loadSchema(file.replace('.schema.json', '') as CheckedKind | 'common')
  const name = pointer.split('/').at(-1)
  return (name && schema.$defs?.[name]) || schema
}
