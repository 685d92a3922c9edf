import type { ApprovalItem, Day, ServiceGuide } from '../../schema/types.ts'
import { findBodies } from '../texts/find-bodies.ts'
import { guideTexts } from './item-texts.ts'
import { breachIf, type GuideRule, type ItemContext, isBlank } from './rule.ts'
import { profileStarts } from './rule-profiles.ts'

/** Sections without a rule of their own. Materials, limits, fees, results, contacts and bases have theirs. */
interface Section {
  /** JSON pointer in the item. */
  path: string
  label: string
  /** Which paper asks for it. */
  source: string
  /** First day on which it is asked for, and last: 行政许可法 第三十条 asks from the beginning. */
  from?: Day
  to?: Day
  isEmpty(guide: ServiceGuide, item: ApprovalItem): boolean
}

const byLaw = { source: '行政许可法第三十条' } as const
/** It has a list of its own; the guideline of 2016 another. */
const byPaper6 = { source: '国发〔2015〕6号', from: profileStarts['2015'], to: '2016-06-30' } as const
const byGuideline = { source: '行政许可标准化指引', from: profileStarts['2016'] } as const

const sections: readonly Section[] = [
  { path: '/guide/conditions', label: '申请条件', ...byLaw, isEmpty: ({ conditions }) => conditions.length === 0 },
  {
    path: '/procedure',
    label: '办理流程',
    ...byLaw,
    isEmpty: (_, { procedure, mermaid }) => procedure === null && isBlank(mermaid),
  },
  {
    path: '/guide/annualInspection',
    label: '年检要求',
    ...byPaper6,
    isEmpty: (guide) => isBlank(guide.annualInspection),
  },
  { path: '/guide/notes', label: '注意事项', ...byPaper6, isEmpty: ({ notes }) => isBlank(notes) },
  { path: '/guide/scope', label: '适用范围', ...byGuideline, isEmpty: ({ scope }) => isBlank(scope) },
  { path: '/guide/reviewType', label: '审查类型', ...byGuideline, isEmpty: ({ reviewType }) => reviewType === null },
  {
    path: '/guide/acceptingBody',
    label: '受理机构',
    ...byGuideline,
    isEmpty: ({ acceptingBody }) => isNobody(acceptingBody),
  },
  {
    path: '/guide/decidingBody',
    label: '决定机构',
    ...byGuideline,
    isEmpty: ({ decidingBody }) => isNobody(decidingBody),
  },
  {
    path: '/guide/submission',
    label: '申请材料提交',
    ...byGuideline,
    isEmpty: ({ submission }) => isBlank(submission),
  },
  {
    path: '/guide/receipt/ways',
    label: '申请接收方式',
    ...byGuideline,
    isEmpty: ({ receipt }) => receipt.ways.length === 0,
  },
  {
    path: '/guide/handlingMode',
    label: '办理方式',
    ...byGuideline,
    isEmpty: ({ handlingMode }) => handlingMode === null,
  },
  {
    path: '/guide/rightsAndDuties',
    label: '申请人权利和义务',
    ...byGuideline,
    isEmpty: (guide) => isBlank(guide.rightsAndDuties),
  },
  {
    path: '/guide/officeHours/address',
    label: '办公地址',
    ...byGuideline,
    isEmpty: ({ officeHours }) => isBlank(officeHours.address),
  },
  {
    path: '/guide/officeHours/hours',
    label: '办公时间',
    ...byGuideline,
    isEmpty: ({ officeHours }) => isBlank(officeHours.hours),
  },
  {
    path: '/guide/progressQuery',
    label: '公开查询',
    ...byGuideline,
    isEmpty: ({ progressQuery }) => isBlank(progressQuery),
  },
]

/** What a guide has to say at all. */
export const guideSectionRules: readonly GuideRule[] = [
  {
    id: 'GDE-01',
    subject: 'guide',
    severity: 'error',
    reads: ['/guide', '/procedure', '/mermaid', '/type'],
    basis: '行政许可法第三十条',
    message: '缺少必备要素：{section}（{source}要求）。',
    mend: '填写“{section}”；确实没有的，写明“无”。',
    quick: true,
    check: (guide, { item, rulesOf }) =>
      item.type === 'internal-approval'
        ? []
        : sections
            .filter(({ from, to }) => (from === undefined || from <= rulesOf) && (to === undefined || rulesOf <= to))
            .filter(({ isEmpty }) => isEmpty(guide, item))
            .map(({ path, label, source }) => ({ path, facts: { section: label, source } })),
  },
  {
    id: 'GDE-06',
    subject: 'guide',
    severity: 'warning',
    reads: ['/quantityLimit'],
    basis: '行政许可法第三十条、第五十七条',
    message: '请填写数量限制；无限制的写“无”。',
    mend: '没有数量限制的写“无”；有的写明数量和分配办法。',
    quick: true,
    check: (_, { item }) => breachIf(isLicence(item) && item.quantityLimit === null, '/quantityLimit'),
  },
  {
    id: 'GDE-07',
    subject: 'guide',
    severity: 'warning',
    reads: ['/quantityLimit'],
    basis: '行政许可法第五十七条',
    message: '有数量限制（{limit}），但未写明办理顺序。',
    mend: '写明先后顺序：依法按受理先后，或者法律规定的招标、拍卖、考试。',
    quick: true,
    check: (_, { item: { quantityLimit: limit } }) => {
      if (limit === null || /^(?:无|没有|不限|不受限制|无限制|无数量限制|没有数量限制)[。.]?$/.test(limit.text.trim()))
        return []
      return breachIf(isBlank(limit.allocation), '/quantityLimit/allocation', { limit: limit.text })
    },
  },
  {
    id: 'GDE-17',
    subject: 'guide',
    severity: 'hint',
    reads: ['/guide/faq', '/type'],
    basis: null,
    message: '许可事项至少应有一条常见问题。',
    mend: '写上窗口最常被问到的一个问题和答复。',
    quick: true,
    check: ({ faq }, { item }) => breachIf(isLicence(item) && faq.length === 0, '/guide/faq'),
  },
  {
    id: 'GDE-18',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/checkedOn'],
    basis: null,
    message: '指南超过12个月未复核（{last}）。',
    mend: '核对依据、时限、材料和联系方式，然后更新复核日期。',
    quick: true,
    check: ({ checkedOn }, { day }) => {
      const last = checkedOn === null ? '没有复核日期' : `上次${checkedOn}`
      return breachIf(checkedOn === null || checkedOn < aYearBefore(day), '/guide/checkedOn', { last })
    },
  },
  {
    id: 'GDE-20',
    subject: 'guide',
    severity: 'warning',
    reads: ['/handlingRole', '/jointAgencies', '/guide', '/procedure', '/mermaid'],
    basis: '行政许可法第二十六条',
    message: '联办事项{problem}。',
    mend: '在指南正文或者流程的泳道中写明联办部门及其分工。',
    quick: true,
    check: (guide, context) => {
      const problem = findJointProblem(guide, context)
      return breachIf(problem !== undefined, '/jointAgencies', { problem: problem ?? '' })
    },
  },
]

function isLicence({ type }: ApprovalItem): boolean {
  return type === 'licensing' || type === 'non-licensing-approval'
}

function isNobody({ agency, name }: ServiceGuide['acceptingBody']): boolean {
  return agency === null && isBlank(name)
}

/** The same day of the year before; from 29 February, the last of that month. */
function aYearBefore(day: Day): Day {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0')
  return `${year}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`
}

/** A joint agency stands in the guide when a text, a lane or a step names it. */
function findJointProblem(guide: ServiceGuide, { item, agencies }: ItemContext): string | undefined {
  const { handlingRole, jointAgencies, procedure, mermaid } = item
  if (jointAgencies.length === 0) return handlingRole === 'joint' ? '未登记联办部门' : undefined
  const lanes = procedure?.lanes ?? []
  const texts = [
    ...guideTexts(guide).map(({ text }) => text),
    ...lanes.map(({ name }) => name),
    ...(procedure?.steps ?? []).map(({ name, description, post }) => [name, description, post].join(' ')),
    ...(mermaid === null ? [] : [mermaid]),
  ]
  const named = new Set([
    ...lanes.flatMap(({ agency }) => agency ?? []),
    ...texts.flatMap((text) => findBodies(text, agencies).map(({ agency }) => agency)),
  ])
  const missing = jointAgencies.filter((code) => agencies.has(code) && !named.has(code))
  const names = missing.map((code) => agencies.get(code)?.name ?? code)
  return names.length === 0 ? undefined : `的指南没有写到联办部门${names.join('、')}`
}
