import readXlsxFile from 'read-excel-file/universal'
import { ArchiveFault, openArchive } from './open-archive.ts'
import { packArchive } from './pack-archive.ts'
import { findFailedCells, findMerges, listSheetParts } from './sheet-parts.ts'

/** A sheet as the text of its cells, row by row; an empty cell is the empty text. */
export interface SheetCells {
  name: string
  rows: string[][]
}

/**
 * Reads the cells of a workbook. Numbers, days and truth values come as text (20, 2015-03-12, 是), formulas as what they last came to.
 * Every cell of a merged range holds what is written in it once.
 *
 * @throws ArchiveFault in Chinese: it is no workbook, too large, or broken.
 */
export async function readSheetCells(bytes: Buffer): Promise<SheetCells[]> {
  const parts = openArchive(bytes)
  const sheetParts = listSheetParts(parts)
  const sheets = await readXlsxFile(packArchive(parts), { trim: false, parseNumber: (text) => text }).catch(
    (error: unknown) => {
      const told = error instanceof Error ? error.message : String(error)
      const place = /row (\d+), col (\d+): (\w+)/.exec(told)
      const where = place === null ? '' : `第 ${place[1]} 行第 ${place[2]} 列的单元格没有可读的值（${place[3]}）；`
      throw new ArchiveFault(`${where}工作簿读不出来，请用表格程序打开后重新保存`, { cause: error })
    },
  )
  return sheets.map(({ sheet, data }) => {
    const rows = data.map((row) => row.map(textOf))
    const xml = sheetParts.get(sheet)
    for (const { row, column, text } of xml === undefined ? [] : findFailedCells(xml))
      putText(rows, { row, column, text })
    for (const merge of xml === undefined ? [] : findMerges(xml)) fillMerge(rows, merge)
    return { name: sheet, rows }
  })
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  // The library answers days and moments as dates at UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).replaceAll('\r\n', '\n')
}

/** A cell beyond the last one that holds something has no place yet. */
function putText(rows: string[][], { row, column, text }: { row: number; column: number; text: string }): void {
  while (rows.length <= row) rows.push([])
  const cells = rows[row] ?? []
  while (cells.length <= column) cells.push('')
  cells[column] = text
}

function fillMerge(rows: string[][], { top, left, bottom, right }: ReturnType<typeof findMerges>[number]): void {
  const text = rows[top]?.[left]
  if (text === undefined || text === '') return
  for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
    const cells = rows[row] ?? []
    for (let column = left; column <= Math.min(right, cells.length - 1); column++) cells[column] = text
  }
}
