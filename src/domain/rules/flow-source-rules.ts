import type { ApprovalItem } from '../../schema/types.ts'
import { findRefusal } from '../refuse-flowchart-source.ts'
import type { FlowchartFault, WrittenFlowchart } from '../written-flowchart.ts'
import { flowOf } from './item-flow.ts'
import { type Breach, breachIf, type ItemRule, type RuleContext } from './rule.ts'

const reads = ['/mermaid'] as const
/** What a reader takes in at a glance; more is easier to follow in two charts. */
const mostSteps = 25
const longestLabel = 20

/** Hand-written chart source: whether it parses, what it must not hold, and how it reads. */
export const flowSourceRules: readonly ItemRule[] = [
  {
    id: 'FLW-01',
    subject: 'item',
    severity: 'error',
    reads,
    basis: null,
    message: '流程图语法错误：第{line}行第{column}列，{reason}。',
    mend: '改正第{line}行；不熟悉写法的，删去手写源文，用办理流程自动生成流程图。',
    quick: true,
    check: ({ mermaid }, { charts }) => {
      if (mermaid === null) return []
      const opening = findRefusal(mermaid)
      if (opening?.kind === 'opening') return [{ path: '/mermaid', facts: placeOf(opening) }]
      const fault = charts.get(mermaid)?.fault
      return fault === undefined || fault.cause !== null ? [] : [{ path: '/mermaid', facts: placeOf(fault) }]
    },
  },
  {
    id: 'FLW-13',
    subject: 'item',
    severity: 'warning',
    reads,
    basis: null,
    message: '环节{id}定义了不同的文字：“{labels}”，图上只显示“{shown}”。',
    mend: '同一个环节只写一次文字；本来是两个环节的，改用不同的编号。',
    quick: true,
    check: onChart(({ nodes }) =>
      nodes.flatMap(({ id, label, otherLabels }) =>
        breachIf(otherLabels.length > 0, '/mermaid', { id, labels: [...otherLabels, label].join('”“'), shown: label }),
      ),
    ),
  },
  {
    id: 'FLW-14',
    subject: 'item',
    severity: 'error',
    reads,
    basis: null,
    message: '流程图第{line}行：{reason}。',
    mend: '删去第{line}行中的这部分内容；流程图只写环节、连线和文字。',
    quick: true,
    check: ({ mermaid }) => {
      const refusal = mermaid === null ? undefined : findRefusal(mermaid)
      return refusal === undefined || refusal.kind === 'opening' ? [] : [{ path: '/mermaid', facts: placeOf(refusal) }]
    },
  },
  {
    id: 'FLW-15',
    subject: 'item',
    severity: 'error',
    reads,
    basis: null,
    message: '流程图第{line}行第{column}列，{problem}，图画不出来。',
    mend: '{mending}。',
    quick: true,
    check: ({ mermaid }, { charts }) => {
      const fault = mermaid === null ? undefined : charts.get(mermaid)?.fault
      return fault === undefined || fault.cause === null ? [] : [{ path: '/mermaid', facts: explain(fault) }]
    },
  },
  {
    id: 'FLW-18',
    subject: 'item',
    severity: 'hint',
    reads: ['/procedure', '/mermaid'],
    basis: null,
    message: '流程图过于复杂：{what}。',
    mend: '环节多的拆成两张图，文字长的写短，细节放到环节说明里。',
    quick: true,
    check: (item, context) => {
      const names = namesIn(item, context)
      const longest = names.find((name) => [...name].length > longestLabel)
      const what = [
        ...(names.length > mostSteps ? [`共${names.length}个环节`] : []),
        ...(longest === undefined ? [] : [`“${longest}”超过${longestLabel}个字`]),
      ]
      return breachIf(what.length > 0, item.mermaid === null ? '/procedure/steps' : '/mermaid', {
        what: what.join('，'),
      })
    },
  },
  {
    id: 'FLW-19',
    subject: 'item',
    severity: 'warning',
    reads,
    basis: null,
    message: '流程图缺少无障碍说明：{missing}。',
    mend: '在第一行之后写上 accTitle: 标题 和 accDescr: 一句话的说明，供读屏软件朗读。',
    quick: true,
    check: onChart(({ title, description }) => {
      const missing = [...(title === null ? ['标题'] : []), ...(description === null ? ['说明'] : [])]
      return breachIf(missing.length > 0, '/mermaid', { missing: missing.join('和') })
    }),
  },
]

function onChart(check: (chart: WrittenFlowchart) => Breach[]): ItemRule['check'] {
  return ({ mermaid }, { charts }) => {
    const chart = mermaid === null ? undefined : charts.get(mermaid)?.chart
    return chart === undefined ? [] : check(chart)
  }
}

function placeOf({ line, column, reason }: Pick<FlowchartFault, 'line' | 'column' | 'reason'>) {
  return { line, column, reason }
}

function explain({ line, column, cause, found }: FlowchartFault) {
  if (cause === 'reserved-word') {
    const problem = `“${found}”是流程图语言的保留词，不能作环节编号`
    return { line, column, problem, mending: `给环节另取一个编号，如 s1，把“${found}”写在文字里` }
  }
  const problem = `文字里的半角“${found}”没有用引号包住`
  return { line, column, problem, mending: `改用全角符号，或者用英文引号把整段文字包住，如 a["材料（原件）"]` }
}

/** Names of the steps of a procedure, lines of text of a chart: what stands in the picture in one line. */
function namesIn(item: ApprovalItem, context: RuleContext): string[] {
  if (item.mermaid !== null)
    return context.charts.get(item.mermaid)?.chart?.nodes.flatMap(({ lines }) => lines[0] ?? []) ?? []
  return flowOf(item, context)?.steps.map(({ name }) => name) ?? []
}
