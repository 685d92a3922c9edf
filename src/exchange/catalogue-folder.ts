import type { Violation } from '../domain/catalog-error.ts'
import type { CatalogueFiles, ReadFile } from '../ports/catalogue-files.ts'
import type { ListedFile } from './list-files.ts'
import { listFiles } from './list-files.ts'
import { placeInFile, readDocument } from './read-document.ts'
import { writeCatalogue } from './write-catalogue.ts'

/** Catalogues as folders of YAML, JSON or CSV files. */
export function createCatalogueFolder(): CatalogueFiles {
  return {
    async read(paths) {
      const listed = await listFiles(paths)
      return { total: listed.length, files: readListed(listed) }
    },
    async place(violations) {
      const placed: Violation[] = []
      for (const file of new Set(violations.map((violation) => violation.file))) {
        const found = violations.filter((violation) => violation.file === file)
        placed.push(...(file === undefined ? found : await placeInFile(file, found)))
      }
      return placed
    },
    write: writeCatalogue,
  }
}

/** How many files are read ahead: enough that the parser does not wait for the disk. */
const readAhead = 16

async function* readListed(listed: readonly ListedFile[]): AsyncGenerator<ReadFile> {
  const coming: Promise<ReadFile>[] = []
  for (const file of listed) {
    coming.push(readOne(file))
    if (coming.length > readAhead) yield* takeFirst(coming)
  }
  while (coming.length > 0) yield* takeFirst(coming)
}

async function* takeFirst(coming: Promise<ReadFile>[]): AsyncGenerator<ReadFile> {
  const first = coming.shift()
  if (first) yield await first
}

async function readOne({ file, kind, violation }: ListedFile): Promise<ReadFile> {
  return violation ? { file, violations: [violation] } : readDocument(file, kind)
}
