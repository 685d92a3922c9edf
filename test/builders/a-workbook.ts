import writeXlsxFile from 'write-excel-file/node'

type Cell = string | number | Date | null

/** A workbook as a spreadsheet program saves it: sheets by name, rows of cells. A cell may reach over several rows. */
export function aWorkbook(
  sheets: Readonly<Record<string, readonly (readonly (Cell | { over: number; text: string })[])[]>>,
) {
  return writeXlsxFile(
    Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cellOf)) })),
  ).toBuffer()
}

function cellOf(cell: Cell | { over: number; text: string }) {
  if (cell === null) return null
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd' }
  if (typeof cell === 'object') return { value: cell.text, type: String, rowSpan: cell.over }
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String }
}

/** The table of items of an office, as it stands in a published list. */
export const officeHeadings = ['序号', '项目名称', '实施部门', '类别', '法定时限', '承诺时限', '备注'] as const
