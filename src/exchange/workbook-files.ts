import { extname } from 'node:path'

/** Whether a file is meant as a workbook, by its ending; what it really is, its content tells. */
export function isWorkbookFile(path: string): boolean {
  return ['.xlsx', '.xlsm', '.xls', '.et', '.ods'].includes(extname(path).toLowerCase())
}
