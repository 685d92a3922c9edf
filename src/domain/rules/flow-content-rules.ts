import type { ApprovalItem, Step } from '../../schema/types.ts'
import type { FlowGraph, FlowNode } from '../flow-graph.ts'
import { findSpecialIn, isCorrection, isRefusal, outcomeIn, phasesIn, speaksOfCounting } from '../flow-words.ts'
import { labels } from '../labels.ts'
import { forward, reach } from '../procedure-ways.ts'
import { findCircles } from '../ways-search.ts'
import { breachAtNode, onFlow, pathOf } from './item-flow.ts'
import { breachIf, type ItemRule, isBlank } from './rule.ts'

type Phase = NonNullable<Step['phase']>

const reads = ['/procedure', '/mermaid', '/type', '/handlingRole'] as const
/** What a citizen applies for and may be refused; services and internal approvals are held to no such law. */
const decided: readonly ApprovalItem['type'][] = [
  'licensing',
  'non-licensing-approval',
  'confirmation',
  'filing',
  'other-power',
]

/** What a flow has to hold by law: its phases, the way of refusal, the notice of what is missing, posts and times. */
export const flowContentRules: readonly ItemRule[] = [
  {
    id: 'FLW-06',
    subject: 'item',
    severity: 'warning',
    reads: [...reads, '/caseType'],
    basis: '行政许可法第四章第二节、第三节',
    message: '流程缺少环节：{missing}。',
    mend: '补上{missing}环节；已有这一步的，给它标上所属阶段。',
    quick: true,
    // An item decided on the spot does it all in one; a lower level decides and delivers nothing.
    check: onFlow((flow, { item }) => {
      if (item.caseType === 'instant' || !decided.includes(item.type)) return []
      const isOwn = item.handlingRole === 'own' || item.handlingRole === 'joint'
      const needed: readonly Phase[] = isOwn
        ? ['acceptance', 'examination', 'decision', 'delivery']
        : ['acceptance', 'examination']
      const present = new Set(flow.steps.flatMap(phasesOf))
      const missing = needed.filter((phase) => !present.has(phase)).map((phase) => labels.phase[phase])
      return breachIf(missing.length > 0 && flow.steps.length > 0, pathOf(flow), { missing: missing.join('、') })
    }),
  },
  {
    id: 'FLW-07',
    subject: 'item',
    severity: 'warning',
    reads,
    basis: '行政许可法第三十八条',
    message: '流程图没有“不予许可”的出口。',
    mend: '在作出决定的环节画出“不予许可”的出口，并写明书面说明理由、告知复议和诉讼的权利。',
    quick: true,
    check: onFlow((flow, { item }) => {
      if (!decided.includes(item.type) || item.type === 'filing' || item.handlingRole === 'relay') return []
      return breachIf(flow.start !== null && !hasRefusal(flow), pathOf(flow))
    }),
  },
  {
    id: 'FLW-08',
    subject: 'item',
    severity: 'warning',
    reads,
    basis: '行政许可法第三十二条',
    message: '{problem}。',
    mend: '材料不齐全的，画一个“一次性告知补正”环节，补齐后回到申请或受理。',
    quick: true,
    check: onFlow((flow, { item }) => {
      if (!decided.includes(item.type) || flow.start === null) return []
      const problem = findNoticeProblem(flow)
      return breachIf(problem !== undefined, pathOf(flow), { problem: problem ?? '' })
    }),
  },
  {
    id: 'FLW-11',
    subject: 'item',
    severity: 'warning',
    reads: ['/procedure'],
    basis: '湖南省行政程序规定',
    message: '环节“{name}”未标注{missing}。',
    mend: '写明“{name}”由哪个岗位办理、多长时间办完；当场办完的写“当场”。',
    quick: true,
    // What the applicant does has no post; a special procedure has its time in the list of special procedures.
    check: ({ procedure }) => {
      const lanes = new Map(procedure?.lanes.map(({ id, name }) => [id, name]))
      return (procedure?.steps ?? []).flatMap((step, index) => {
        if (step.kind !== 'task' && step.kind !== 'decision') return []
        if (/申请|当事人|企业|群众/.test(lanes.get(step.lane) ?? '')) return []
        const missing = [isBlank(step.post) ? '岗位' : '', step.limit === null ? '时限' : ''].filter(
          (one) => one !== '',
        )
        return breachIf(missing.length > 0, `/procedure/steps/${index}`, {
          name: step.name,
          missing: missing.join('和'),
        })
      })
    },
  },
  {
    id: 'FLW-12',
    subject: 'item',
    severity: 'warning',
    reads: ['/procedure', '/mermaid', '/specialProcedures'],
    basis: '行政许可法第四十五条',
    message: '特别程序环节“{name}”{problem}。',
    mend: '依法不计入时限的，在“{name}”上注明“不计入时限”，并列入特别程序；计入的，按一般环节画出。',
    quick: true,
    check: onFlow((flow, { item }) =>
      flow.steps.flatMap((node) => {
        const problem = findCountingProblem(node, flow, item)
        return problem === undefined ? [] : [breachAtNode(node, { problem })]
      }),
    ),
  },
]

function phasesOf({ phase, words, name }: FlowNode): Phase[] {
  return phase === null ? phasesIn(`${name} ${words}`) : [phase]
}

/** A step that refuses, or a way with words of refusing that leads on to an end. */
function hasRefusal(flow: FlowGraph): boolean {
  const reached = reach(flow.start === null ? [] : [flow.start], forward(flow))
  return [...reached].some((place) => {
    const node = flow.steps[place]
    if (node === undefined) return false
    if (node.outcome === 'refused' || (node.kind !== 'decision' && isRefusal(node.name))) return true
    return (flow.out[place] ?? []).some(({ to, when }) => {
      const target = flow.steps[to]
      const isNotAccepted = target?.outcome === 'not-accepted' || outcomeIn(target?.name ?? '') === 'not-accepted'
      return isRefusal(when ?? '') && !isNotAccepted && !isCorrection(target?.name ?? '')
    })
  })
}

function findNoticeProblem(flow: FlowGraph): string | undefined {
  const inCircle = new Set(findCircles(flow).flat())
  const notices = [...flow.steps.keys()].filter((place) => isCorrection(flow.steps[place]?.words ?? ''))
  const ways = flow.out.flatMap((out, from) => out.map(({ to, when }) => ({ from, to, when: when ?? '' })))
  const spoken = ways.filter(({ when }) => isCorrection(when))
  if (notices.length === 0 && spoken.length === 0) return '流程图缺少“一次性告知补正”环节'
  const returns =
    notices.some((place) => inCircle.has(place)) ||
    spoken.some(({ from, to }) => inCircle.has(from) && inCircle.has(to))
  return returns ? undefined : '“一次性告知补正”之后没有回到申请或受理环节'
}

/** The picture of a procedure marks every step of kind `special` as not counted; a chart written by hand has to say it itself. */
function findCountingProblem(node: FlowNode, { from }: FlowGraph, item: ApprovalItem): string | undefined {
  if (from === 'mermaid') {
    const kind = node.kind === 'decision' || node.kind === 'end' ? undefined : findSpecialIn(node.name)
    if (kind === undefined || kind === 'site-inspection' || kind === 'publicity') return undefined
    return speaksOfCounting(node.words) ? undefined : '未注明是否计入时限'
  }
  if (node.kind !== 'special' || node.special === null) return undefined
  const listed = item.specialProcedures.filter(({ kind }) => kind === node.special)
  return listed.length > 0 && listed.every(({ counted }) => counted) ? '画成不计入时限，特别程序中却写计入' : undefined
}
