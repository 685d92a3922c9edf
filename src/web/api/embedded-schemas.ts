import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A JSON Schema, or a part of one. */
export type Json = Record<string, unknown>

const folder = new URL('../../../schemas/', import.meta.url)
const documents = ['guide', 'procedure', 'item', 'agencies', 'laws', 'decision'] as const
/** What means something only in a file of its own, or to the generator of types. */
const dropped = ['$id', '$schema', '$defs', 'tsType', 'sparse', 'discriminator']

/**
 * The schemas of a catalogue's files as components of one document: `item`, `guide`, `procedure`, `agencies`, `laws`, `decision` and every shared
 * shape by its own name; references between files become references between components.
 */
export function readEmbeddedSchemas(): Record<string, Json> {
  const shared = Object.entries(readSchema('common').$defs as Record<string, Json>)
  const whole = documents.map((name) => [name, readSchema(name)] as const)
  return Object.fromEntries([...shared, ...whole].map(([name, schema]) => [name, embed(schema) as Json]))
}

/** A reference to a component. */
export function refTo(component: string): Json {
  return { $ref: `#/components/schemas/${component}` }
}

/**
 * The shape of a stored document with further fields: every default is filled in by then, so that every field is there.
 */
export function extendStored(schema: Json, further: Record<string, Json>): Json {
  const properties = { ...(schema.properties as Record<string, Json>), ...further }
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties }
}

function readSchema(name: string): Json {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`${name}.schema.json`, folder)), 'utf8'))
}

function embed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(embed)
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(([key]) => !dropped.includes(key))
  return Object.fromEntries(kept.map(([key, value]) => [key, key === '$ref' ? embedRef(String(value)) : embed(value)]))
}

/** `common.schema.json#/$defs/day` and `guide.schema.json` are the components `day` and `guide`. */
function embedRef(ref: string): string {
  const [file = '', pointer] = ref.split('#/$defs/')
  return `#/components/schemas/${pointer ?? file.replace('.schema.json', '')}`
}
