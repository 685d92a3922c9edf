import type { ApprovalItem, Result, ServiceGuide } from '../../schema/types.ts'
import { guideTexts } from './item-texts.ts'
import { breachIf, type GuideRule, type ItemContext, isBlank } from './rule.ts'

/** Types whose refusal is an act that can be contested. */
const contested: readonly ApprovalItem['type'][] = [
  'licensing',
  'non-licensing-approval',
  'confirmation',
  'filing',
  'other-power',
]

/** What the applicant gets, how often to come, and what to do when refused. */
export const guideResultRules: readonly GuideRule[] = [
  {
    id: 'GDE-12',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/results'],
    basis: '行政许可法第三十九条',
    message: '{problem}。',
    mend: '写明结果的全称，证照、批文按名称选择结果类型；办结后不发证件的选“无”。',
    quick: true,
    check: ({ results }) => [
      ...breachIf(results.length === 0, '/guide/results', { problem: '未填写审批结果' }),
      ...results.flatMap((result, index) => {
        const problem = findResultProblem(result)
        return breachIf(problem !== undefined, `/guide/results/${index}`, { problem: problem ?? '' })
      }),
    ],
  },
  {
    id: 'GDE-13',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide', '/type'],
    basis: '行政许可法第三十八条',
    message: '未写明不予许可时的救济途径：缺少{missing}。',
    mend: '写明向哪个机关申请行政复议、向哪个法院提起行政诉讼和期限。',
    quick: true,
    check: (guide, { item }) => {
      if (!contested.includes(item.type)) return []
      const texts = guideTexts(guide).map(({ text }) => text)
      const missing = [
        ...(isBlank(guide.reconsideration) && !texts.some((text) => /复议/.test(text)) ? ['行政复议'] : []),
        ...(isBlank(guide.litigation) && !texts.some((text) => /诉讼|起诉/.test(text)) ? ['行政诉讼'] : []),
      ]
      const path = missing[0] === '行政诉讼' ? '/guide/litigation' : '/guide/reconsideration'
      return breachIf(missing.length > 0, path, { missing: missing.join('和') })
    },
  },
  {
    id: 'GDE-14',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide', '/procedure', '/mermaid', '/type'],
    basis: '行政许可法第三十二条',
    message: '未写明一次性告知。',
    mend: '写明材料不齐全的，当场或者在五个工作日内一次性告知需要补正的全部内容。',
    quick: true,
    check: (guide, context) =>
      breachIf(contested.includes(context.item.type) && !tellsOnce(guide, context), '/guide/submission'),
  },
  {
    id: 'GDE-16',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/visits', '/guide/visitReason', '/guide/receipt', '/guide/delivery'],
    basis: null,
    message: '到办事现场{visits}次，{problem}。',
    mend: '需要到现场的写明原因；不用到现场的，受理方式要有网上、移动端或者邮寄。',
    quick: true,
    check: ({ visits, visitReason, receipt }) => {
      if (visits === null) return []
      const isDistant = receipt.ways.some((way) => way === 'web' || way === 'mobile' || way === 'mail')
      if (visits > 0) {
        return breachIf(isBlank(visitReason), '/guide/visitReason', { visits, problem: '但没有写明必须到现场的原因' })
      }
      return breachIf(!isDistant, '/guide/receipt/ways', { visits, problem: '但只能到窗口提交' })
    },
  },
]

const certificateName = /(?:许可证|执照|合格证|登记证|资格证|使用证|通行证|驾驶证|证书|牌照|准印证|养殖证)$/
const documentName = /(?:批复|决定书?|意见书?|通知书|核准书|批准书|批准文件|审批表|函|回执|报告|公告|批件)$/

function findResultProblem({ name, kind }: Result): string | undefined {
  const core = name.replace(/[（(][^（）()]*[）)]$/, '').trim()
  if (core === '') return '审批结果没有名称'
  if (kind === 'certificate' && documentName.test(core)) return `“${core}”是批文，结果类型却写证照`
  if (kind === 'document' && certificateName.test(core)) return `“${core}”是证照，结果类型却写批文`
  return kind === 'none' && certificateName.test(core) ? `“${core}”是证照，结果类型却写无` : undefined
}

function tellsOnce(guide: ServiceGuide, { item }: ItemContext): boolean {
  const steps = item.procedure?.steps ?? []
  const texts = [
    ...guideTexts(guide).map(({ text }) => text),
    ...steps.map(({ name, description }) => `${name} ${description ?? ''}`),
    item.mermaid ?? '',
  ]
  return texts.some((text) => /一次性?(?:书面|当场|全部)?(?:告知|说明|讲清|通知)/.test(text))
}
