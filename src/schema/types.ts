/** Generated from schemas/ by `npm run types`; do not edit. Types of documents after their check: defaults are filled in. */

/**
 * Code of an agency: small letters and digits, as in `fgw`.
 */
export type AgencyCode = string
/**
 * Where facts come from: the text of a law, a published official list, or made up to illustrate.
 */
export type Facts = 'statute' | 'official-list' | 'illustrative'
/**
 * A calendar day in Asia/Shanghai, `YYYY-MM-DD`.
 */
export type Day = string
/**
 * Agency code, dash, three digits or more.
 */
export type ItemCode = string
/**
 * Code of a region, as in `xiangtan-xian`.
 */
export type RegionCode = string
/**
 * A length of time that keeps its unit; `{ unit: instant }` is 当场.
 */
export type Duration =
  {amount: number; unit: 'working-day' | 'calendar-day' | 'month' | 'year' | 'hour'} | {unit: 'instant'; amount?: never}
/**
 * A duration; `null`: no limit is set.
 */
export type OptionalDuration = Duration | null
/**
 * Identifier inside one procedure.
 */
export type LocalId = string
/**
 * 延长期限
 */
export type Extension = {
  /**
   * How many units.
   */
  amount: number
  /**
   * Unit.
   */
  unit: 'working-day' | 'calendar-day' | 'month' | 'year' | 'hour'
  /**
   * Who approves it.
   */
  approvedBy: string | null
  /**
   * Legal basis.
   */
  basis: string | null
} | null
/**
 * 压缩例外
 */
export type CompressionException = {
  /**
   * Why the target may be missed.
   */
  reason: string
  /**
   * Who approved it.
   */
  approvedBy: string
} | null
/**
 * G7 数量限制; `null`: 无.
 */
export type QuantityLimit = {
  /**
   * The limit.
   */
  text: string
  /**
   * How it is given out (行政许可法 第五十七条).
   */
  allocation: string | null
} | null

/**
 * `catalog/agencies.yaml`: the agencies in official order.
 */
export interface Agencies {
  /**
   * In official order.
   */
  agencies: Agency[]
}
export interface Agency {
  code: AgencyCode
  /**
   * Full official name.
   */
  name: string
  /**
   * Short name as the public says it.
   */
  shortName: string | null
  /**
   * 市直 · 中央驻潭 · 省驻潭
   */
  category: 'municipal' | 'central' | 'provincial'
  /**
   * 法定机关 · 授权组织 · 受委托组织 · 其他
   */
  nature: 'statutory' | 'authorised' | 'entrusted' | 'other'
  /**
   * First day on which it exists; `null`: from the beginning.
   */
  from: string | null
  /**
   * Last day on which it exists; `null`: no end known.
   */
  to: string | null
  /**
   * Code of the agency that took over.
   */
  successor: string | null
  /**
   * Remark for readers.
   */
  note: string | null
  /**
   * 权力清单: numbers of its entries, where the list is kept here.
   *
   * Items: One number.
   */
  powers: string[]
  provenance: Provenance
}
export interface Provenance {
  facts: Facts
  /**
   * Whether somebody responsible compared the facts with their source.
   */
  verified: boolean
  /**
   * What a reader should know about the source.
   */
  note: string | null
  /**
   * The source itself: a file, a list, a text.
   */
  source: string | null
  /**
   * Fields whose facts come from elsewhere than the rest.
   */
  parts: PartProvenance[]
}
export interface PartProvenance {
  /**
   * JSON pointers of the fields this speaks of.
   */
  pointers: string[]
  facts: Facts
  /**
   * As above, for these fields.
   */
  verified: boolean
  /**
   * As above, for these fields.
   */
  note: string | null
}
export interface LegalBasis {
  /**
   * Title in the register of laws (`laws.yaml`).
   */
  law: string
  /**
   * Articles, in the written form of the law.
   *
   * Items: One article, as in 第三条 or 第三十七条第二款.
   */
  articles: string[]
  /**
   * What the basis supports: the item itself, its time limit, its fee, a condition, a material.
   */
  for: 'item' | 'limit' | 'fee' | 'condition' | 'material'
  /**
   * Date of the text of the law in which the article number was read.
   */
  textVersion: string | null
  /**
   * Whether somebody compared the article with the text of the law.
   */
  verified: boolean
}
/**
 * An authority: an agency of the catalogue by code, any other by name.
 */
export interface Body {
  /**
   * Code, when the body is an agency of the catalogue.
   */
  agency: string | null
  /**
   * Name, when it is not.
   */
  name: string | null
}
export interface Attachment {
  /**
   * File name shown to the reader.
   */
  name: string
  /**
   * Where it can be had; `null`: not online.
   */
  url: string | null
}
export interface Contact {
  /**
   * 窗口 · 电话 · 网站 · 信函 · 电子邮件
   */
  way: 'window' | 'phone' | 'web' | 'mail' | 'email'
  /**
   * The place, number or address.
   */
  value: string
  /**
   * Remark.
   */
  note: string | null
}
/**
 * `catalog/decisions/<id>.yaml`: one adjustment decision with its actions.
 */
export interface AdjustmentDecision {
  /**
   * Identifier; also the name of the file.
   */
  id: string
  /**
   * Title.
   */
  title: string
  /**
   * 文号, as in 潭政发〔2015〕6号.
   */
  documentNumber: string | null
  /**
   * Who decides.
   */
  issuer: string
  /**
   * 拟订 · 征求意见 · 审议通过 · 已公布 · 撤销
   */
  stage: 'draft' | 'consulting' | 'adopted' | 'published' | 'revoked'
  /**
   * Superiors' papers on which it rests.
   *
   * Items: A paper of a superior.
   */
  basis: string[]
  /**
   * 征求意见
   */
  consultations: Consultation[]
  /**
   * Day of adoption.
   */
  adoptedOn: string | null
  /**
   * The meeting.
   */
  adoptedBy: string | null
  /**
   * Day of publication.
   */
  publishedOn: string | null
  /**
   * 施行日期: the catalogue changes at the start of this day.
   */
  effectiveOn: string | null
  /**
   * Day from which it no longer holds.
   */
  revokedOn: string | null
  /**
   * Why it takes effect before its adoption, where it does.
   */
  effectiveNote: string | null
  declared: DeclaredTotals
  /**
   * Active items of agencies before and after, as the document states them.
   */
  declaredCounts: DeclaredCount[]
  /**
   * What happens to applications accepted before.
   */
  inTransit: string | null
  /**
   * Rows, in the order of the document.
   */
  actions: (
    | CancelAction
    | DelegateAction
    | UndertakeAction
    | MergeAction
    | SplitAction
    | CreateAction
    | RetainAction
    | RenameAction
    | TransferAction
    | ReclassifyAction
    | SuspendAction
    | ResumeAction
  )[]
  provenance: Provenance
}
export interface Consultation {
  /**
   * Who was asked.
   */
  body: string
  /**
   * When.
   */
  on: string | null
  /**
   * What they said.
   */
  opinion: string | null
}
/**
 * What the document itself says; checked against the rows.
 */
export interface DeclaredTotals {
  /**
   * Rows of cancel the document itself states.
   */
  cancel?: number
  /**
   * Rows of delegate the document itself states.
   */
  delegate?: number
  /**
   * Rows of undertake the document itself states.
   */
  undertake?: number
  /**
   * Rows of merge the document itself states.
   */
  merge?: number
  /**
   * Rows of split the document itself states.
   */
  split?: number
  /**
   * Rows of create the document itself states.
   */
  create?: number
  /**
   * Rows of retain the document itself states.
   */
  retain?: number
  /**
   * Rows of rename the document itself states.
   */
  rename?: number
  /**
   * Rows of transfer the document itself states.
   */
  transfer?: number
  /**
   * Rows of reclassify the document itself states.
   */
  reclassify?: number
  /**
   * Rows of suspend the document itself states.
   */
  suspend?: number
  /**
   * Rows of resume the document itself states.
   */
  resume?: number
}
export interface DeclaredCount {
  agency: AgencyCode
  /**
   * 期初数
   */
  opening: number
  /**
   * 期末数
   */
  closing: number
}
export interface CancelAction {
  action: 'cancel'
  item: ItemCode
  /**
   * 设定依据, as the row states it.
   */
  legalBasis: string | null
  /**
   * 取消理由
   */
  reason: string | null
  /**
   * 后续监管措施
   */
  supervision: string | null
  /**
   * Whether the whole item is meant.
   */
  scope: 'full' | 'partial'
  /**
   * What remains, when the scope is partial.
   */
  kept: string | null
  /**
   * 备注
   */
  note: string | null
}
export interface DelegateAction {
  action: 'delegate'
  item: ItemCode
  /**
   * 设定依据, as the row states it.
   */
  legalBasis: string | null
  /**
   * Receivers.
   */
  to: RegionCode[]
  /**
   * 直接 · 委托
   */
  mode: 'direct' | 'entrusted' | null
  /**
   * Day of handing over.
   */
  handoverOn: string | null
  /**
   * 监管措施
   */
  supervision: string | null
  /**
   * Whether the whole item is meant.
   */
  scope: 'full' | 'partial'
  /**
   * What remains, when the scope is partial.
   */
  kept: string | null
  /**
   * 备注
   */
  note: string | null
}
export interface UndertakeAction {
  action: 'undertake'
  item: ItemCode
  /**
   * 设定依据, as the row states it.
   */
  legalBasis: string | null
  /**
   * Who delegated it.
   */
  from: string
  /**
   * Number of the superior's paper.
   */
  superiorNumber: string | null
  /**
   * Day of the superior's paper.
   */
  superiorOn: string | null
  /**
   * 直接 · 委托
   */
  mode: 'direct' | 'entrusted' | null
  /**
   * 备注
   */
  note: string | null
}
export interface MergeAction {
  action: 'merge'
  /**
   * Sources.
   */
  items: ItemCode[]
  into: ItemCode
  /**
   * Why.
   */
  reason: string | null
  /**
   * 备注
   */
  note: string | null
}
export interface SplitAction {
  action: 'split'
  item: ItemCode
  /**
   * What it becomes.
   */
  into: ItemCode[]
  /**
   * Why.
   */
  reason: string | null
  /**
   * 备注
   */
  note: string | null
}
export interface CreateAction {
  action: 'create'
  item: ItemCode
  /**
   * Why.
   */
  reason: string | null
  /**
   * 备注
   */
  note: string | null
}
export interface RetainAction {
  action: 'retain'
  item: ItemCode
  /**
   * 设定依据, as the row states it.
   */
  legalBasis: string | null
  /**
   * 备注
   */
  note: string | null
}
export interface RenameAction {
  action: 'rename'
  item: ItemCode
  /**
   * The new name.
   */
  to: string
  /**
   * 备注
   */
  note: string | null
}
export interface TransferAction {
  action: 'transfer'
  item: ItemCode
  to: AgencyCode
  /**
   * 备注
   */
  note: string | null
}
export interface ReclassifyAction {
  action: 'reclassify'
  item: ItemCode
  /**
   * The new type.
   */
  to:
    | 'licensing'
    | 'non-licensing-approval'
    | 'confirmation'
    | 'filing'
    | 'other-power'
    | 'public-service'
    | 'other-service'
    | 'internal-approval'
  /**
   * 备注
   */
  note: string | null
}
export interface SuspendAction {
  action: 'suspend'
  item: ItemCode
  /**
   * Planned end.
   */
  until: string | null
  /**
   * Why.
   */
  reason: string | null
  /**
   * 备注
   */
  note: string | null
}
export interface ResumeAction {
  action: 'resume'
  item: ItemCode
  /**
   * Why.
   */
  reason: string | null
  /**
   * 备注
   */
  note: string | null
}
/**
 * A service guide (办事指南): sections G1 to G24 that are not already fields of the item or of its procedure.
 */
export interface ServiceGuide {
  /**
   * G1 适用范围, Markdown.
   */
  scope: string | null
  /**
   * G3 事项审查类型: 前审后批 · 即审即办 · 并联审批 · 其他 · 无
   */
  reviewType: 'review-then-approve' | 'on-the-spot' | 'parallel' | 'other' | 'none' | null
  acceptingBody: Body
  decidingBody: Body
  /**
   * G8 申请条件: granted when all hold.
   *
   * Items: One condition, Markdown.
   */
  conditions: string[]
  /**
   * G8b 禁止性要求: refused when one holds.
   *
   * Items: One prohibition, Markdown.
   */
  prohibitions: string[]
  /**
   * Says that no material is needed, where the list is empty on purpose.
   */
  noMaterials: boolean
  /**
   * G9 申请材料
   */
  materials: Material[]
  /**
   * G10 申请材料提交: format, signature, binding.
   */
  submission: string | null
  receipt: Receipt
  /**
   * G13 办理方式: 一般程序 · 当场办理 · 绿色通道
   */
  handlingMode: 'general' | 'on-the-spot' | 'green-channel' | null
  /**
   * G14 办结时限 说明.
   */
  timeLimitNote: string | null
  /**
   * G15 收费依据及标准; an empty list says 不收费.
   */
  fees: Fee[]
  /**
   * G16 审批结果
   */
  results: Result[]
  delivery: Delivery
  /**
   * G18 申请人权利和义务, Markdown.
   */
  rightsAndDuties: string | null
  /**
   * Where to ask for reconsideration (行政复议).
   */
  reconsideration: string | null
  /**
   * Where to sue (行政诉讼).
   */
  litigation: string | null
  /**
   * G19 咨询途径
   */
  consultation: Contact[]
  /**
   * G20 监督投诉渠道
   */
  complaint: Contact[]
  officeHours: OfficeHours
  /**
   * G22 公开查询: how to learn the state and the result.
   */
  progressQuery: string | null
  /**
   * G23a 申请材料示范文本 that belong to no single material.
   */
  samples: Attachment[]
  /**
   * G23c 常见错误示例
   *
   * Items: One error.
   */
  commonErrors: string[]
  /**
   * G23c 常见问题
   */
  faq: Question[]
  /**
   * G24 年检要求
   */
  annualInspection: string | null
  /**
   * G24 注意事项, Markdown.
   */
  notes: string | null
  /**
   * E39 到办事现场次数
   */
  visits: number | null
  /**
   * E40 必须现场办理原因
   */
  visitReason: string | null
  /**
   * E62 中介服务
   */
  intermediaries: Intermediary[]
  /**
   * E49 是否支持网上支付
   */
  onlinePayment: boolean | null
  /**
   * Day of the last check of the guide.
   */
  checkedOn: string | null
  /**
   * 撤下日期: first day on which it is no longer published.
   */
  withdrawnOn: string | null
}
export interface Material {
  /**
   * Name of the material.
   */
  name: string
  /**
   * 申请表格文书 · 证件证书证明 · 其他
   */
  kind: 'form' | 'certificate' | 'other'
  /**
   * 纸质 · 电子 · 纸质或电子
   */
  form: 'paper' | 'electronic' | 'either'
  /**
   * Number of originals; `null`: not stated.
   */
  originals: number | null
  /**
   * Number of copies; `null`: not stated.
   */
  copies: number | null
  /**
   * 必要 · 非必要 · 容缺后补
   */
  necessity: 'required' | 'optional' | 'deferrable' | null
  /**
   * In which case it is needed; `null`: always.
   */
  when: string | null
  /**
   * 申请人自备 · 政府部门核发 · 中介机构出具 · 其他
   */
  source: 'applicant' | 'government' | 'intermediary' | 'other'
  /**
   * Who issues it.
   */
  issuer: string | null
  /**
   * Legal basis of asking for it.
   */
  basis: LegalBasis | null
  /**
   * 受理标准: what makes it acceptable.
   */
  standard: string | null
  /**
   * 填报须知: how to fill it in.
   */
  instruction: string | null
  /**
   * Blank form.
   */
  blank: Attachment | null
  /**
   * Filled sample.
   */
  sample: Attachment | null
  /**
   * Remark.
   */
  note: string | null
}
/**
 * G11 申请接收
 */
export interface Receipt {
  /**
   * Ways of handing in.
   *
   * Items: 窗口 · 网上 · 移动端 · 邮寄 · 其他
   */
  ways: ('window' | 'web' | 'mobile' | 'mail' | 'other')[]
  /**
   * Where.
   */
  place: string | null
  /**
   * When.
   */
  hours: string | null
  /**
   * Address of the online way.
   */
  url: string | null
}
export interface Fee {
  /**
   * 收费项目
   */
  name: string | null
  /**
   * 收费标准
   */
  standard: string | null
  /**
   * 收费依据
   */
  basis: LegalBasis | null
  /**
   * Whether it may be reduced or waived.
   */
  reducible: boolean
  /**
   * 减免依据
   */
  reduction: string | null
  /**
   * Remark.
   */
  note: string | null
}
export interface Result {
  /**
   * Name of the paper or act.
   */
  name: string
  /**
   * 证照 · 批文 · 其他 · 无
   */
  kind: 'certificate' | 'document' | 'other' | 'none'
  /**
   * How long it holds.
   */
  validity: string | null
  /**
   * Sample.
   */
  sample: Attachment | null
}
/**
 * G17 结果送达
 */
export interface Delivery {
  within: OptionalDuration
  /**
   * Ways.
   *
   * Items: 窗口领取 · 邮寄 · 电子送达 · 其他
   */
  ways: ('window' | 'mail' | 'electronic' | 'other')[]
  /**
   * Remark.
   */
  note: string | null
}
/**
 * G21 办公地址和时间
 */
export interface OfficeHours {
  /**
   * Address down to the room or window.
   */
  address: string | null
  /**
   * Window.
   */
  window: string | null
  /**
   * Hours, with 工作日.
   */
  hours: string | null
}
export interface Question {
  /**
   * Question.
   */
  question: string
  /**
   * Answer, Markdown.
   */
  answer: string
}
export interface Intermediary {
  /**
   * Service.
   */
  name: string
  /**
   * Legal basis.
   */
  basis: string | null
}
/**
 * `catalog/items/<agency>/<code>.yaml`: one approval item with its service guide and its procedure.
 */
export interface ApprovalItem {
  code: ItemCode
  /**
   * 基本编码
   */
  catalogCode: string | null
  /**
   * 实施编码, 31 places.
   */
  implementationCode: string | null
  /**
   * 事项名称
   */
  name: string
  /**
   * Former names and what people call it.
   *
   * Items: One name.
   */
  aliases: string[]
  agency: AgencyCode
  /**
   * 行政许可 · 非行政许可审批 · 行政确认 · 备案 · 其他行政权力 · 公共服务 · 其他办事服务事项 · 政府内部审批
   */
  type:
    | 'licensing'
    | 'non-licensing-approval'
    | 'confirmation'
    | 'filing'
    | 'other-power'
    | 'public-service'
    | 'other-service'
    | 'internal-approval'
  /**
   * 自办 · 初审 · 联办 · 转报
   */
  handlingRole: 'own' | 'first-review' | 'joint' | 'relay'
  /**
   * A sub-item (子项) names its main item (主项).
   */
  parent: string | null
  /**
   * 服务对象
   *
   * Items: 自然人 · 企业法人 · 事业法人 · 社会组织法人 · 行政机关 · 其他组织
   */
  audiences: ('citizen' | 'enterprise' | 'institution' | 'social-organisation' | 'government' | 'other')[]
  /**
   * 主题
   *
   * Items: One theme.
   */
  themes: string[]
  /**
   * Words people search by.
   *
   * Items: One word.
   */
  keywords: string[]
  /**
   * 联办机构
   */
  jointAgencies: AgencyCode[]
  /**
   * 承办机构: the section in charge.
   */
  undertakingUnit: string | null
  /**
   * 国家级 · 省级 · 市级 · 县级 · 镇(乡、街道)级 · 村(社区)级 · 分级管理
   */
  exerciseLevel: 'national' | 'provincial' | 'municipal' | 'county' | 'township' | 'village' | 'graded'
  /**
   * 法定本级 · 上级下放 · 授权 · 委托
   */
  powerSource: 'statutory' | 'delegated' | 'authorised' | 'entrusted'
  /**
   * 委托部门: who entrusted the power, when it is entrusted.
   */
  entrustingBody: string | null
  /**
   * 权力清单编号: its entry in the agency's list of powers.
   */
  powerListNumber: string | null
  /**
   * 设定依据
   */
  legalBases: LegalBasis[]
  /**
   * 即办件 · 承诺件
   */
  caseType: 'instant' | 'promised'
  statutoryTimeLimit: OptionalDuration
  /**
   * 法定时限说明: why none is set, from which day it runs, in which cases it differs.
   */
  statutoryTimeLimitNote: string | null
  promisedTimeLimit: OptionalDuration
  /**
   * Earlier limits, oldest first.
   */
  formerLimits: FormerLimits[]
  extension: Extension
  /**
   * 特别程序
   */
  specialProcedures: SpecialProcedure[]
  compressionException: CompressionException
  quantityLimit: QuantityLimit
  provenance: Provenance
  /**
   * 办事指南; `null`: none yet.
   */
  guide: ServiceGuide | null
  /**
   * 办理流程; `null`: none, or hand-written source below.
   */
  procedure: Procedure | null
  /**
   * Hand-written Mermaid flowchart source, instead of a procedure.
   */
  mermaid: string | null
}
export interface FormerLimits {
  until: Day
  statutory: OptionalDuration
  promised: OptionalDuration
}
export interface SpecialProcedure {
  /**
   * 听证 招标 拍卖 检验 检测 检疫 鉴定 专家评审 · 现场核查 公示 征求意见 考试考核
   */
  kind:
    | 'hearing'
    | 'tender'
    | 'auction'
    | 'inspection'
    | 'testing'
    | 'quarantine'
    | 'appraisal'
    | 'expert-review'
    | 'site-inspection'
    | 'publicity'
    | 'opinion-seeking'
    | 'assessment'
  limit: OptionalDuration
  /**
   * Whether it runs against the time limit (行政许可法 第四十五条 lists what does not).
   */
  counted: boolean
  /**
   * Legal basis of not counting it.
   */
  basis: string | null
  /**
   * Remark.
   */
  note: string | null
}
/**
 * `catalog/laws.yaml`: the register of legal bases.
 */
export interface Laws {
  /**
   * Sorted by title.
   */
  laws: Law[]
}
export interface Law {
  /**
   * Title by which items cite it, without book marks.
   */
  title: string
  /**
   * Full title, when it differs, as in 中华人民共和国行政许可法.
   */
  fullTitle: string | null
  /**
   * 法律 · 行政法规 · 国务院决定 · 部门规章 · 地方性法规 · 省级政府规章 · 规范性文件
   */
  kind:
    | 'law'
    | 'administrative-regulation'
    | 'state-council-decision'
    | 'departmental-rule'
    | 'local-regulation'
    | 'provincial-rule'
    | 'normative-document'
  /**
   * Who made it.
   */
  issuer: string | null
  /**
   * Number of the order or paper.
   */
  documentNumber: string | null
  /**
   * First day in force.
   */
  inForceFrom: string | null
  /**
   * Days on which it was amended, oldest first.
   */
  amendedOn: Day[]
  /**
   * First day on which it is no longer in force.
   */
  repealedOn: string | null
  /**
   * Title of what replaced it.
   */
  replacedBy: string | null
  /**
   * Number of articles of the text that was read.
   */
  articleCount: number | null
  provenance: Provenance
}
/**
 * `catalog/policy.yaml`: the city, the compression target, unit conversion, scope of the check, rule profile.
 */
export interface Policy {
  city: {
    /**
     * Name of the city.
     */
    name: string
    region: RegionCode
    /**
     * Name of its government.
     */
    government: string | null
    /**
     * Name of the office that keeps the item lists (审改办).
     */
    reformOffice: string | null
  }
  compression: {
    /**
     * The promise may be at most numerator ÷ denominator of the statutory limit.
     */
    numerator: number
    /**
     * See numerator.
     */
    denominator: number
    /**
     * How the longest promise is rounded to whole days.
     */
    rounding: 'floor' | 'round' | 'ceil'
    /**
     * Scope of the check: items handled in another role are listed as excluded.
     *
     * Items: 自办 · 初审 · 联办 · 转报
     */
    handlingRoles: ('own' | 'first-review' | 'joint' | 'relay')[]
    /**
     * The paper that sets the target.
     */
    basis: string | null
  }
  conversion: Conversion
  /**
   * Which law the rules apply: before, after 国发〔2015〕6号, after the 标准化指引 of 2016.
   */
  ruleProfile: '2013' | '2015' | '2016'
  /**
   * Rules that are switched off or softened in this city.
   */
  ruleChanges: RuleChange[]
  /**
   * Themes in the order in which they are offered.
   *
   * Items: One theme.
   */
  themes: string[]
  /**
   * Themes for natural persons alone.
   *
   * Items: One theme.
   */
  personThemes: string[]
  /**
   * Themes for legal persons and organisations alone.
   *
   * Items: One theme.
   */
  corporateThemes: string[]
  /**
   * Figures of active items that the city published.
   */
  publishedCounts: PublishedCount[]
  provenance: Provenance
}
export interface Conversion {
  /**
   * Working days in a calendar day, an exact fraction.
   */
  calendarDay: string
  /**
   * Working days in a month.
   */
  month: string
  /**
   * Working days in a year.
   */
  year: string
  /**
   * Working days in an hour.
   */
  hour: string
}
export interface RuleChange {
  /**
   * Id of the rule, as in TIM-04.
   */
  rule: string
  /**
   * What it becomes here: 关闭 · 提示 · 警告
   */
  severity: 'off' | 'hint' | 'warning'
  /**
   * Why.
   */
  reason: string
  /**
   * Who approved it.
   */
  approvedBy: string
}
export interface PublishedCount {
  on: Day
  /**
   * Items of this agency alone; `null`: all.
   */
  agency: string | null
  /**
   * Items of this type alone; `null`: all.
   */
  type:
    | 'licensing'
    | 'non-licensing-approval'
    | 'confirmation'
    | 'filing'
    | 'other-power'
    | 'public-service'
    | 'other-service'
    | 'internal-approval'
    | null
  /**
   * How many.
   */
  count: number
  /**
   * Where it was published.
   */
  source: string
}
/**
 * How an application is handled: lanes, steps, flows. The flowchart is drawn from it.
 */
export interface Procedure {
  /**
   * Who acts, in the order shown.
   */
  lanes: Lane[]
  /**
   * Steps, in reading order.
   */
  steps: Step[]
  /**
   * From step to step.
   */
  flows: Flow[]
}
export interface Lane {
  id: LocalId
  /**
   * Name of the lane.
   */
  name: string
  /**
   * Agency that acts in it, when it is not the agency of the item.
   */
  agency: string | null
}
export interface Step {
  id: LocalId
  /**
   * What is done, or the question of a decision.
   */
  name: string
  /**
   * 开始 · 办理 · 判断 · 特别程序 · 结束
   */
  kind: 'start' | 'task' | 'decision' | 'special' | 'end'
  lane: LocalId
  /**
   * 受理 · 审查 · 决定 · 送达
   */
  phase: 'acceptance' | 'examination' | 'decision' | 'delivery' | null
  limit: OptionalDuration
  /**
   * 岗位: who in the office does it.
   */
  post: string | null
  /**
   * Which special procedure a step of kind `special` is.
   */
  specialProcedure:
    | 'hearing'
    | 'tender'
    | 'auction'
    | 'inspection'
    | 'testing'
    | 'quarantine'
    | 'appraisal'
    | 'expert-review'
    | 'site-inspection'
    | 'publicity'
    | 'opinion-seeking'
    | 'assessment'
    | null
  /**
   * How it ends, for a step of kind `end`: 准予 · 不予许可 · 不予受理 · 转报 · 撤回
   */
  outcome: 'granted' | 'refused' | 'not-accepted' | 'relayed' | 'withdrawn' | null
  /**
   * What happens, in a sentence for the reader.
   */
  description: string | null
}
export interface Flow {
  from: LocalId
  to: LocalId
  /**
   * Condition of this way out.
   */
  when: string | null
}
/**
 * `catalog/regions.yaml`: the city, and the counties, districts and parks below it that can receive a delegated power.
 */
export interface Regions {
  city: {
    code: RegionCode
    /**
     * Name.
     */
    name: string
  }
  /**
   * Regions in official order.
   */
  regions: Region[]
}
export interface Region {
  code: RegionCode
  /**
   * Name.
   */
  name: string
  /**
   * 县 · 县级市 · 区 · 园区
   */
  kind: 'county' | 'county-city' | 'district' | 'park'
  /**
   * First day; `null`: from the beginning.
   */
  from: string | null
  /**
   * Last day; `null`: no end known.
   */
  to: string | null
  provenance: Provenance
}
