import { setImmediate } from 'node:timers/promises'
import type { Violation } from '../domain/catalog-error.ts'
import type { CatalogueFiles, ReadFile } from '../ports/catalogue-files.ts'
import type { ListedFile } from './list-files.ts'
import { listFiles } from './list-files.ts'
import { placeInFile, readListedFile } from './read-document.ts'
import { filesWorthACrew, hasCrew, readByCrew } from './reading-crew.ts'
import { isWorkbookFile } from './workbook-files.ts'
import { writeCatalogue } from './write-catalogue.ts'

interface Options {
  /** From so many files on they are read by several threads. */
  manyFiles?: number
}

/** Catalogues as folders of YAML, JSON or CSV files, as workbooks, and as linked data. */
export function createCatalogueFolder(options: Options = {}): CatalogueFiles {
  const { manyFiles = filesWorthACrew } = options
  return {
    async read(paths) {
      const listed = await listFiles(paths)
      const isForCrew = listed.length >= manyFiles && !listed.some(({ file }) => isWorkbookFile(file)) && hasCrew()
      return { total: listed.length, files: isForCrew ? readByCrew(listed) : readListed(listed) }
    },
    async place(violations) {
      const placed: Violation[] = []
      for (const file of new Set(violations.map((violation) => violation.file))) {
        const found = violations.filter((violation) => violation.file === file)
        placed.push(...(file === undefined || isWorkbookFile(file) ? found : placeInFile(file, found)))
      }
      return placed
    },
    write: writeCatalogue,
  }
}

/** How many files are read before others have their turn. */
const stretch = 16

async function* readListed(listed: readonly ListedFile[]): AsyncGenerator<ReadFile> {
  for (const [index, file] of listed.entries()) {
    if (index % stretch === 0) await setImmediate()
    yield isWorkbookFile(file.file) ? await readBook(file) : readListedFile(file)
  }
}

/** What reads workbooks is loaded where there is one: most imports have none. */
async function readBook({ file, violation }: ListedFile): Promise<ReadFile> {
  if (violation) return { file, violations: [violation] }
  const { readWorkbook } = await import('./workbook/read-workbook.ts')
  return readWorkbook(file)
}
