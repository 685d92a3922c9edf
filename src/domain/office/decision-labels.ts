import { labels } from '../labels.ts'
import { actionFields } from './action-fields.ts'

const head: Readonly<Record<string, string>> = {
  title: '标题',
  issuer: '制定机关',
  documentNumber: '文号',
  adoptedOn: '审议通过的日期',
  adoptedBy: '审议的会议',
  publishedOn: '公布日期',
  effectiveOn: '施行日期',
  effectiveNote: '施行早于审议的原因',
  inTransit: '在办的申请',
  basis: '上级依据',
}
const lists: Readonly<Record<string, { title: string; fields: Readonly<Record<string, string>> }>> = {
  consultations: { title: '征求意见', fields: { body: '单位', on: '日期', opinion: '意见' } },
  declaredCounts: { title: '文件写明的各单位项数', fields: { agency: '单位', opening: '期初', closing: '期末' } },
  created: { title: '要新建的事项', fields: { code: '编码', name: '名称', agency: '实施机关', type: '类型' } },
  actions: { title: '逐项', fields: { action: '怎么处理' } },
}
const actionWords: Readonly<Record<string, string>> = labels.action

/** The bare name of a field of a decision that a JSON pointer leads to; `action`: of the row that it lies in. `undefined`: nobody sees it. */
export function nameDecisionField(pointer: string, action?: string): string | undefined {
  const [, field = '', row = '', part = ''] = pointer.split('/')
  if (field === 'declared') return actionWords[row] ?? row
  const fields = action !== undefined && isAction(action) ? actionFields[action] : []
  return fields.find(({ name }) => name === part)?.label ?? lists[field]?.fields[part] ?? head[field]
}

/** The same with its place: `逐项第 3 条：理由`. */
export function placeDecisionField(pointer: string, action?: string): string | undefined {
  const [, field = '', row = ''] = pointer.split('/')
  const name = nameDecisionField(pointer, action)
  if (field === 'declared' && name !== undefined) return `文件写明${name}的项数`
  const list = lists[field]
  return list === undefined || name === undefined ? name : `${list.title}第 ${Number(row) + 1} 条：${name}`
}

function isAction(text: string): text is keyof typeof actionFields {
  return Object.hasOwn(actionFields, text)
}
