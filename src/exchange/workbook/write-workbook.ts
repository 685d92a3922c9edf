import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { CatalogError } from '../../domain/catalog-error.ts'
import type { WritableDocument } from '../../ports/catalogue-files.ts'
import { sheets } from './all-sheets.ts'
import type { CellValue } from './cell-kinds.ts'
import { type Fields, fieldAt } from './entry-paths.ts'
import type { Column, Sheet } from './sheet.ts'
import { sheetLimits } from './sheet-parts.ts'

/** Most characters of a cell; programs cut off or refuse what is longer. */
const longestText = 32_767
const headColour = '#dde8f0'

/** A row's entry, and the document it belongs to. */
interface RowOf {
  entry: Fields
  document: Fields
}

/**
 * A catalogue as one workbook: a sheet for items, for each of their tables, for decisions, agencies and laws; headings in the first row, which stays
 * in sight. Every text is typed as a text, so that none can be taken for a formula.
 *
 * @throws CatalogError `cell-too-long` (facts: `sheet`, `heading`, `subject`), `sheet-too-long` (facts: `sheet`, `rows`): it could not be read again.
 */
export async function writeWorkbook(documents: readonly WritableDocument[]): Promise<Buffer> {
  const names = namesOf(documents)
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: tableOf(sheet, documents, names),
    columns: columnsOf(sheet).map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: sheet.document === 'item' || sheet.document === 'decision' ? 2 : 1,
  }))
  return writeXlsxFile(written, { fontFamily: 'SimSun', fontSize: 11 }).toBuffer()
}

const columnsOf = ({ columns }: Sheet): Column[] => columns.filter(({ onlyRead }) => !onlyRead)

/** Names of agencies by code, which readers want beside the code. */
function namesOf(documents: readonly WritableDocument[]): ReadonlyMap<unknown, string> {
  const lists = documents.flatMap((entry) => (entry.kind === 'agencies' ? entry.document.agencies : []))
  return new Map(lists.map(({ code, name }) => [code, name]))
}

function tableOf(sheet: Sheet, documents: readonly WritableDocument[], names: ReadonlyMap<unknown, string>): Row[] {
  const columns = columnsOf(sheet)
  const head = columns.map(({ heading }) => ({
    value: heading,
    type: String,
    fontWeight: 'bold' as const,
    backgroundColor: headColour,
    wrap: true,
    alignVertical: 'center' as const,
  }))
  const rows = documents
    .filter(({ kind }) => kind === sheet.document)
    // Whatever its kind: a document is fields, and the sheet names those it shows.
    .flatMap(({ document }) => rowsOf(sheet, document as unknown as Fields))
  if (rows.length >= sheetLimits.rows)
    throw new CatalogError('sheet-too-long', { sheet: sheet.name, rows: rows.length })
  return [head, ...rows.map((row) => columns.map((column) => cellOf(sheet, column, row, names)))]
}

function rowsOf({ at, isList }: Sheet, document: Fields): RowOf[] {
  const found = fieldAt(document, at)
  if (found === null || found === undefined) return []
  const entries = isList && Array.isArray(found) ? found : [found]
  return entries.map((entry: Fields) => ({ entry, document }))
}

function cellOf(sheet: Sheet, column: Column, row: RowOf, names: ReadonlyMap<unknown, string>): Row[number] {
  const value = cellValueOf(sheet, column, row, names)
  if (value === null) return null
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' }
  if (value.length > longestText) {
    const subject = String(row.document.code ?? row.document.id ?? '')
    throw new CatalogError('cell-too-long', { sheet: sheet.name, heading: column.heading, subject })
  }
  return { value: escaped(value), type: String, wrap: true, alignVertical: 'top' }
}

function cellValueOf(
  sheet: Sheet,
  { heading, field, kind }: Column,
  { entry, document }: RowOf,
  names: ReadonlyMap<unknown, string>,
): CellValue {
  if (field === 'agencyName') return names.get(document.agency) ?? null
  if (field === null) return String(document.name ?? document.title ?? '')
  const isKey =
    sheet.at !== '' &&
    sheet.columns[0]?.heading === heading &&
    sheet.document !== 'agencies' &&
    sheet.document !== 'laws'
  const path = typeof field === 'function' ? field(entry) : field
  return kind.write(fieldAt(isKey ? document : entry, path), entry)
}

/** Signs that XML has no place for are written by their number, and what looks like such a number as well (ECMA-376, ST_Xstring). */
function escaped(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    /_x(?=[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffd-\uffff]/g,
    (sign) => (sign === '_x' ? '_x005F_x' : `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  )
}
