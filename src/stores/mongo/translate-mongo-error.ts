import { Error as MongooseError, mongo } from 'mongoose'
import { CatalogError } from '../../domain/catalog-error.ts'

/** Codes that the server answers (MongoDB source, error_codes.yml), in words for a reader. */
const reasons: Readonly<Record<number, string>> = {
  13: '没有读写数据库的权限',
  18: '数据库用户名或口令不对',
  50: '数据库没有及时回答，请稍后再试',
  85: '数据库里有同名而内容不同的索引',
  86: '数据库里有同名而内容不同的索引',
  91: '数据库正在停止，请稍后再试',
  112: '数据库正忙，请稍后再试',
  189: '数据库正在切换主节点，请稍后再试',
  251: '数据库正忙，请稍后再试',
  8000: '数据库用户名或口令不对',
  10107: '数据库正在切换主节点，请稍后再试',
  10334: '内容超过数据库一份文档的上限 16 MB',
  11600: '数据库正在停止，请稍后再试',
  11602: '数据库正在切换主节点，请稍后再试',
  13435: '数据库正在切换主节点，请稍后再试',
  13436: '数据库正在切换主节点，请稍后再试',
  14031: '数据库服务器的磁盘已满',
}

/** The last step of a write was begun, and its answer never came: it was done or not. */
export class OutcomeUnknownError extends Error {
  constructor(cause: unknown) {
    super('the outcome of a write is unknown', { cause })
  }
}

const away = '连接不上 MongoDB 服务器'

/** Failures of the driver itself, without a code of the server. */
const failures: readonly (readonly [new (...parameters: never[]) => Error, string])[] = [
  [OutcomeUnknownError, '写到最后一步时断开了，写没写进去要重新读取才知道'],
  [MongooseError.MongooseServerSelectionError, away],
  [mongo.MongoServerSelectionError, away],
  [mongo.MongoNetworkTimeoutError, '数据库没有及时回答，请稍后再试'],
  [mongo.MongoNetworkError, away],
  [mongo.MongoTopologyClosedError, '数据库已关闭'],
  [mongo.MongoClientClosedError, '数据库已关闭'],
  [mongo.MongoNotConnectedError, '数据库已关闭'],
  [mongo.MongoExpiredSessionError, '数据库已关闭'],
  [mongo.MongoParseError, 'MongoDB 的地址写得不对'],
]

/** Whether a unique index refused a write. */
export function isDuplicateKey(error: unknown): boolean {
  return codeOf(error) === 11000
}

/** Whether another writer was faster: nothing was written, the same may be tried again. */
export function isWriteConflict(error: unknown): boolean {
  return codeOf(error) === 112
}

/**
 * Whether a transaction was undone through no fault of its own: all of it may be tried again.
 *
 * Servers label such errors; of a lock that was not given in time a compatible engine says only that another writer was faster.
 */
export function isTransient(error: unknown): boolean {
  if (isWriteConflict(error)) return true
  return error instanceof mongo.MongoError && error.hasErrorLabel('TransientTransactionError')
}

/** Whether nobody knows if the server has done what it was told: its answer is lost, or it was gone when it was asked again. */
export function isAnswerLost(error: unknown): boolean {
  if (error instanceof OutcomeUnknownError) return true
  if (!(error instanceof mongo.MongoError)) return false
  return (
    error instanceof mongo.MongoNetworkError ||
    isBrokenInsert(error) ||
    error instanceof mongo.MongoServerSelectionError ||
    error.hasErrorLabel('UnknownTransactionCommitResult')
  )
}

/** What MongoDB refused, as CatalogError `store-unavailable`; any other error is a bug and stays as it is. */
export function translateMongoError(error: unknown): unknown {
  const reason =
    reasons[codeOf(error) ?? 0] ?? failures.find(([kind]) => error instanceof kind)?.[1] ?? reasonOfLine(error)
  return reason === undefined ? error : new CatalogError('store-unavailable', { reason }, { cause: error })
}

/** What comes without a kind of its own: a name that no name server knows, and a line that broke during an insert. */
function reasonOfLine(error: unknown): string | undefined {
  const isUnknownName = error instanceof Error && /^query(?:Srv|Txt) /.test(error.message)
  return isUnknownName || isBrokenInsert(error) ? away : undefined
}

/** An insert tells a failure of the line by an error of its own, without a code and without the first error. */
function isBrokenInsert(error: unknown): boolean {
  return error instanceof mongo.MongoBulkWriteError && codeOf(error) === undefined
}

function codeOf(error: unknown): number | undefined {
  if (!(error instanceof mongo.MongoError) || typeof error.code !== 'number') return undefined
  return error.code
}
