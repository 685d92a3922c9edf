import Fraction from 'fraction.js'
import type { ApprovalItem, Conversion } from '../../schema/types.ts'
import { toWorkingDays, writeDuration } from '../durations.ts'
import type { FlowGraph, FlowNode } from '../flow-graph.ts'
import { findSpecialIn } from '../flow-words.ts'
import { findLongestWay } from '../ways-search.ts'
import { flowOf, graphOf, pathOf } from './item-flow.ts'
import { breachIf, type ItemRule, type RuleContext } from './rule.ts'
import { notCountedByLaw } from './special-procedure-kinds.ts'

const reads = ['/procedure', '/mermaid', '/promisedTimeLimit', '/specialProcedures'] as const

/** The times of the steps against the promise. */
export const flowTimeRules: readonly ItemRule[] = [
  {
    id: 'FLW-09',
    subject: 'item',
    severity: 'error',
    reads,
    basis: '湖南省行政程序规定',
    message: '各环节时限合计{sum}个工作日，超过承诺时限{promised}。',
    mend: '缩短环节时限，或者核对承诺时限；依法不计入的列为特别程序。',
    quick: true,
    check: (item, context) => {
      const compared = compareWithPromise(item, context)
      return compared === undefined || compared.difference.compare(0) <= 0
        ? []
        : breachIf(true, compared.path, compared.facts)
    },
  },
  {
    id: 'FLW-10',
    subject: 'item',
    severity: 'hint',
    reads,
    basis: '湖南省行政程序规定',
    message: '各环节时限合计{sum}个工作日，小于承诺时限{promised}，可再压缩。',
    mend: '把承诺时限缩短到{sum}个工作日，或者把漏写的环节时限补上。',
    quick: true,
    // Steps without any time say nothing of the promise: FLW-11 asks for them.
    check: (item, context) => {
      const compared = compareWithPromise(item, context)
      if (compared === undefined || compared.isPartial || compared.difference.compare(0) >= 0) return []
      return breachIf(true, compared.path, compared.facts)
    },
  },
]

interface Comparison {
  /** Longest way less the promise, in working days. */
  difference: Fraction
  path: string
  facts: { sum: number; promised: string }
  /** Some step of the longest way that the office does has no time. */
  isPartial: boolean
}

function compareWithPromise(item: ApprovalItem, context: RuleContext): Comparison | undefined {
  const { promisedTimeLimit: promised } = item
  // A procedure knows its times; labels of a chart are read only where there is none.
  const flow = item.procedure === null ? flowOf(item, context) : graphOf(item.procedure)
  if (promised === null || flow === null) return undefined
  const { conversion } = context.policy
  const { days, places } = findLongestWay(flow, (place) => daysAt(flow.steps[place], item, conversion))
  const isPartial = days.compare(0) === 0 || places.some((place) => isUntimed(flow, place))
  return {
    difference: days.sub(toWorkingDays(promised, conversion)),
    path: pathOf(flow),
    facts: { sum: Number(days.valueOf().toFixed(2)), promised: writeDuration(promised) },
    isPartial,
  }
}

function isUntimed({ steps }: FlowGraph, place: number): boolean {
  const node = steps[place]
  return node !== undefined && (node.kind === 'task' || node.kind === 'decision') && node.limit === null
}

/** What runs against the promise: not the delivery (行政许可法 第四十四条), and special procedures only where the item counts them. */
function daysAt(node: FlowNode | undefined, item: ApprovalItem, conversion: Conversion): Fraction {
  if (node === undefined || node.limit === null || node.phase === 'delivery') return new Fraction(0)
  return isOutside(node, item) ? new Fraction(0) : toWorkingDays(node.limit, conversion)
}

function isOutside(node: FlowNode, { specialProcedures }: ApprovalItem): boolean {
  const { kind } = node
  const special = node.special ?? findSpecialIn(node.name) ?? null
  const listed = specialProcedures.filter((one) => one.kind === special)
  if (kind === 'special') return !listed.some(({ counted }) => counted)
  if (special === null) return false
  return listed.length > 0 ? listed.every(({ counted }) => !counted) : notCountedByLaw.includes(special)
}
