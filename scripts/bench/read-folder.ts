import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { CheckedDocuments, CheckedKind } from '../../src/schema/schema-files.ts'

/** The items and lists of a catalogue folder, defaults filled in. Throws where a file breaks its schema. */
export function openFolder(folder: string) {
  const read = <Kind extends CheckedKind>(kind: Kind, path: string): CheckedDocuments[Kind] => {
    const { document, violations } = checkDocument(kind, parse(readFileSync(join(folder, path), 'utf8')))
    if (document === undefined) throw new Error(`${path}: ${JSON.stringify(violations)}`)
    return document
  }
  const files = readdirSync(join(folder, 'items'), { recursive: true, encoding: 'utf8' })
  return {
    items: files.filter((path) => path.endsWith('.yaml')).map((path) => read('item', join('items', path))),
    policy: read('policy', 'policy.yaml'),
    agencies: read('agencies', 'agencies.yaml').agencies,
    regions: read('regions', 'regions.yaml').regions,
    laws: read('laws', 'laws.yaml').laws,
  }
}
