import { CatalogError } from '../../domain/catalog-error.ts'

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html), in words for a reader. */
const reasons: Readonly<Record<number, string>> = {
  3: '没有读写数据文件的权限',
  5: '数据库正忙，请稍后再试',
  6: '数据库正忙，请稍后再试',
  8: '数据文件是只读的',
  10: '读写磁盘出错',
  11: '数据文件已损坏',
  13: '磁盘已满',
  14: '数据文件打不开',
  26: '这个文件不是数据库，或已损坏',
}

/** Whether a unique index refused a write. */
export function isUniqueViolation(error: unknown): boolean {
  return rawCodeOf(error) === 2067
}

/** What SQLite refused, as CatalogError `store-unavailable`; an error that is not about the file is a bug and stays as it is. */
export function translateSqliteError(error: unknown): unknown {
  const code = rawCodeOf(error)
  const reason = code === undefined ? undefined : reasons[code & 0xff]
  return reason === undefined ? error : new CatalogError('store-unavailable', { reason }, { cause: error })
}

function rawCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('rawCode' in error)) return undefined
  return typeof error.rawCode === 'number' ? error.rawCode : undefined
}
