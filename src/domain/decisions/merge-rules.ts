import type { ApprovalItem } from '../../schema/types.ts'
import { compareDurations, writeDuration } from '../durations.ts'
import { partsOf } from './decision-parts.ts'
import type { DecisionBreach, DecisionContext, DecisionRule } from './decision-rule.ts'
import { breachWhen } from './decision-rule.ts'
import { onRows } from './row-rules.ts'
import { isInCatalogue } from './standing.ts'

/** Items that become others: how many, with which limits and guides, and what becomes of sub-items. */
export const mergeRules: readonly DecisionRule[] = [
  {
    id: 'ADJ-09',
    severity: 'error',
    basis: null,
    check: onRows(['merge'], ({ items, into }, base) => [
      ...breachWhen(items.length < 2, `${base}/items`, `合并为 ${into} 只写了一个原事项，应有两个以上。`),
      ...breachWhen(items.includes(into), `${base}/into`, `${into} 不能并入自己，合并后应是一个新事项。`),
    ]),
  },
  {
    id: 'ADJ-09',
    severity: 'error',
    basis: null,
    check: onRows(['split'], ({ item, into }, base) => [
      ...breachWhen(into.length < 2, `${base}/into`, `${item} 只拆分成一个事项，应有两个以上。`),
      ...breachWhen(into.includes(item), `${base}/into`, `${item} 不能拆分成自己，拆分后应是新事项。`),
    ]),
  },
  {
    id: 'ADJ-10',
    severity: 'error',
    basis: null,
    check: onRows(['merge'], ({ items, into, reason, note }, base, { context }) => {
      if (reason !== null || note !== null) return []
      const sources = items.flatMap((code) => context.items.get(code) ?? [])
      const target = context.items.get(into)
      return target === undefined ? [] : findLongerLimits(target, sources, { base, context })
    }),
  },
  {
    id: 'ADJ-11',
    severity: 'warning',
    basis: null,
    check: onRows(['merge', 'split'], (row, base, { context }) =>
      [row.into].flat().flatMap((code) => {
        const target = context.items.get(code)
        return breachWhen(target?.guide === null, `${base}/into`, `${code} 还没有办事指南，原指南停用后就无从查起。`)
      }),
    ),
  },
  {
    id: 'ITM-08',
    severity: 'warning',
    basis: null,
    check: (decision, { subItems, chronicle }) => {
      const day = decision.effectiveOn
      if (day === null) return []
      return partsOf(decision).flatMap(({ code, pointer }) => {
        const main = chronicle.standingOn(code, day)
        if (main === undefined || main.state === 'planned' || isInCatalogue(main)) return []
        const left = (subItems.get(code) ?? []).filter((sub) => chronicle.standingOn(sub, day)?.state === 'active')
        return breachWhen(left.length > 0, pointer, `${code} 不再办理，它的子项 ${left.join('、')} 还在用。`)
      })
    },
  },
]

const limits = { statutoryTimeLimit: '法定时限', promisedTimeLimit: '承诺时限' } as const

/** A merge must not make anybody wait longer than the quickest of the old items did, unless it says why. */
function findLongerLimits(
  target: ApprovalItem,
  sources: readonly ApprovalItem[],
  { base, context }: { base: string; context: DecisionContext },
): DecisionBreach[] {
  return (['statutoryTimeLimit', 'promisedTimeLimit'] as const).flatMap((field) => {
    const limit = target[field]
    const shorter = sources.find((source) => {
      const old = source[field]
      return limit !== null && old !== null && compareDurations(limit, old, context.conversion) > 0
    })
    if (shorter === undefined) return []
    const message = `合并后 ${target.code} 的${limits[field]}是${writeDuration(limit)}，长于原事项 ${shorter.code} 的${writeDuration(shorter[field])}，应写明理由。`
    return [{ path: `${base}/into`, message }]
  })
}
