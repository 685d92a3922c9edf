import type { ComposedCatalogue } from '../compose/catalogue.ts'
import { CatalogError, InputRefusedError } from '../domain/catalog-error.ts'
import { printJson } from './print.ts'

interface Question {
  /** A catalogue folder; absent: the store. */
  path?: string | undefined
  /** Contradictory decisions of a folder are left to the work, which tells them; absent: they refuse the folder. */
  tellsContradictions?: true
  json?: true | undefined
}

/**
 * Asks the catalogue of a folder, or of the store, and closes it.
 *
 * @throws CatalogError `empty-catalogue` when nothing was imported yet: the command does not guess which catalogue was meant.
 */
export async function askCatalogue(
  { path, json, tellsContradictions }: Question,
  work: (catalogue: ComposedCatalogue) => Promise<void>,
): Promise<void> {
  const catalogue = await tellingRefusals(json, () => open(path, tellsContradictions))
  try {
    if ((await catalogue.catalogueRevision()) === 0) throw new CatalogError('empty-catalogue')
    await work(catalogue)
  } finally {
    await catalogue.close()
  }
}

/** Loaded only now: a command that was typed wrongly does not wait for store and search. */
async function open(path: string | undefined, tellsContradictions: true | undefined): Promise<ComposedCatalogue> {
  const { openFolderCatalogue, openStoredCatalogue } = await import('../compose/catalogue.ts')
  if (path !== undefined) return openFolderCatalogue(path, { judgesDecisions: !tellsContradictions })
  const { readConfig } = await import('../config/read-config.ts')
  return openStoredCatalogue(readConfig().database)
}

/** With `--json` a refused input is told as `{ violations }` on standard output as well; then it goes on to the exit status. */
export async function tellingRefusals<Answer>(json: true | undefined, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (json && error instanceof InputRefusedError) printJson({ violations: error.violations })
    throw error
  }
}
