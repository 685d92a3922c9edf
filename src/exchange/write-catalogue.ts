import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { CatalogError } from '../domain/catalog-error.ts'
import type { FileFormat, WritableDocument } from '../ports/catalogue-files.ts'
import { canonicalOf } from './canonical-document.ts'
import { csvTables } from './csv-tables.ts'
import { describeSystemError } from './system-errors.ts'
import { yamlOf } from './yaml-of.ts'

/** What an export writes at the top of its folder, and what may stand beside it. */
const ownNames =
  /^(?:\..*|README.*|(?:policy|regions|agencies|laws)\.(?:yaml|json)|(?:items|materials)\.csv|catalogue\.(?:xlsx|jsonld)|items|decisions)$/i

/** @see CatalogueFiles.write */
export async function writeCatalogue(
  folder: string,
  documents: readonly WritableDocument[],
  format: FileFormat,
): Promise<string[]> {
  const contents = await contentsOf(documents, format)
  try {
    await refuseForeignFolder(folder)
    for (const [path, content] of contents) await writeChanged(join(folder, path), content)
    if (format === 'yaml' || format === 'json') await removeStale(folder, contents)
  } catch (error) {
    if (error instanceof CatalogError) throw error
    throw new CatalogError('file-unwritable', { path: folder, reason: describeSystemError(error) }, { cause: error })
  }
  return [...contents.keys()].sort()
}

/** What is written, by path. Libraries of a format are loaded where it is asked for. */
async function contentsOf(
  documents: readonly WritableDocument[],
  format: FileFormat,
): Promise<ReadonlyMap<string, string | Buffer>> {
  switch (format) {
    case 'csv':
      return csvTables(documents)
    case 'xlsx': {
      const { writeWorkbook } = await import('./workbook/write-workbook.ts')
      return new Map([['catalogue.xlsx', await writeWorkbook(documents)]])
    }
    case 'jsonld': {
      const { linkedData } = await import('./linked-data/linked-data.ts')
      return new Map([['catalogue.jsonld', linkedData(documents)]])
    }
    default:
      return textsOf(documents, format)
  }
}

function textsOf(documents: readonly WritableDocument[], format: 'yaml' | 'json'): Map<string, string> {
  return new Map(
    documents.map((entry) => {
      const { kind, document } = entry
      const text =
        format === 'yaml' ? yamlOf(kind, document) : `${JSON.stringify(canonicalOf(kind, document), null, 2)}\n`
      return [`${pathOf(entry)}.${format}`, text]
    }),
  )
}

/** Codes and ids hold only letters, digits and dashes, so that no path leads out of the folder. */
function pathOf(entry: WritableDocument): string {
  if (entry.kind === 'item') return `items/${entry.document.agency}/${entry.document.code}`
  return entry.kind === 'decision' ? `decisions/${entry.document.id}` : entry.kind
}

async function refuseForeignFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const found = (await readdir(folder)).find((name) => !ownNames.test(name))
  if (found !== undefined) throw new CatalogError('export-folder-occupied', { folder, found })
}

async function writeChanged(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const isThere = await lstat(path).then(
    (found) => found.isFile(),
    () => false,
  )
  if (isThere && (await readFile(path)).equals(Buffer.from(content))) return
  await writeFile(path, content)
}

/** Files of an earlier export that would come back with the next import: gone items, and the other format of the same documents. */
async function removeStale(folder: string, written: ReadonlyMap<string, unknown>): Promise<void> {
  const lists = ['policy', 'regions', 'agencies', 'laws'].flatMap((name) => [`${name}.yaml`, `${name}.json`])
  const present = new Set(await readdir(folder))
  const stale = [
    ...lists.filter((name) => present.has(name)),
    ...(await listDocuments(folder, 'items')),
    ...(await listDocuments(folder, 'decisions')),
  ]
  for (const path of stale) if (!written.has(path)) await rm(join(folder, path))
}

/** Files named like documents of ours, in a folder and one level below it. */
async function listDocuments(folder: string, name: string): Promise<string[]> {
  const root = join(folder, name)
  const isFolder = await lstat(root).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return []
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && /^[0-9A-Za-z-]+\.(?:yaml|json)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}
