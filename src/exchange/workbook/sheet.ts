import type { CellKind } from './cell-kinds.ts'

/** A column of a table: which field stands under which heading. */
export interface Column {
  heading: string
  /** Other headings under which offices keep the same. */
  also?: readonly string[]
  /** The field inside its entry, parts joined by `/`; a function where it depends on the entry. `null`: shown to readers, not read. */
  field: string | null | ((entry: Readonly<Record<string, unknown>>) => string)
  kind: CellKind
  /** In characters of Latin script. */
  width: number
  /** Whether a blank cell says that the part of the entry it stands in is not there at all. */
  leads?: true
  /** Whether only tables of offices have it: it is read and never written. */
  onlyRead?: true
}

/** A sheet of the workbook: what its rows are. */
export interface Sheet {
  name: string
  document: 'item' | 'decision' | 'agencies' | 'laws'
  /** Where in the document a row stands: the whole document, a part of it, or an entry of a list in it. */
  at: string
  /** Whether the rows of a document are the entries of a list. */
  isList: boolean
  columns: readonly Column[]
}

/** A column. */
export function column(heading: string, field: Column['field'], kind: CellKind, width = 16): Column {
  return { heading, field, kind, width }
}

/** A column without which the part it stands in is not there. */
export function leading(heading: string, field: string, kind: CellKind, width = 16): Column {
  return { heading, field, kind, width, leads: true }
}
