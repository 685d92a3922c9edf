/**
 * Writes src/schema/types.ts from schemas/*.schema.json; with `--verify` it only compares and exits 1 on a difference.
 *
 * The types describe checked documents: a property with a default is always there, because the check fills it in.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from 'json-schema-to-typescript'

const folder = new URL('../schemas/', import.meta.url)
const target = new URL('../src/schema/types.ts', import.meta.url)

function loadDefinitions() {
  const definitions = {}
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()) {
    const { $schema: _draft, $id: _id, $defs, ...schema } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    for (const [name, definition] of Object.entries($defs ?? {})) definitions[definition.title ?? name] = definition
    if (schema.type) definitions[schema.title] = schema
  }
  return definitions
}

/** Files name each other by `$ref: file#/$defs/name`; in one document they are all definitions under their titles. */
function titleOf(reference) {
  const [file, pointer] = reference.split('#')
  const schema = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  if (!pointer) return schema.title
  const name = pointer.split('/').at(-1)
  return schema.$defs[name].title ?? name
}

function prepare(node) {
  if (Array.isArray(node)) return node.map(prepare)
  if (node === null || typeof node !== 'object') return node
  const {
    if: _if,
    then: _then,
    else: _else,
    discriminator,
    minItems: _min,
    maxItems: _max,
    default: _default,
    ...rest
  } = node
  if (typeof rest.$ref === 'string') return { $ref: `#/definitions/${titleOf(rest.$ref)}` }
  if (discriminator) return { oneOf: prepare(rest.oneOf) }
  const prepared = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, prepare(value)]))
  if (node.properties) {
    const isFilled = (name) => hasDefault(node.properties[name])
    prepared.required = [...new Set([...(node.required ?? []), ...Object.keys(node.properties).filter(isFilled)])]
  }
  return prepared
}

function hasDefault(property) {
  if (property.default !== undefined) return true
  if (!property.$ref?.includes('#')) return false
  const [file, pointer] = property.$ref.split('#')
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8')).$defs[pointer.split('/').at(-1)].default !== undefined
}

async function generate() {
  const definitions = Object.fromEntries(
    Object.entries(loadDefinitions()).map(([name, schema]) => [name, prepare(schema)]),
  )
  const banner =
    '/** Generated from schemas/ by `npm run types`; do not edit. Types of documents after their check: defaults are filled in. */'
  const source = await compile({ title: 'Documents', definitions }, 'Documents', {
    bannerComment: banner,
    unreachableDefinitions: true,
    additionalProperties: false,
    format: true,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
  return source
    .replace(/export interface Documents \{[^}]*\}\n?/, '')
    .replace(
      /\n?\/\*\*\n \* This interface was referenced by `Documents`'s JSON-Schema\n \* via the `definition` "[^"]+"\.\n \*\/\n/g,
      '\n',
    )
    .replace(
      / \*\n \* This interface was referenced by `Documents`'s JSON-Schema\n \* via the `definition` "[^"]+"\.\n/g,
      '',
    )
}

const source = await generate()
if (process.argv.includes('--verify')) {
  if (readFileSync(target, 'utf8') !== source) {
    console.error('src/schema/types.ts differs from schemas/: run `npm run types`')
    process.exit(1)
  }
} else {
  writeFileSync(fileURLToPath(target), source)
}
