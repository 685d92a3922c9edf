import { sheets } from './all-sheets.ts'
import type { Column, Sheet } from './sheet.ts'
import type { SheetCells } from './sheet-cells.ts'

/** A column as it stands in a table. */
export interface FoundColumn {
  /** From 0. */
  index: number
  column: Column
  /** What the heading adds to every bare number below it: 法定时限（工作日）. */
  unit: string
}
/** A table that was found in a sheet. */
export interface Table {
  sheet: Sheet
  columns: FoundColumn[]
  /** Row of the headings, from 0. */
  head: number
  /** Headings that nobody knows: what stands below them is not read. */
  unknown: { index: number; heading: string }[]
}

/** How far down the headings are looked for: below a title and a line of remarks. */
const deepestHead = 10
/** What stands in tables and says nothing of an item. */
const unread = ['', '序号', '备注']

/**
 * The table of a sheet: one of ours by the sheet's name, or a list of items by its headings.
 *
 * `undefined`: it is none. Without headings in it the table of a sheet of ours has no columns.
 */
export function findTable({ name, rows }: SheetCells): Table | undefined {
  const own = sheets.find((sheet) => sheet.name === name.trim())
  const sheet = own ?? sheets[0]
  if (sheet === undefined) return undefined
  const candidates = rows.slice(0, deepestHead).map((cells, head) => readHead(sheet, cells, head))
  const best = candidates.reduce<Table | undefined>(
    (found, table) => (found === undefined || table.columns.length > found.columns.length ? table : found),
    undefined,
  )
  if (own !== undefined) return best ?? { sheet: own, columns: [], head: 0, unknown: [] }
  return best !== undefined && isItemList(best) ? best : undefined
}

/** A list of items names them and says whose they are. */
function isItemList({ columns }: Table): boolean {
  const fields = columns.map(({ column }) => column.field)
  return (
    fields.includes('name') && (fields.includes('agencyName') || fields.includes('agency') || fields.includes('code'))
  )
}

function readHead(sheet: Sheet, cells: readonly string[], head: number): Table {
  const table: Table = { sheet, columns: [], head, unknown: [] }
  for (const [index, cell] of cells.entries()) {
    const heading = plainHeading(cell)
    const found = findColumn(sheet, heading)
    if (found !== undefined) table.columns.push({ index, ...found })
    else if (!unread.includes(heading)) table.unknown.push({ index, heading: cell.trim() })
  }
  return table
}

function plainHeading(cell: string): string {
  return cell.replace(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')')
}

const units: Readonly<Record<string, string>> = {
  工作日: '个工作日',
  个工作日: '个工作日',
  自然日: '个自然日',
  日: '日',
  天: '日',
  月: '个月',
  个月: '个月',
  年: '年',
  小时: '小时',
}

function findColumn({ columns }: Sheet, heading: string): Omit<FoundColumn, 'index'> | undefined {
  const byName = (name: string) => columns.find((column) => column.heading === name || column.also?.includes(name))
  const exact = byName(heading)
  if (exact !== undefined) return { column: exact, unit: '' }
  const [, name = '', word = ''] = /^(.+)\((?:单位[:：])?([^()]+)\)$/.exec(heading) ?? []
  const column = byName(name)
  const unit = units[word]
  return column !== undefined && unit !== undefined ? { column, unit } : undefined
}
