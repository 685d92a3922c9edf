import type {
  AdjustmentDecision,
  Agency,
  ApprovalItem,
  Contact,
  DelegateAction,
  Law,
  LegalBasis,
  Material,
  PartProvenance,
  Result,
  ServiceGuide,
  SpecialProcedure,
  Step,
} from '../schema/types.ts'

/** The state of an item on a day; it follows from the decisions in force and from nothing else. */
export type ItemState = 'planned' | 'active' | 'suspended' | 'cancelled' | 'delegated' | 'merged' | 'split' | 'internal'

type Labels<Code extends string> = Readonly<Record<Code, string>>

/** Chinese words for the code lists, as officials and citizens say them: the one place where a code meets its label. */
export const labels = {
  type: {
    licensing: '行政许可',
    'non-licensing-approval': '非行政许可审批',
    confirmation: '行政确认',
    filing: '备案',
    'other-power': '其他行政权力',
    'public-service': '公共服务',
    'other-service': '其他办事服务事项',
    'internal-approval': '政府内部审批',
  } satisfies Labels<ApprovalItem['type']>,
  state: {
    planned: '待施行',
    active: '在用',
    suspended: '暂停',
    cancelled: '已取消',
    delegated: '已下放',
    merged: '已合并',
    split: '已拆分',
    internal: '转为内部审批',
  } satisfies Labels<ItemState>,
  handlingRole: { own: '自办', 'first-review': '初审', joint: '联办', relay: '转报' } satisfies Labels<
    ApprovalItem['handlingRole']
  >,
  audience: {
    citizen: '个人',
    enterprise: '企业',
    institution: '事业单位',
    'social-organisation': '社会组织',
    government: '行政机关',
    other: '其他组织',
  } satisfies Labels<ApprovalItem['audiences'][number]>,
  caseType: { instant: '即办件', promised: '承诺件' } satisfies Labels<ApprovalItem['caseType']>,
  powerSource: {
    statutory: '法定本级行使',
    delegated: '上级下放',
    authorised: '授权',
    entrusted: '委托',
  } satisfies Labels<ApprovalItem['powerSource']>,
  exerciseLevel: {
    national: '国家级',
    provincial: '省级',
    municipal: '市级',
    county: '县级',
    township: '镇（乡、街道）级',
    village: '村（社区）级',
    graded: '分级管理',
  } satisfies Labels<ApprovalItem['exerciseLevel']>,
  specialProcedure: {
    hearing: '听证',
    tender: '招标',
    auction: '拍卖',
    inspection: '检验',
    testing: '检测',
    quarantine: '检疫',
    appraisal: '鉴定',
    'expert-review': '专家评审',
    'site-inspection': '现场核查',
    publicity: '公示',
    'opinion-seeking': '征求意见',
    assessment: '考试考核',
  } satisfies Labels<SpecialProcedure['kind']>,
  phase: { acceptance: '受理', examination: '审查', decision: '决定', delivery: '送达' } satisfies Labels<
    NonNullable<Step['phase']>
  >,
  outcome: {
    granted: '准予',
    refused: '不予许可',
    'not-accepted': '不予受理',
    relayed: '转报',
    withdrawn: '撤回',
  } satisfies Labels<NonNullable<Step['outcome']>>,
  reviewType: {
    'review-then-approve': '前审后批',
    'on-the-spot': '即审即办',
    parallel: '并联审批',
    other: '其他',
    none: '无',
  } satisfies Labels<NonNullable<ServiceGuide['reviewType']>>,
  handlingMode: { general: '一般程序', 'on-the-spot': '当场办理', 'green-channel': '绿色通道' } satisfies Labels<
    NonNullable<ServiceGuide['handlingMode']>
  >,
  receiptWay: {
    window: '窗口提交',
    web: '网上提交',
    mobile: '移动端提交',
    mail: '邮寄',
    other: '其他',
  } satisfies Labels<ServiceGuide['receipt']['ways'][number]>,
  deliveryWay: { window: '窗口领取', mail: '邮寄送达', electronic: '电子送达', other: '其他' } satisfies Labels<
    ServiceGuide['delivery']['ways'][number]
  >,
  contactWay: { window: '窗口', phone: '电话', web: '网站', mail: '信函', email: '电子邮件' } satisfies Labels<
    Contact['way']
  >,
  materialKind: { form: '申请表格文书', certificate: '证件证书证明', other: '其他' } satisfies Labels<Material['kind']>,
  materialForm: { paper: '纸质', electronic: '电子', either: '纸质或电子' } satisfies Labels<Material['form']>,
  necessity: { required: '必要', optional: '非必要', deferrable: '容缺后补' } satisfies Labels<
    NonNullable<Material['necessity']>
  >,
  materialSource: {
    applicant: '申请人自备',
    government: '政府部门核发',
    intermediary: '中介机构出具',
    other: '其他',
  } satisfies Labels<Material['source']>,
  resultKind: { certificate: '证照', document: '批文', other: '其他', none: '无' } satisfies Labels<Result['kind']>,
  basisFor: {
    item: '设定事项',
    limit: '办理时限',
    fee: '收费',
    condition: '条件',
    material: '材料',
  } satisfies Labels<LegalBasis['for']>,
  stepKind: { start: '开始', task: '办理', decision: '判断', special: '特别程序', end: '结束' } satisfies Labels<
    Step['kind']
  >,
  lawKind: {
    law: '法律',
    'administrative-regulation': '行政法规',
    'state-council-decision': '国务院决定',
    'departmental-rule': '部门规章',
    'local-regulation': '地方性法规',
    'provincial-rule': '省级政府规章',
    'normative-document': '规范性文件',
  } satisfies Labels<Law['kind']>,
  agencyCategory: { municipal: '市直', central: '中央驻潭', provincial: '省驻潭' } satisfies Labels<Agency['category']>,
  facts: { statute: '法律法规条文', 'official-list': '官方公布的目录', illustrative: '示例' } satisfies Labels<
    PartProvenance['facts']
  >,
  stage: {
    draft: '拟订',
    consulting: '征求意见',
    adopted: '审议通过',
    published: '已公布',
    revoked: '撤销',
  } satisfies Labels<AdjustmentDecision['stage']>,
  action: {
    cancel: '取消',
    delegate: '下放',
    undertake: '承接',
    merge: '合并',
    split: '拆分',
    create: '新增',
    retain: '保留',
    rename: '更名',
    transfer: '划转',
    reclassify: '调整类别',
    suspend: '暂停',
    resume: '恢复',
  } satisfies Labels<AdjustmentDecision['actions'][number]['action']>,
  handoverMode: { direct: '直接', entrusted: '委托' } satisfies Labels<NonNullable<DelegateAction['mode']>>,
} as const
