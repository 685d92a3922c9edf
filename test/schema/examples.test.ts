import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { parseYaml } from '../../src/exchange/parse-yaml.ts'
import { yamlOf } from '../../src/exchange/yaml-of.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { SchemaNode } from '../../src/schema/schema-files.ts'
import { checkedKinds, loadSchema, resolveSchema } from '../../src/schema/schema-files.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

function readExample(name: string): unknown {
  const parsed = parseYaml(readFileSync(`${root}schemas/${name}.yaml`, 'utf8'))
  expect(parsed.violations).toBeUndefined()
  return parsed.value
}

/** Fields of a schema that no value among `values` has. */
function findUnused(schema: SchemaNode, values: readonly unknown[], at = ''): string[] {
  const node = resolveSchema(schema)
  const present = values.filter((value) => value !== null && value !== undefined)
  if (node.anyOf) return findUnused(node.anyOf[0] ?? {}, present, at)
  if (node.oneOf) return node.oneOf.flatMap((branch) => findUnusedInBranch(branch, present, at))
  if (node.items) return findUnused(node.items, present.flat(), `${at}[]`)
  return Object.entries(node.properties ?? {}).flatMap(([key, property]) => {
    const inside = present.flatMap((value) => (Object.hasOwn(Object(value), key) ? [Object(value)[key]] : []))
    return inside.length === 0 ? [`${at}/${key}`] : findUnused(property, inside, `${at}/${key}`)
  })
}

function findUnusedInBranch(branch: SchemaNode, values: readonly unknown[], at: string): string[] {
  const action = branch.properties?.action?.const
  return findUnused(
    branch,
    values.filter((value) => Object(value).action === action),
    `${at}(${action})`,
  )
}

describe.each(checkedKinds)('the examples of %s', (kind) => {
  it.each(['minimal', 'full'])('%s passes the check of its schema', (size) => {
    const checked = checkDocument(kind, readExample(`${kind}.${size}`))
    expect(checked.violations).toBeUndefined()
  })

  it.each(['minimal', 'full'])(
    '%s is the same after it was written and read, and is written with the same bytes',
    (size) => {
      const { document } = checkDocument(kind, readExample(`${kind}.${size}`))
      if (!document) throw new Error('the example does not pass')
      const written = yamlOf(kind, document)
      const again = checkDocument(kind, parseYaml(written).value)
      expect(again.document).toEqual(document)
      expect(again.document && yamlOf(kind, again.document)).toBe(written)
      expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140)
    },
  )

  it('full uses every field of the schema', () => {
    expect(findUnused(loadSchema(kind), [readExample(`${kind}.full`)])).toEqual([])
  })
})

it('the types are those that the schemas generate', () => {
  const verify = () => execFileSync(process.execPath, [`${root}scripts/generate-types.mjs`, '--verify'], { cwd: root })
  expect(verify).not.toThrow()
})
