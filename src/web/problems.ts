import { CatalogError, InputRefusedError, type Violation } from '../domain/catalog-error.ts'
import { sentenceFor } from '../domain/error-sentences.ts'
import { ItemGoneError } from '../domain/item-gone-error.ts'

/** An answer by RFC 9457. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  violations: readonly Violation[]
  /** What else a program is told, as members beside these (§3.2). */
  members?: Readonly<Record<string, unknown>>
}

/** Error code → HTTP status and Chinese title: the one place where an error of the catalogue meets HTTP. */
const problems: Readonly<Record<string, { status: number; title: string }>> = {
  'not-found': { status: 404, title: '没有找到' },
  'item-gone': { status: 410, title: '事项已经退出目录' },
  'input-refused': { status: 400, title: '输入不符合要求' },
  'unreadable-duration': { status: 400, title: '读不懂时限' },
  'invalid-date': { status: 400, title: '没有这一天' },
  'invalid-date-range': { status: 400, title: '起止日期颠倒' },
  'date-out-of-range': { status: 400, title: '时限太长' },
  'empty-catalogue': { status: 503, title: '目录还是空的' },
  'revision-missing': { status: 428, title: '没有说明是在哪一版上改的' },
  'stale-revision': { status: 412, title: '已被别人改过' },
  'duplicate-code': { status: 409, title: '编码重复' },
  'not-allowed': { status: 403, title: '没有这个权限' },
  'forged-request': { status: 403, title: '请求不是从本站的页面发出的' },
  'not-possible': { status: 409, title: '现在不能这样做' },
  'draft-exists': { status: 409, title: '已有草稿' },
  'link-ended': { status: 404, title: '链接已失效' },
  'wrong-password': { status: 400, title: '密码不对' },
  'sign-in-failed': { status: 401, title: '没有登录成功' },
  'sign-in-wait': { status: 429, title: '请稍后再试' },
  'account-exists': { status: 409, title: '登录名已被使用' },
  'own-account': { status: 400, title: '不能停用自己的账号' },
  'store-unavailable': { status: 503, title: '数据库暂时不可用' },
  stopping: { status: 503, title: '服务正在停止' },
  'flowchart-refused': { status: 503, title: '流程图画不出来' },
  'flowchart-failed': { status: 503, title: '流程图画不出来' },
}

/** Errors of Express and its body parser, by status. */
const requestProblems: Readonly<Record<number, { title: string; detail: string }>> = {
  400: { title: '请求有误', detail: '地址或正文的写法不对，服务器读不懂。' },
  401: { title: '还没有登录', detail: '登录已经过期，或还没有登录。' },
  404: { title: '没有找到', detail: '没有这个地址。' },
  405: { title: '不支持这种方法', detail: '这个地址不支持这种请求方法，可用的方法见 Allow。' },
  413: { title: '正文太大', detail: '一次提交的内容太多（接口 1 MB，表单 2 MB）。' },
  415: { title: '正文格式不支持', detail: '正文请用 UTF-8 的 application/json。' },
  429: { title: '请求太多', detail: '请求太多，请稍后再试。' },
}

/** The problem for an HTTP status of its own; what is not listed becomes the fixed sentence of a fault. */
export function problemForStatus(status: number): Problem {
  const known = requestProblems[status]
  if (known === undefined) return fault(500, '服务器出错')
  return { type: 'about:blank', ...known, status, violations: [] }
}

/** From 500 up the reader gets a fixed sentence; the cause stays in the log. */
function fault(status: number, title: string, type = 'about:blank'): Problem {
  return { type, title, status, detail: '服务器暂时无法完成请求，请稍后再试。', violations: [] }
}

/** What the reader is told of an error; never its cause, its path or its stack. */
export function problemOf(error: unknown): Problem {
  if (error instanceof CatalogError) return problemOfCatalogError(error)
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  return problemForStatus(status)
}

function problemOfCatalogError(error: CatalogError): Problem {
  const entry = problems[error.code]
  if (entry === undefined) return fault(500, '服务器出错')
  const type = `urn:banshi:problem:${error.code}`
  if (entry.status >= 500) return fault(entry.status, entry.title, type)
  const violations = error instanceof InputRefusedError ? error.violations : []
  return { type, ...entry, detail: sentenceFor(error), violations, ...membersOf(error) }
}

/** A program that asks for an item that is gone learns since when, by which decision, and where it went. */
function membersOf(error: CatalogError): Pick<Problem, 'members'> {
  // The draft that is open already is what was wanted.
  if (error.code === 'draft-exists') return { members: { id: error.facts.id } }
  if (!(error instanceof ItemGoneError)) return {}
  const { asOf, state, since, decision, successors, successorItems, receivers } = error.gone
  return { members: { asOf, state, since, decision, successors, successorItems, receivers } }
}
