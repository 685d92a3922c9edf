import { labels } from '../../../domain/labels.ts'

/** What the schema does not say of a field, for those who fill it in. */
export interface FieldNote {
  /** Where the schema has no Chinese name, or one that does not say enough here. */
  label?: string
  hint?: string
  /** Several lines. Markdown where the schema says so. */
  isLong?: boolean
  isRare?: boolean
  /** What one row of a list is called. */
  noun?: string
  /** A list of short texts that are typed one a line. */
  isLines?: boolean
  source?: 'agencies' | 'laws' | 'lanes' | 'steps'
  /** Words for the codes. */
  options?: Readonly<Record<string, string>>
}

/** By title of the schema, then by name of the field. */
export const fieldNotes: Readonly<Record<string, Readonly<Record<string, FieldNote>>>> = {
  ApprovalItem: {
    aliases: { label: '别名', isLines: true, hint: '一行一个：曾用名，或者群众常说的叫法。' },
    audiences: { options: labels.audience },
    themes: { isLines: true, hint: '一行一个，如“投资立项”。' },
    keywords: { label: '检索词', isLines: true, hint: '一行一个：群众可能用来查找的词。' },
    undertakingUnit: { label: '承办机构', hint: '具体负责的科室。' },
    legalBases: { noun: '依据' },
    caseType: { label: '办件类型', options: labels.caseType },
    promisedTimeLimit: { hint: '照平常的写法填，如 6个工作日、3个月、当场。没有承诺的，空着。' },
    specialProcedures: { noun: '特别程序', hint: '听证、检验、专家评审等，不计入办结时限的写明依据。' },
    compressionException: { hint: '承诺时限达不到压缩目标的，写明理由和批准人。' },
    quantityLimit: { hint: '没有数量限制的，空着。' },
    guide: { label: '办事指南' },
    procedure: { label: '办理流程' },
    mermaid: {
      label: '手工绘制的流程图',
      isLong: true,
      isRare: true,
      hint: 'Mermaid 流程图源代码。填了它，就不再按环节画图。',
    },
  },
  Extension: {
    amount: { label: '可以延长', hint: '如 10个工作日。不能延长的，空着。' },
    approvedBy: { label: '由谁批准延长' },
    basis: { label: '延长依据' },
  },
  SpecialProcedure: {
    kind: { label: '种类', options: labels.specialProcedure },
    limit: { label: '需要多久', hint: '如 30日。' },
    counted: { label: '计入办结时限' },
    basis: { label: '不计入时限的依据' },
    note: { label: '备注' },
  },
  CompressionException: {
    reason: { label: '理由', isLong: true },
    approvedBy: { label: '批准人' },
  },
  QuantityLimit: {
    text: { label: '数量' },
    allocation: {
      label: '分配办法',
      hint: '有数量限制的，先到先得还是公开竞争（行政许可法第五十七条）。',
    },
  },
  LegalBasis: {
    law: { label: '法律法规', source: 'laws', hint: '写全称，不加书名号。' },
    articles: { label: '条款', isLines: true, hint: '一行一条，如“第三十七条第二款”。' },
    for: { label: '用来支持', options: labels.basisFor },
    textVersion: { label: '所看文本的日期', isRare: true },
    verified: { label: '已与法律条文核对', isRare: true },
  },
  Body: {
    agency: { label: '本市部门', source: 'agencies', hint: '空着就是本事项的实施机关。' },
    name: { label: '其他机构名称', hint: '不是本市部门的，写名称。' },
  },
  Attachment: {
    name: { label: '文件名' },
    url: { label: '下载网址' },
  },
  Contact: {
    way: { label: '方式', options: labels.contactWay },
    value: { label: '地址、号码或网址' },
    note: { label: '备注' },
  },
  ServiceGuide: {
    scope: { isLong: true, hint: '哪些人、哪些情形适用这份指南。' },
    reviewType: { label: '审查类型', options: labels.reviewType },
    acceptingBody: { label: '受理机构' },
    decidingBody: { label: '决定机构' },
    conditions: { noun: '条件', isLong: true, hint: '一条一格。全部符合的，准予。' },
    prohibitions: { noun: '情形', isLong: true, hint: '一条一格。有其中一条的，不予。' },
    noMaterials: { label: '不需要任何材料' },
    materials: { noun: '材料' },
    submission: { label: '提交要求', isLong: true, hint: '格式、签字盖章、装订。' },
    receipt: { label: '申请接收' },
    handlingMode: { label: '办理方式', options: labels.handlingMode },
    timeLimitNote: { label: '办结时限说明', isLong: true },
    fees: { noun: '收费项目', hint: '不收费的，一项也不填。' },
    results: { noun: '结果' },
    rightsAndDuties: { isLong: true },
    reconsideration: { label: '向谁申请行政复议', isLong: true },
    litigation: { label: '向哪个法院起诉', isLong: true },
    consultation: { noun: '途径' },
    complaint: { noun: '渠道', hint: '不能与咨询途径相同。' },
    progressQuery: { label: '怎样查询进度和结果', isLong: true },
    samples: { noun: '示范文本', hint: '不属于某一种材料的示范文本。' },
    commonErrors: { noun: '错误', isLong: true },
    faq: { noun: '问答' },
    annualInspection: { isLong: true },
    notes: { isLong: true },
    visitReason: { isLong: true, hint: '需要到现场的，说明为什么。' },
    intermediaries: { noun: '中介服务' },
    checkedOn: { label: '最近核对日期' },
  },
  Material: {
    name: { label: '材料名称' },
    kind: { label: '材料类型', options: labels.materialKind },
    form: { label: '材料形式', options: labels.materialForm },
    originals: { label: '原件份数' },
    copies: { label: '复印件份数' },
    necessity: { label: '必要性', options: labels.necessity },
    when: { label: '什么情形下需要', hint: '都需要的，空着。' },
    source: { label: '来源', options: labels.materialSource },
    issuer: { label: '出具单位', isRare: true },
    basis: { label: '要求提供的依据', isRare: true },
    standard: { isLong: true, isRare: true },
    instruction: { isLong: true, isRare: true },
    blank: { label: '空白表格', isRare: true },
    sample: { label: '示范文本', isRare: true },
    note: { label: '备注', isLong: true, isRare: true },
  },
  Receipt: {
    ways: { label: '提交方式', options: labels.receiptWay },
    place: { label: '接收地点' },
    hours: { label: '接收时间' },
    url: { label: '网上提交的网址' },
  },
  Fee: {
    basis: { label: '收费依据' },
    reducible: { label: '可以减免' },
    note: { label: '备注' },
  },
  Result: {
    name: { label: '证照或文书名称' },
    kind: { label: '结果类型', options: labels.resultKind },
    validity: { label: '有效期' },
    sample: { label: '结果样本', isRare: true },
  },
  Delivery: {
    within: { label: '决定后多久送达', hint: '如 10个工作日。' },
    ways: { label: '送达方式', options: labels.deliveryWay },
    note: { label: '备注' },
  },
  OfficeHours: {
    address: { label: '办公地址', hint: '写到房间或者窗口。' },
    window: { label: '窗口' },
    hours: { label: '办公时间', hint: '写明工作日。' },
  },
  Question: {
    question: { label: '问' },
    answer: { label: '答', isLong: true },
  },
  Intermediary: {
    name: { label: '服务名称' },
    basis: { label: '依据' },
  },
  Procedure: {
    lanes: { label: '由谁办理', noun: '办理方', hint: '申请人、窗口、科室……流程图上一方一列。' },
    steps: { label: '环节', noun: '环节' },
    flows: { label: '环节之间的去向', noun: '去向' },
  },
  Lane: {
    name: { label: '名称', hint: '如“政务中心窗口”。' },
    agency: { label: '所属部门', source: 'agencies', hint: '不是本事项实施机关的才选。' },
  },
  Step: {
    name: { label: '环节名称', hint: '判断环节写成问句。' },
    kind: { label: '种类', options: labels.stepKind },
    lane: { label: '由谁办理', source: 'lanes' },
    phase: { label: '阶段', options: labels.phase },
    limit: { label: '环节时限', hint: '如 1个工作日。' },
    specialProcedure: { label: '哪一种特别程序', options: labels.specialProcedure, isRare: true },
    outcome: { label: '办理结局', options: labels.outcome },
    description: { label: '说明', isLong: true, isRare: true },
  },
  Flow: {
    from: { label: '从', source: 'steps' },
    to: { label: '到', source: 'steps' },
    when: { label: '条件', hint: '从判断环节出来的必须写，如“是”“否”。' },
  },
}
