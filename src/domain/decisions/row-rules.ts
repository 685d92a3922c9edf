import type { AdjustmentDecision, Agency, Day, DelegateAction, Region } from '../../schema/types.ts'
import { bringingIn, partsOf } from './decision-parts.ts'
import { breachWhen, type DecisionBreach, type DecisionContext, type DecisionRule } from './decision-rule.ts'
import type { Action } from './standing.ts'

type Row<Name extends Action['action']> = Extract<Action, { action: Name }>

/** Rows of one or more actions, each with its JSON pointer. */
export function onRows<Name extends Action['action']>(
  names: readonly Name[],
  check: (
    row: Row<Name>,
    base: string,
    about: { decision: AdjustmentDecision; context: DecisionContext },
  ) => DecisionBreach[],
): DecisionRule['check'] {
  return (decision, context) =>
    decision.actions.flatMap((action, index) =>
      (names as readonly string[]).includes(action.action)
        ? check(action as Row<Name>, `/actions/${index}`, { decision, context }) // its name was just compared
        : [],
    )
}

/** Each row by itself: who receives, in which manner, with what behind it. */
export const rowRules: readonly DecisionRule[] = [
  { id: 'ADJ-05', severity: 'error', basis: null, check: onRows(['delegate'], checkReceivers) },
  {
    id: 'ADJ-06',
    severity: 'error',
    basis: '行政许可法第二十四条',
    check: onRows(['delegate'], ({ mode, item }, base) =>
      breachWhen(mode === null, `${base}/mode`, `下放 ${item} 没有写明是直接下放还是委托下放。`),
    ),
  },
  {
    id: 'ADJ-07',
    severity: 'error',
    basis: null,
    check: onRows(['undertake'], ({ superiorNumber, item }, base) =>
      breachWhen(superiorNumber === null, `${base}/superiorNumber`, `承接 ${item} 没有写上级决定的文号。`),
    ),
  },
  {
    id: 'ADJ-12',
    severity: 'error',
    basis: '国发〔2014〕5号',
    check: onRows(['cancel'], ({ supervision, item }, base) =>
      breachWhen(supervision === null, `${base}/supervision`, `取消 ${item} 没有写事中事后监管措施。`),
    ),
  },
  {
    id: 'ADJ-13',
    severity: 'warning',
    basis: '行政许可法第二十条、第二十一条',
    check: onRows(['cancel'], ({ item, reason, scope }, base, { decision, context }) => {
      const isOwnWord = decision.basis.length === 0 && !/国务院|省政府|省人民政府|〔\d{4}〕/.test(reason ?? '')
      const name = findLawBehind(item, context)
      const message = `${item} 由《${name}》设定，市里不能自行取消，请写明上级的决定。`
      return breachWhen(scope === 'full' && isOwnWord && name !== undefined, `${base}/reason`, message)
    }),
  },
  {
    id: 'ADJ-14',
    severity: 'warning',
    basis: null,
    check: onRows(['cancel', 'delegate'], ({ scope, kept, item }, base) =>
      breachWhen(scope === 'partial' && kept === null, `${base}/kept`, `${item} 只调整一部分，没有写明保留的内容。`),
    ),
  },
  { id: 'ADJ-17', severity: 'error', basis: null, check: checkRepeatedItems },
  {
    id: 'ADJ-19',
    severity: 'error',
    basis: null,
    check: onRows(['suspend'], ({ until, item }, base, { decision: { effectiveOn } }) =>
      breachWhen(
        until !== null && effectiveOn !== null && until < effectiveOn,
        `${base}/until`,
        `暂停 ${item} 的截止日 ${until} 早于施行日期 ${effectiveOn}。`,
      ),
    ),
  },
  {
    id: 'ADJ-19',
    severity: 'warning',
    basis: null,
    check: onRows(['suspend'], ({ until, reason, note, item }, base) =>
      breachWhen(
        until === null && reason === null && note === null,
        `${base}/until`,
        `暂停 ${item} 没有写截止日，也没有写恢复的条件。`,
      ),
    ),
  },
  {
    id: 'ADJ-20',
    severity: 'warning',
    basis: '国发〔2015〕27号',
    check: onRows(['reclassify'], ({ item, to }, base, { context }) => {
      const audiences = context.items.get(item)?.audiences ?? []
      const isForOthers = audiences.some((audience) => audience !== 'government')
      const message = `${item} 转为政府内部审批，服务对象里还有公民、法人或其他组织。`
      return breachWhen(to === 'internal-approval' && isForOthers, `${base}/to`, message)
    }),
  },
  { id: 'ITM-06', severity: 'error', basis: null, check: checkAgencies },
]

function checkReceivers(
  { to, item }: DelegateAction,
  base: string,
  { decision, context }: { decision: AdjustmentDecision; context: DecisionContext },
): DecisionBreach[] {
  return to.flatMap((code, index) => {
    const path = `${base}/to/${index}`
    if (code === context.city) return [{ path, message: `下放 ${item} 的承接地是本市，应为下级的县市区或园区。` }]
    const region = context.regions.get(code)
    if (region === undefined || decision.effectiveOn === null) return []
    const message = `${region.name}在 ${decision.effectiveOn} 还不存在或者已经撤销，不能承接 ${item}。`
    return breachWhen(!existsOn(region, decision.effectiveOn), path, message)
  })
}

/** One decision settles an item once: a second row on the same item contradicts the first. */
function checkRepeatedItems(decision: AdjustmentDecision): DecisionBreach[] {
  const first = new Map<string, number>()
  return partsOf(decision).flatMap(({ code, row, pointer }) => {
    const earlier = first.get(code)
    if (earlier === undefined) {
      first.set(code, row)
      return []
    }
    return [{ path: pointer, message: `同一决定里 ${code} 出现了两次：第${earlier + 1}行和第${row + 1}行。` }]
  })
}

/** An agency that takes an item over, or to which a new item belongs, must exist on the day. */
function checkAgencies(decision: AdjustmentDecision, { agencies, items }: DecisionContext): DecisionBreach[] {
  const day = decision.effectiveOn
  if (day === null) return []
  return partsOf(decision).flatMap(({ code, kind, action, row, pointer }) => {
    const isTransfer = action.action === 'transfer'
    const agency = agencies.get(isTransfer ? action.to : (items.get(code)?.agency ?? ''))
    if (agency === undefined || !(isTransfer || bringingIn.has(kind)) || existsOn(agency, day)) return []
    const path = isTransfer ? `/actions/${row}/to` : pointer
    return [{ path, message: `${agency.name}在 ${day} 还没有设立或者已经撤销，不能实施 ${code}。` }]
  })
}

function existsOn({ from, to }: Pick<Agency | Region, 'from' | 'to'>, day: Day): boolean {
  return (from === null || from <= day) && (to === null || day <= to)
}

/** Title of a law, or of a regulation, that set up the item; `undefined`: none is known. */
function findLawBehind(code: string, { items, laws }: DecisionContext): string | undefined {
  const bases = items.get(code)?.legalBases.filter((basis) => basis.for === 'item') ?? []
  return bases.find(({ law }) => ['law', 'administrative-regulation'].includes(laws.get(law)?.kind ?? ''))?.law
}
