import { once } from '../../../domain/once.ts'
import { describeForm } from './describe-form.ts'
import { type FormNode, nameInside } from './form-nodes.ts'

/** A section of the form as it stands on the page. */
export interface FormSection {
  /** Anchor on the page. */
  id: string
  title: string
  places: readonly SectionPlace[]
}
interface SectionPlace {
  /** As forms post it: `guide.scope`. */
  name: string
  node: FormNode
}

/** Sections of a guide in the order of 行政许可标准化指引（2016版）, each with its fields; where one stands beside the other they are filled in together. */
const layout: readonly (readonly [id: string, title: string, names: readonly string[]])[] = [
  ['scope', '适用范围', ['guide.scope', 'audiences']],
  ['item', '项目信息', ['aliases', 'themes', 'keywords', 'undertakingUnit']],
  ['review', '审查类型', ['guide.reviewType', 'caseType']],
  ['bases', '审批依据', ['legalBases']],
  ['bodies', '受理机构和决定机构', ['guide.acceptingBody', 'guide.decidingBody']],
  ['quantity', '数量限制', ['quantityLimit']],
  ['conditions', '申请条件', ['guide.conditions', 'guide.prohibitions']],
  ['materials', '申请材料', ['guide.noMaterials', 'guide.materials', 'guide.submission', 'guide.intermediaries']],
  ['receipt', '申请接收', ['guide.receipt']],
  ['procedure', '办理流程', ['procedure.lanes', 'procedure.steps', 'procedure.flows', 'mermaid']],
  ['mode', '办理方式', ['guide.handlingMode', 'guide.visits', 'guide.visitReason']],
  [
    'limits',
    '办结时限',
    ['promisedTimeLimit', 'guide.timeLimitNote', 'extension', 'specialProcedures', 'compressionException'],
  ],
  ['fees', '收费', ['guide.fees', 'guide.onlinePayment']],
  ['results', '审批结果和送达', ['guide.results', 'guide.delivery']],
  ['rights', '申请人权利和义务', ['guide.rightsAndDuties', 'guide.reconsideration', 'guide.litigation']],
  ['contact', '咨询和监督投诉', ['guide.consultation', 'guide.complaint']],
  ['office', '办公地址和时间', ['guide.officeHours']],
  ['progress', '公开查询', ['guide.progressQuery']],
  ['samples', '示范文本、常见错误和问答', ['guide.samples', 'guide.commonErrors', 'guide.faq']],
  ['notes', '年检要求和注意事项', ['guide.annualInspection', 'guide.notes', 'guide.checkedOn', 'guide.withdrawnOn']],
]

/** The form as it stands on the page. Made once. */
export const formSections: () => readonly FormSection[] = once(() =>
  layout.map(([id, title, names]) => ({ id, title, places: names.map((name) => ({ name, node: getNode(name) })) })),
)

/** The node at a name outside of rows. @throws Error: the layout names a field that the schemas do not have. */
function getNode(name: string): FormNode {
  const node = name.split('.').reduce<FormNode | undefined>(findField, describeForm())
  if (node === undefined) throw new Error(`no field ${name}`)
  return node
}

function findField(node: FormNode | undefined, key: string): FormNode | undefined {
  return node?.kind === 'group' ? node.fields.find((field) => field.key === key) : undefined
}

/** Names of the fields that stand in a section, whole groups by their own name, and of those inside `guide` and `procedure`. */
export function topLevelNames(): string[] {
  return describeForm().fields.flatMap((field) =>
    field.kind === 'group' && (field.key === 'guide' || field.key === 'procedure')
      ? field.fields.map(({ key }) => nameInside(field.key, key))
      : [field.key],
  )
}
