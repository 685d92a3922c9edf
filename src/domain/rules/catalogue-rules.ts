import type { Agency, ApprovalItem, Policy } from '../../schema/types.ts'
import { dayAfter, dayBefore } from '../days.ts'
import { type ItemState, labels } from '../labels.ts'
import { findLaw } from '../law-register.ts'
import type { CatalogueBreach, CatalogueRule, RuleContext } from './rule.ts'

type PublishedCount = Policy['publishedCounts'][number]

/** The catalogue as a whole: numbers, lists of powers, succession. */
export const catalogueRules: readonly CatalogueRule[] = [
  {
    id: 'CAT-01',
    subject: 'catalogue',
    severity: 'error',
    reads: ['/publishedCounts'],
    basis: null,
    message: '{on}公布{scope}{count}项（{source}），目录当日在用{actual}项。',
    mend: '核对是目录漏登、多登，还是公布的数字有误。',
    quick: false,
    check: (context) =>
      context.policy.publishedCounts.flatMap((published, index) => {
        const actual = countActive(published, context)
        if (actual === undefined || actual === published.count) return []
        const { on, count, source } = published
        const facts = { on, count, source, actual, scope: describeScope(published, context) }
        return [{ subject: published.agency ?? 'policy', path: `/publishedCounts/${index}`, facts }]
      }),
  },
  {
    id: 'CAT-02',
    subject: 'catalogue',
    severity: 'warning',
    reads: ['/powers', '/powerListNumber'],
    basis: null,
    message: '与权力清单不一致：{fault}。',
    mend: '补登事项或者权力清单的条目，使两者对应。',
    quick: false,
    check: (context) => [...context.agencies.values()].flatMap((agency) => comparePowers(agency, context)),
  },
  {
    id: 'CAT-03',
    subject: 'catalogue',
    severity: 'hint',
    reads: ['/statutoryTimeLimit', '/promisedTimeLimit'],
    basis: null,
    message: '{agency}达到压缩目标{met}/{all}。',
    mend: '逐项缩短未达到的承诺时限，或者登记压缩例外。',
    quick: false,
    // Of an agency with one item TIM-05 has said it.
    check: ({ catalogue, agencies }) => {
      const shares = new Map<string, { met: number; all: number }>()
      for (const { agency, meetsTarget } of catalogue.items.values()) {
        if (meetsTarget === null) continue
        const share = shares.get(agency) ?? { met: 0, all: 0 }
        shares.set(agency, { met: share.met + (meetsTarget ? 1 : 0), all: share.all + 1 })
      }
      return [...shares].flatMap(([code, { met, all }]) =>
        met === all || all === 1
          ? []
          : [{ subject: code, path: '/code', facts: { agency: agencies.get(code)?.name ?? code, met, all } }],
      )
    },
  },
  {
    id: 'CAT-04',
    subject: 'catalogue',
    severity: 'warning',
    reads: ['/successor', '/to', '/replacedBy', '/repealedOn', '/inForceFrom'],
    basis: null,
    message: '“{name}”到{end}为止，接续的“{next}”{from}才开始，有效期中断。',
    mend: '核对起止日期：前一个的最后一天之后应当紧接后一个的第一天。',
    quick: false,
    check: (context) => [...compareAgencies(context), ...compareLaws(context)],
  },
  {
    id: 'CAT-05',
    subject: 'catalogue',
    severity: 'error',
    reads: ['/actions', '/effectiveOn'],
    basis: null,
    message: '“{title}”在{stage}之后被改动：{fields}。',
    mend: '已公布的决定不得修改：恢复原文，另作一份更正的决定。',
    quick: false,
    check: ({ rewrittenDecisions }) =>
      rewrittenDecisions.map(({ decision, fields }) => ({
        subject: decision.id,
        path: `/${fields[0] ?? ''}`,
        facts: { title: decision.title, stage: labels.stage[decision.stage], fields: fields.join('、') },
      })),
  },
]

type Counted = Pick<ApprovalItem, 'agency' | 'type'> & { state: ItemState }

/** Active items of the day that a figure speaks of; `undefined`: what decisions made of that day is not known. */
function countActive({ on, agency, type }: PublishedCount, context: RuleContext): number | undefined {
  const { decisionContext, catalogue, day } = context
  const items: Iterable<Counted> | undefined =
    decisionContext?.chronicle.on(on).values() ?? (on === day ? catalogue.items.values() : undefined)
  if (items === undefined) return undefined
  return [...items].filter(
    (item) =>
      item.state === 'active' && (agency === null || item.agency === agency) && (type === null || item.type === type),
  ).length
}

function describeScope({ agency, type }: PublishedCount, { agencies }: RuleContext): string {
  return `${agency === null ? '全市' : (agencies.get(agency)?.name ?? agency)}${type === null ? '' : labels.type[type]}`
}

/** The list of powers against the active items; an agency whose list is not kept here is not judged. */
function comparePowers({ code, name, powers }: Agency, { catalogue }: RuleContext): CatalogueBreach[] {
  if (powers.length === 0) return []
  const items = [...catalogue.items.values()].filter(({ agency, state }) => agency === code && state === 'active')
  const used = new Set(items.map(({ powerListNumber }) => powerListNumber))
  return [
    ...powers
      .filter((power) => !used.has(power))
      .map((power) => ({
        subject: code,
        path: '/powers',
        facts: { fault: `${name}的权力清单有“${power}”，目录里没有对应的在用事项` },
      })),
    ...items
      .filter(({ powerListNumber }) => powerListNumber === null || !powers.includes(powerListNumber))
      .map((item) => ({
        subject: item.code,
        path: '/powerListNumber',
        facts: { fault: `“${item.name}”在${name}的权力清单里没有条目` },
      })),
  ]
}

/** What takes over may have been there before; what comes only later leaves a gap. */
function compareAgencies({ agencies }: RuleContext): CatalogueBreach[] {
  return [...agencies.values()].flatMap(({ code, name, to, successor }) => {
    const next = agencies.get(successor ?? '')
    if (to === null || !next?.from || next.from <= dayAfter(to)) return []
    return [{ subject: code, path: '/to', facts: { name, end: to, next: next.name, from: next.from } }]
  })
}

function compareLaws({ laws }: RuleContext): CatalogueBreach[] {
  return [...new Set(laws.values())].flatMap(({ title, repealedOn, replacedBy }) => {
    const next = replacedBy === null ? undefined : findLaw(laws, replacedBy)
    if (repealedOn === null || !next?.inForceFrom || next.inForceFrom <= repealedOn) return []
    const facts = { name: title, end: dayBefore(repealedOn), next: next.title, from: next.inForceFrom }
    return [{ subject: title, path: '/repealedOn', facts }]
  })
}
