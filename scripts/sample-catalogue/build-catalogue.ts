/**
 * Makes `catalog/` from the sources and tables beside this file: `npm run catalogue`.
 *
 * The same sources give the same bytes. Files of items that are no longer in the source are removed.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { yamlOf } from '../../src/exchange/yaml-of.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { CheckedKind } from '../../src/schema/schema-files.ts'
import { catalogueOf } from './catalogue.ts'
import { readmeOf } from './readme.ts'
import { findRoot, readTables } from './tables.ts'

/** Texts of the files by their path in `catalog/`. Throws when a document does not fit its schema. */
export function buildCatalogue(root: string): Map<string, string> {
  const { policy, regions, agencies, laws, items, decisions } = catalogueOf(readTables(root))
  const readme = readFileSync(join(root, 'scripts/sample-catalogue/tables/readme.md'), 'utf8')
  return new Map([
    ['README.md', readmeOf(readme, { items, decisions })],
    ['policy.yaml', writeChecked('policy', policy)],
    ['regions.yaml', writeChecked('regions', regions)],
    ['agencies.yaml', writeChecked('agencies', agencies)],
    ['laws.yaml', writeChecked('laws', laws)],
    ...items.map((item) => [`items/${item.agency}/${item.code}.yaml`, writeChecked('item', item)] as const),
    ...decisions.map((decision) => [`decisions/${decision.id}.yaml`, yamlOf('decision', decision)] as const),
  ])
}

function writeChecked(kind: CheckedKind, value: unknown): string {
  const { document, violations } = checkDocument(kind, value)
  if (document === undefined) throw new Error(`${kind}: ${JSON.stringify(violations)}`)
  return yamlOf(kind, document)
}

function writeCatalogue(root: string): void {
  const files = buildCatalogue(root)
  const folder = join(root, 'catalog')
  for (const kind of ['items', 'decisions']) rmSync(join(folder, kind), { recursive: true, force: true })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  process.stdout.write(`已写入 ${files.size} 个文件：${folder}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeCatalogue(findRoot())
