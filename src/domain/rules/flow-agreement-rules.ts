import type { Agency, ApprovalItem } from '../../schema/types.ts'
import type { FlowGraph, FlowNode } from '../flow-graph.ts'
import { shareFoundIn } from '../texts/compare-names.ts'
import { findBodies, type WrittenBody } from '../texts/find-bodies.ts'
import { flowOf, graphOf, onFlow } from './item-flow.ts'
import { type Breach, breachIf, type ItemRule } from './rule.ts'

/** Share of a step's name that has to be found in a step of the other list. */
const alike = 0.5
/** What another body may do in a flow without being one that the item belongs to. */
const assisting =
  /意见|会签|会审|联审|配合|协助|反馈|抄送|转送|移送|移交|转报|上报|核实|核对|查询|鉴定|检测|检验|备案|协查/

/** The flow against the rest of the item: its list of steps and its bodies. */
export const flowAgreementRules: readonly ItemRule[] = [
  {
    id: 'FLW-16',
    subject: 'item',
    severity: 'warning',
    reads: ['/procedure', '/mermaid'],
    basis: null,
    message: '流程图与办理环节不一致：{difference}。',
    mend: '以办理环节为准改流程图，或者删去手写源文，由环节自动生成流程图。',
    quick: true,
    // Only where both are there: a chart drawn from the procedure agrees with it.
    check: (item, context) => {
      if (item.procedure === null || item.mermaid === null) return []
      const chart = flowOf(item, context)
      if (chart === null) return []
      const listed = graphOf(item.procedure)
      const missing = namesWithout(listed, chart)
      const added = namesWithout(chart, listed)
      const difference = [
        ...(missing.length > 0 ? [`图上缺少“${missing.join('”“')}”`] : []),
        ...(added.length > 0 ? [`图上多出“${added.join('”“')}”`] : []),
      ]
      return breachIf(difference.length > 0, '/mermaid', { difference: difference.join('，') })
    },
  },
  {
    id: 'FLW-17',
    subject: 'item',
    severity: 'warning',
    reads: ['/procedure', '/mermaid', '/agency', '/jointAgencies', '/guide'],
    basis: null,
    message: '流程图出现了无关部门“{body}”（{place}）。',
    mend: '确实由“{body}”办理的，把它登记为联办机构、受理机构或决定机构；否则改正部门名称。',
    quick: true,
    check: onFlow((flow, { item, agencies }) => {
      const own = bodiesOf(item)
      const strange = (text: string) => {
        const [body] = findBodies(text, agencies)
        return body === undefined || own.has(body.agency) ? undefined : body
      }
      return [...strangeLanes(flow, item, agencies), ...strangeActors(flow, strange)]
    }),
  },
]

/** Steps of one flow that the other has not; starts and ends are worded freely. */
function namesWithout(flow: FlowGraph, other: FlowGraph): string[] {
  const names = other.steps.map(({ words }) => words)
  return flow.steps
    .filter(({ kind }) => kind !== 'start' && kind !== 'end')
    .map(({ name }) => name)
    .filter((name) => !names.some((text) => shareFoundIn(name, text) >= alike))
}

function bodiesOf({ agency, jointAgencies, guide }: ApprovalItem): ReadonlySet<string> {
  const named = [guide?.acceptingBody.agency, guide?.decidingBody.agency]
  return new Set([agency, ...jointAgencies, ...named.flatMap((code) => code ?? [])])
}

/** Lanes of an agency that is no body of the item and does more in it than to assist. */
function strangeLanes(flow: FlowGraph, item: ApprovalItem, agencies: ReadonlyMap<string, Agency>): Breach[] {
  const own = bodiesOf(item)
  const coded = new Map(
    flow.from === 'procedure' ? item.procedure?.lanes.map(({ name, agency }) => [name, agency]) : [],
  )
  const lanes = [...new Set(flow.steps.flatMap(({ lane }) => lane ?? []))]
  return lanes.flatMap((lane) => {
    const code = coded.get(lane) ?? findBodies(lane, agencies)[0]?.agency
    const steps = flow.steps.filter((node) => node.lane === lane)
    if (code === undefined || own.has(code) || steps.every(({ words }) => assisting.test(words))) return []
    const body = agencies.get(code)?.name ?? lane
    return [{ path: steps[0]?.path ?? '/mermaid', facts: { body, place: `泳道“${lane}”` } }]
  })
}

/** Steps whose name begins with such an agency and says that it decides: 市规划局审批. */
function strangeActors(flow: FlowGraph, find: (text: string) => WrittenBody | undefined): Breach[] {
  return flow.steps.flatMap((node: FlowNode) => {
    const body = find(node.name)
    if (body === undefined || body.start > 1) return []
    const rest = node.name.slice(body.end)
    const isActing = /^[^，。；、]{0,4}(?:受理|审查|审核|审批|决定|批准|核准|核发|发证|办结|签发)/.test(rest)
    return breachIf(isActing && !assisting.test(rest), node.path, { body: body.text, place: `环节“${node.name}”` })
  })
}
