import type { Day } from '../../schema/types.ts'
import { dayBefore } from '../days.ts'
import { decisionRules as checks } from '../decisions/check-decision.ts'
import type { Severity } from '../finding.ts'
import { findLaw } from '../law-register.ts'
import { lateRules } from './late-decision-rules.ts'
import { type Breach, breachIf, type DecisionRule, type RuleContext } from './rule.ts'

/** What a check of `domain/decisions` says of itself here; its sentences are its own. */
type Row = Pick<DecisionRule, 'id' | 'reads' | 'message' | 'mend'>

const rows: readonly Row[] = [
  {
    id: 'ADJ-01',
    reads: ['/stage', '/documentNumber', '/adoptedOn', '/publishedOn', '/effectiveOn', '/revokedOn'],
    message: '调整决定缺少文号或者日期。',
    mend: '补上所缺的文号或者日期，或者改正阶段。',
  },
  {
    id: 'ADJ-02',
    reads: ['/documentNumber'],
    message: '文号格式不规范，或者已用于别的决定。',
    mend: '写成“机关代字〔年份〕序号号”，年份用六角括号。',
  },
  {
    id: 'ADJ-03',
    reads: ['/adoptedOn', '/effectiveOn', '/effectiveNote'],
    message: '施行日期早于审议通过的日期。',
    mend: '改正日期；确实提前施行的，写明原因。',
  },
  {
    id: 'ADJ-05',
    reads: ['/actions'],
    message: '承接下放的不是当时存在的下级。',
    mend: '改为施行之日存在的县市区或者园区。',
  },
  {
    id: 'ADJ-06',
    reads: ['/actions'],
    message: '下放没有写明直接下放还是委托下放。',
    mend: '选定直接下放或者委托下放。',
  },
  { id: 'ADJ-07', reads: ['/actions'], message: '承接没有写上级决定的文号。', mend: '写明上级决定的文号。' },
  {
    id: 'ADJ-09',
    reads: ['/actions'],
    message: '合并的原事项或者拆分后的事项不足两个，或者包含自己。',
    mend: '合并写两个以上原事项，拆分写两个以上新事项，都不含自己。',
  },
  {
    id: 'ADJ-10',
    reads: ['/actions'],
    message: '合并后的时限长于原事项，没有写明理由。',
    mend: '缩短合并后的时限，或者在这一行写明理由。',
  },
  {
    id: 'ADJ-11',
    reads: ['/actions'],
    message: '合并、拆分后的事项还没有办事指南。',
    mend: '先编好新事项的办事指南，再停用原指南。',
  },
  {
    id: 'ADJ-12',
    reads: ['/actions'],
    message: '取消没有写事中事后监管措施。',
    mend: '写明取消之后由谁、怎样监管。',
  },
  {
    id: 'ADJ-13',
    reads: ['/actions', '/basis'],
    message: '法律、法规设定的许可，市里不能自行取消。',
    mend: '写明上级取消的决定；没有的，提请有权机关修改法律、法规。',
  },
  { id: 'ADJ-14', reads: ['/actions'], message: '部分调整没有写明保留的内容。', mend: '写明本级还办哪些。' },
  {
    id: 'ADJ-15',
    reads: ['/declared', '/actions'],
    message: '附件写明的项数与实际行数不符。',
    mend: '核对附件，改正总数或者补上缺行。',
  },
  {
    id: 'ADJ-17',
    reads: ['/actions'],
    message: '同一事项在一份决定里出现两次。',
    mend: '只留一行；先后两次调整的，分两份决定。',
  },
  {
    id: 'ADJ-19',
    reads: ['/actions'],
    message: '暂停没有写截止日或者恢复的条件，或者截止日早于施行日期。',
    mend: '写明截止日，或者在备注里写明恢复的条件。',
  },
  {
    id: 'ADJ-20',
    reads: ['/actions'],
    message: '转为政府内部审批的事项还面向公民、法人或者其他组织。',
    mend: '改服务对象为行政机关；面向社会的，改用别的类别。',
  },
  {
    id: 'ADJ-21',
    reads: ['/inTransit'],
    message: '没有写明施行前已受理的申请怎么办。',
    mend: '写明由原机关继续办结，还是移交承接机关。',
  },
]

/** The rules on adjustment decisions: those of `domain/decisions`, which an import obeys, and those that only warn. */
export const decisionRules: readonly DecisionRule[] = [
  ...rows.map(ruleOf),
  {
    id: 'ADJ-04',
    subject: 'decision',
    severity: 'error',
    reads: ['/actions', '/effectiveOn'],
    basis: null,
    message: '施行之日事项的状态不允许这样调整。',
    mend: '核对事项编码、施行日期和之前的决定。',
    quick: false,
    check: ({ id }, { decisionContext }) =>
      (decisionContext?.chronicle.contradictions ?? [])
        .filter(({ decision }) => decision === id)
        .map(({ pointer, message }) => ({ path: pointer, message })),
  },
  {
    id: 'ADJ-16',
    subject: 'decision',
    severity: 'error',
    reads: ['/declaredCounts', '/actions'],
    basis: null,
    message: '{agency}写明{when}{declared}项，按目录是{actual}项。',
    mend: '核对附件的数字、本决定的各行和之前的决定。',
    quick: false,
    check: ({ declaredCounts, effectiveOn }, context) =>
      effectiveOn === null
        ? []
        : declaredCounts.flatMap(({ agency, opening, closing }, index) =>
            [
              { when: '期初', field: 'opening', declared: opening, day: dayBefore(effectiveOn) },
              { when: '期末', field: 'closing', declared: closing, day: effectiveOn },
            ].flatMap(({ when, field, declared, day }) => {
              const actual = countActive(agency, day, context)
              const facts = {
                agency: context.agencies.get(agency)?.name ?? agency,
                when,
                declared,
                actual: actual ?? 0,
              }
              return breachIf(actual !== undefined && actual !== declared, `/declaredCounts/${index}/${field}`, facts)
            }),
          ),
  },
  {
    id: 'ADJ-18',
    subject: 'decision',
    severity: 'warning',
    reads: ['/actions'],
    basis: null,
    message: '{item}的设定依据写的是《{law}》，目录里没有这一条依据。',
    mend: '核对附件和目录的设定依据，改正其一。',
    quick: false,
    check: ({ actions }, context) =>
      actions.flatMap((row, index) => {
        if (!('legalBasis' in row) || row.legalBasis === null) return []
        const bases = context.decisionContext?.items.get(row.item)?.legalBases
        if (bases === undefined) return []
        const known = new Set(bases.map(({ law }) => titleOf(law, context)))
        const strange = [...row.legalBasis.matchAll(/《([^》]+)》/g)].find(
          ([, law = '']) => !known.has(titleOf(law, context)),
        )
        return strange === undefined
          ? []
          : [{ path: `/actions/${index}/legalBasis`, facts: { item: row.item, law: strange[1] ?? '' } }]
      }),
  },
  ...lateRules,
]

function ruleOf(row: Row): DecisionRule {
  const own = checks.filter(({ id }) => id === row.id)
  return {
    ...row,
    subject: 'decision',
    severity: own.some(({ severity }) => severity === 'error') ? 'error' : (own[0]?.severity ?? 'warning'),
    basis: own[0]?.basis ?? null,
    quick: false,
    check: (decision, { decisionContext: context }) =>
      context === undefined
        ? []
        : own.flatMap(({ check, severity }) =>
            check(decision, context).map((breach): Breach & { severity: Severity } => ({ ...breach, severity })),
          ),
  }
}

function countActive(agency: string, day: Day, { decisionContext }: RuleContext): number | undefined {
  if (decisionContext === undefined) return undefined
  const standings = [...decisionContext.chronicle.on(day).values()]
  return standings.filter((standing) => standing.agency === agency && standing.state === 'active').length
}

function titleOf(law: string, { laws }: RuleContext): string {
  return findLaw(laws, law)?.title ?? law
}
