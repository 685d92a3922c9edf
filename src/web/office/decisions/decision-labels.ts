import { labels } from '../../../domain/labels.ts'
import { actionFields } from '../../../domain/office/action-fields.ts'

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
  actions: {
    title: '逐项',
    fields: {
      action: '怎么处理',
      ...Object.fromEntries(
        Object.values(actionFields).flatMap((fields) => fields.map(({ name, label }) => [name, label])),
      ),
    },
  },
}
const actionWords: Readonly<Record<string, string>> = labels.action

/** The words of a field of the form of a decision; `undefined`: nobody sees it. */
export function decisionFieldLabel(name: string): string | undefined {
  const [, field = '', row = '', part = ''] = name.split('/')
  if (field === 'declared') return `文件写明${actionWords[row] ?? row}的项数`
  const list = lists[field]
  if (list === undefined) return head[field]
  return `${list.title}第 ${Number(row) + 1} 条：${list.fields[part] ?? part}`
}
