import type { CellPlace } from '../../domain/cell-place.ts'
import { hasUnclearDay } from '../../domain/durations.ts'
import { CellFault, duration, mainLimit } from './cell-kinds.ts'
import { type Fields, fieldAt, listAt, partAt, putAt } from './entry-paths.ts'
import type { FoundColumn, Table } from './find-table.ts'
import type { GrowingPart, PartBuilder } from './part-builder.ts'
import type { SheetCells } from './sheet-cells.ts'
import { isFailedFormula } from './sheet-parts.ts'

interface Row {
  table: Table
  cells: readonly string[]
  sheet: string
  /** From 1, as the spreadsheet program counts. */
  number: number
}

/** Reads the rows of a table into the parts of the documents that they speak of. Rows without anything in a known column are passed over. */
export function readRows(table: Table, { name: sheet, rows }: SheetCells, builder: PartBuilder): void {
  for (const [index, cells] of rows.entries()) {
    if (index <= table.head || table.columns.every(({ index: at }) => isBlank(cells[at]))) continue
    readRow({ table, cells, sheet, number: index + 1 }, builder)
  }
}

const isBlank = (text: string | undefined) => text === undefined || text.trim() === ''

function placeIn({ cells, sheet, number }: Row, { index, column }: Pick<FoundColumn, 'index' | 'column'>): CellPlace {
  return { sheet, row: number, column: index + 1, heading: column.heading, text: cells[index] ?? '' }
}

function readRow(row: Row, builder: PartBuilder): void {
  const { sheet, columns } = row.table
  const key = columns.find(({ column }) => column === sheet.columns[0])
  const place =
    key === undefined ? { sheet: row.sheet, row: row.number, column: 1, heading: '', text: '' } : placeIn(row, key)
  const id = place.text.trim()
  const isRegister = sheet.document === 'agencies' || sheet.document === 'laws'
  const isOwnRow = sheet.document === 'item' && sheet.at === ''
  if (id === '' && !isRegister && !isOwnRow) {
    builder.fault(place, '', `空着，不知道这一行属于哪个${sheet.document === 'item' ? '事项' : '决定'}`)
    return
  }
  if (!sheet.isList && id !== '') {
    const earlier = builder.earlierRow(sheet, id, row.number)
    if (earlier !== undefined) {
      builder.fault(place, '', `与第 ${earlier} 行重复，一张表里只能有一行`)
      return
    }
  }
  const part = builder.partOf(sheet.document, isRegister ? 'main' : id || null, place)
  if (sheet.isList) addEntry(row, part, builder, isRegister)
  else {
    const base = sheet.at === '' ? '' : `/${sheet.at}`
    part.places.set(base, place)
    readFields(row, { part, entry: partAt(part.fields, sheet.at), base, builder, hasKey: sheet.at === '' })
  }
}

/** A row whose only word is 无 says that the list is empty. */
function addEntry(row: Row, part: GrowingPart, builder: PartBuilder, isRegister: boolean): void {
  const { sheet, columns } = row.table
  const list = listAt(part.fields, sheet.at)
  const own = columns.filter(({ column }) => column.field !== null && (isRegister || column !== sheet.columns[0]))
  const filled = own.filter(({ index }) => !isBlank(row.cells[index]))
  if (
    filled.length === 0 ||
    (filled.length === 1 && filled[0] === own[0] && row.cells[own[0]?.index ?? 0]?.trim() === '无')
  )
    return
  const base = `/${sheet.at}/${list.length}`
  const entry: Fields = {}
  list.push(entry)
  const first = filled[0]
  if (first !== undefined) part.places.set(base, placeIn(row, first))
  readFields(row, { part, entry, base, builder, hasKey: isRegister })
}

interface Target {
  part: GrowingPart
  entry: Fields
  /** Pointer of the entry in its document. */
  base: string
  builder: PartBuilder
  /** Whether the first column is a field of the entry, not only what it belongs to. */
  hasKey: boolean
}

function readFields(row: Row, target: Target): void {
  const { sheet, columns } = row.table
  for (const found of columns) {
    const { column } = found
    if (column.field === null || (!target.hasKey && column === sheet.columns[0])) continue
    const place = placeIn(row, found)
    const field = typeof column.field === 'function' ? column.field(target.entry) : column.field
    const pointer = `${target.base}/${field}`
    // Two columns may tell the same field; the one that says something is its place.
    if (!target.part.places.has(pointer) || !isBlank(place.text)) target.part.places.set(pointer, place)
    try {
      put(found, field, readCell(found, place, target), target)
    } catch (error) {
      if (!(error instanceof CellFault)) throw error
      target.builder.fault(place, pointer, error.message)
    }
  }
}

function readCell({ column, unit }: FoundColumn, place: CellPlace, { entry, builder }: Target): unknown {
  const { kind } = column
  if (isBlank(place.text)) return typeof kind.blank === 'function' ? kind.blank() : kind.blank
  if (isFailedFormula(place.text)) throw new CellFault('是算不出来的公式，请改成文字')
  const isNumber = unit !== '' && /^\s*\d+\s*$/.test(place.text)
  const text = isNumber ? `${place.text.trim()}${unit}` : place.text
  const value = kind.read(text, entry)
  if ((kind === duration || kind === mainLimit) && hasUnclearDay(text)) {
    builder.note(
      'TIM-22',
      place,
      `“${place.sheet}”表第 ${place.row} 行“${place.heading}”写着“${text}”，没有说是工作日还是自然日，按自然日读。`,
    )
  }
  return value
}

function put({ column }: FoundColumn, field: string, value: unknown, { entry }: Target): void {
  const owner = field.includes('/') ? field.slice(0, field.lastIndexOf('/')) : ''
  if (column.leads && value === null && owner !== '') putAt(entry, owner, null)
  // 延长期限 is the amount and unit of an object that other columns go on with.
  else if (field === 'extension' && value !== null)
    putAt(entry, field, { ...(fieldAt(entry, field) as Fields), ...(value as Fields) })
  else putAt(entry, field, value)
}
