import { labels } from '../../domain/labels.ts'
import {
  coded,
  codedOrNothing,
  codes,
  count,
  day,
  duration,
  lines,
  name,
  needed,
  prose,
  unsaid,
  yes,
  yesOrNothing,
} from './cell-kinds.ts'
import { attachmentColumns, basisColumns, ofItem } from './shared-columns.ts'
import { type Column, column, type Sheet } from './sheet.ts'

/** 指南: one row an item, the sections of its guide that are no tables. */
const guideColumns: readonly Column[] = [
  column('适用范围', 'scope', prose, 40),
  column('审查类型', 'reviewType', codedOrNothing(labels.reviewType), 12),
  column('受理机构代码', 'acceptingBody/agency', name, 12),
  column('受理机构', 'acceptingBody/name', name, 20),
  column('决定机构代码', 'decidingBody/agency', name, 12),
  column('决定机构', 'decidingBody/name', name, 20),
  column('申请条件', 'conditions', lines, 40),
  column('禁止性要求', 'prohibitions', lines, 32),
  column('无需材料', 'noMaterials', yes, 10),
  column('材料提交', 'submission', prose, 32),
  column('接收方式', 'receipt/ways', codes(labels.receiptWay), 14),
  column('接收地点', 'receipt/place', name, 24),
  column('接收时间', 'receipt/hours', prose, 24),
  column('接收网址', 'receipt/url', name, 24),
  column('办理形式', 'handlingMode', codedOrNothing(labels.handlingMode), 12),
  column('办结时限说明', 'timeLimitNote', prose, 32),
  column('送达期限', 'delivery/within', duration, 14),
  column('送达方式', 'delivery/ways', codes(labels.deliveryWay), 14),
  column('送达说明', 'delivery/note', prose, 24),
  column('权利和义务', 'rightsAndDuties', prose, 40),
  column('行政复议', 'reconsideration', prose, 32),
  column('行政诉讼', 'litigation', prose, 32),
  column('办公地址', 'officeHours/address', name, 24),
  column('办公窗口', 'officeHours/window', name, 16),
  column('办公时间', 'officeHours/hours', prose, 24),
  column('公开查询', 'progressQuery', prose, 32),
  column('常见错误', 'commonErrors', lines, 32),
  column('年检要求', 'annualInspection', prose, 20),
  column('注意事项', 'notes', prose, 32),
  column('到场次数', 'visits', count, 10),
  column('到场原因', 'visitReason', prose, 24),
  column('网上支付', 'onlinePayment', yesOrNothing, 10),
  column('核查日期', 'checkedOn', day, 12),
  column('撤下日期', 'withdrawnOn', day, 12),
]

const list = (sheet: string, at: string, columns: readonly Column[]): Sheet => ({
  name: sheet,
  document: 'item',
  at: `guide/${at}`,
  isList: true,
  columns: [...ofItem, ...columns],
})

const contactColumns: readonly Column[] = [
  column('方式', 'way', coded(labels.contactWay), 10),
  column('内容', 'value', needed, 32),
  column('说明', 'note', prose, 24),
]

/** The guide and its tables. */
export const guideSheets: readonly Sheet[] = [
  { name: '指南', document: 'item', at: 'guide', isList: false, columns: [...ofItem, ...guideColumns] },
  list('材料', 'materials', [
    column('材料名称', 'name', needed, 32),
    column('材料类型', 'kind', coded(labels.materialKind), 14),
    column('形式', 'form', coded(labels.materialForm), 12),
    column('原件数', 'originals', count, 8),
    column('复印件数', 'copies', count, 8),
    column('必要性', 'necessity', codedOrNothing(labels.necessity), 10),
    column('何时需要', 'when', prose, 20),
    column('来源', 'source', coded(labels.materialSource), 14),
    column('出具单位', 'issuer', name, 20),
    column('受理标准', 'standard', prose, 32),
    column('填报须知', 'instruction', prose, 32),
    ...attachmentColumns('空白表格', 'blank'),
    ...attachmentColumns('示范样本', 'sample'),
    ...basisColumns('basis'),
    column('备注', 'note', prose, 24),
  ]),
  list('收费', 'fees', [
    column('收费项目', 'name', { ...name, blank: null }, 24),
    column('收费标准', 'standard', prose, 24),
    column('可否减免', 'reducible', yes, 10),
    column('减免说明', 'reduction', prose, 24),
    ...basisColumns('basis'),
    column('备注', 'note', prose, 24),
  ]),
  list('结果', 'results', [
    column('结果名称', 'name', needed, 28),
    column('结果类型', 'kind', coded(labels.resultKind), 10),
    column('有效期', 'validity', prose, 20),
    ...attachmentColumns('结果样本', 'sample'),
  ]),
  list('咨询', 'consultation', contactColumns),
  list('投诉', 'complaint', contactColumns),
  list('示范文本', 'samples', [column('名称', 'name', needed, 28), column('网址', 'url', name, 32)]),
  list('常见问题', 'faq', [
    column('问题', 'question', { ...prose, blank: unsaid }, 32),
    column('回答', 'answer', { ...prose, blank: unsaid }, 48),
  ]),
  list('中介服务', 'intermediaries', [column('服务', 'name', needed, 28), column('依据', 'basis', prose, 24)]),
]
