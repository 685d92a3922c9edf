import type { Violation } from '../domain/catalog-error.ts'
import type { CellPlace } from '../domain/cell-place.ts'
import type { Finding } from '../domain/finding.ts'
import type { ItemHead } from '../domain/item-index.ts'
import type { ItemNames } from '../domain/item-names.ts'
import type { CheckedDocuments, CheckedKind } from '../schema/schema-files.ts'
import type { DocumentKind, DocumentKinds } from './catalog-store.ts'

/** What another thread says of an item that it has read and checked, so that the item need not be taken apart again. */
export interface FoldedItem {
  head: ItemHead
  /** Absent: it must be checked whole. */
  names?: ItemNames
  /** The item as JSON, in UTF-8. */
  json: Uint8Array
}

interface ReadOf<Kind extends CheckedKind> {
  file: string
  kind: Kind
  /** Of a folded item it is made when it is first asked for. */
  document: CheckedDocuments[Kind]
  folded?: Kind extends 'item' ? FoldedItem : never
  violations?: never
}
/** A document that passed the check of its schema, and the file it was read from, as the user named it. */
export type ReadDocument = { [Kind in CheckedKind]: ReadOf<Kind> }[CheckedKind]

/** A file that was refused. `kind`: what it was taken for; absent when not even that is known. */
export interface RefusedFile {
  file: string
  kind?: CheckedKind
  document?: never
  violations: Violation[]
}
/** What the rows of a workbook say of one document; the fields that they do not hold are those of the stored one. */
export interface WorkbookPart {
  kind: 'item' | 'decision' | 'agencies' | 'laws'
  /** Code of the item or id of the decision, `main` of a list; `null`: an item whose row gives no code. */
  id: string | null
  fields: Record<string, unknown>
  /** What has to be looked up: the agency and the main item by their names. */
  names: { agency?: string; mainItem?: string }
  /** 设定依据 in one cell, in place of those that are for the item itself; absent: there is no such cell. */
  citations?: unknown[]
  /** Where each field stands, by pointer; the empty pointer: the row itself. */
  places: ReadonlyMap<string, CellPlace>
}
/** A workbook that could be opened. */
export interface ReadWorkbook {
  file: string
  kind: 'workbook'
  parts: WorkbookPart[]
  /** Cells that cannot be read. */
  faults: Violation[]
  /** What was read and leaves something open, and columns and sheets that were not read. */
  notes: Finding[]
  document?: never
  violations?: never
}
export type ReadFile = ReadDocument | RefusedFile | ReadWorkbook

export const fileFormats = ['yaml', 'json', 'csv', 'xlsx', 'jsonld'] as const
export type FileFormat = (typeof fileFormats)[number]

/** A document of the catalogue, ready to be written. */
export type WritableDocument = {
  [Kind in DocumentKind]: { kind: Kind; document: DocumentKinds[Kind] }
}[DocumentKind]

/** A whole catalogue as files. */
export interface CatalogueFiles {
  /**
   * Reads folders and single files, each file once, in the order of their paths. Whatever is wrong with a file comes as its violations.
   * `total` is the number of files that will come.
   */
  read(paths: readonly string[]): Promise<{ total: number; files: AsyncIterable<ReadFile> }>
  /** Adds line and column to violations that name a file and a pointer; those of one file share one reading. */
  place(violations: readonly Violation[]): Promise<Violation[]>
  /**
   * Writes a catalogue into a folder and answers the files written, relative to it. Item and decision files of an earlier export that
   * are not part of this one are removed; nothing else is.
   *
   * @throws CatalogError `export-folder-occupied` (facts: `folder`, `found`) when the folder holds something that no export wrote,
   *   `file-unwritable` (facts: `path`, `reason`).
   */
  write(folder: string, documents: readonly WritableDocument[], format: FileFormat): Promise<string[]>
}
