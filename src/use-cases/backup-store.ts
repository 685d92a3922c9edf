import { CatalogError } from '../domain/catalog-error.ts'
import type { ArchiveSummary, Archives } from '../ports/archives.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import type { OnProgress } from './import-batch.ts'

/** What was kept, and verified by reading it again. */
export type BackupReport = ArchiveSummary

/**
 * Writes the whole store into a file while others go on writing, and reads the file again to be sure of it.
 *
 * The function it makes throws CatalogError `empty-catalogue` when there is nothing to keep, `file-unwritable`, `broken-archive`.
 */
export function createBackupStore({ archives, onProgress }: { archives: Archives; onProgress?: OnProgress }) {
  return async (store: CatalogStore, path: string): Promise<BackupReport> => {
    const through = await store.catalogueRevision()
    if (through === 0) throw new CatalogError('empty-catalogue')
    const total = await store.countLog({ after: 0, through })
    let done = 0
    await archives.write(path, store, () => onProgress?.({ done: Math.min(++done, total), total }))
    return (await archives.open(path)).summary
  }
}
