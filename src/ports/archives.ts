import type { CatalogStore } from './catalog-store.ts'
import type { OfficeStore } from './office-store.ts'

/** Whatever the office can be read from as of one moment: a store, or a backup. */
export type OfficeSource = Pick<OfficeStore, 'snapshot' | 'readRecord'>

/** Whatever all commits and the office can be read from: a store, or a backup. */
export type LogSource = Pick<CatalogStore, 'catalogueRevision' | 'readLog' | 'countLog' | 'readPictures'> & {
  office: OfficeSource
}

/** What was kept of the office. */
export interface OfficeSummary {
  documents: number
  /** Entries of the record. */
  entries: number
  /** Digest of the newest entry; `null`: the record is empty. */
  head: string | null
  /** Number of the first entry that is not as it was sealed; `null`: the chain is whole. */
  brokenAt: number | null
}

/** What a backup holds. */
export interface ArchiveSummary {
  /** Of the store when the backup began; later commits are not in it. */
  catalogueRevision: number
  states: number
  pictures: number
  /** `null`: the backup was written by a version that had no office. */
  office: OfficeSummary | null
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
