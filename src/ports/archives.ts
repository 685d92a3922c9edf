import type { CatalogStore } from './catalog-store.ts'

/** Whatever all commits can be read from: a store, or a backup. */
export type LogSource = Pick<CatalogStore, 'catalogueRevision' | 'readLog' | 'countLog' | 'readPictures'>

/** What a backup holds. */
export interface ArchiveSummary {
  /** Of the store when the backup began; later commits are not in it. */
  catalogueRevision: number
  states: number
  pictures: number
  /** Fingerprint of the content. */
  digest: string
}

/** Backups as files. */
export interface Archives {
  /**
   * Writes everything up to the present catalogue revision, while others go on writing. The file appears whole or not at all; one of the
   * same name is replaced.
   *
   * @throws CatalogError `file-unwritable` (facts: `path`, `reason`).
   */
  write(path: string, source: LogSource, onState?: () => void): Promise<ArchiveSummary>
  /**
   * Opens a backup after reading all of it once.
   *
   * @throws CatalogError `broken-archive` (facts: `path`, `reason`): it is damaged, or no backup, or of a newer program.
   */
  open(path: string): Promise<LogSource & { summary: ArchiveSummary }>
}
