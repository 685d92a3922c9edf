import type { FlowGraph } from '../flow-graph.ts'
import { isRework } from '../flow-words.ts'
import { withoutCorrections } from '../procedure-ways.ts'
import { findCircles, findDeadPlaces, findUnreachable } from '../ways-search.ts'
import { breachesAt, onFlow, pathOf } from './item-flow.ts'
import { breachIf, type ItemRule } from './rule.ts'
import { profileStarts } from './rule-profiles.ts'

const guideline = '行政许可标准化指引（2016版）附录1'
const reads = ['/procedure', '/mermaid'] as const

/** The shape of the flow, whether it is a procedure or a chart written by hand: starts, ends, ways in and out, circles. */
export const flowRules: readonly ItemRule[] = [
  {
    id: 'FLW-02',
    subject: 'item',
    severity: 'error',
    reads,
    basis: guideline,
    basisFrom: profileStarts['2016'],
    message: '流程图应有一个开始和至少一个结束（现有{starts}个开始，{ends}个结束）。',
    mend: '流程只留一个开始环节，并至少有一个结束环节。',
    quick: true,
    check: onFlow((flow) => {
      const starts = flow.startCount
      const ends = flow.steps.filter(({ kind }) => kind === 'end').length
      return breachIf(starts !== 1 || ends === 0, pathOf(flow), { starts, ends })
    }),
  },
  {
    id: 'FLW-03',
    subject: 'item',
    severity: 'error',
    reads,
    basis: null,
    message: '环节“{name}”无法到达。',
    mend: '画一条通到“{name}”的流向，或者删去这个环节。',
    quick: true,
    // Without a start nothing can be reached, and a second start is not reached from the first: FLW-02 says so once.
    check: onFlow((flow) => (flow.startCount === 1 ? breachesAt(flow, findUnreachable(flow)) : [])),
  },
  {
    id: 'FLW-04',
    subject: 'item',
    severity: 'error',
    reads,
    basis: null,
    message: '环节“{name}”没有出口。',
    mend: '给“{name}”画出下一步，直到某个结束环节。',
    quick: true,
    // Without an end nothing leads to one: FLW-02 says so once.
    check: onFlow((flow) =>
      flow.steps.some(({ kind }) => kind === 'end') ? breachesAt(flow, findDeadPlaces(flow)) : [],
    ),
  },
  {
    id: 'FLW-05',
    subject: 'item',
    severity: 'error',
    reads,
    basis: guideline,
    basisFrom: profileStarts['2016'],
    message: '判断环节“{name}”应有至少两个带条件的出口。',
    mend: '给“{name}”画出至少两个出口，每个出口写上条件。',
    quick: true,
    check: onFlow((flow) => breachesAt(flow, findUndecided(flow))),
  },
  {
    id: 'FLW-20',
    subject: 'item',
    severity: 'warning',
    reads,
    basis: null,
    message: '存在无限循环：{path}。',
    mend: '给循环写上退出的条件，或者去掉往回的流向；补正可以往回。',
    quick: true,
    check: onFlow((flow) =>
      findCircles(withoutRework(flow)).flatMap((circle) => {
        const names = circle.map((place) => flow.steps[place]?.name ?? '')
        const path = flow.steps[circle[0] ?? 0]?.path ?? pathOf(flow)
        return [{ path, facts: { path: nameCircle(names) } }]
      }),
    ),
  },
]

function findUndecided({ steps, out }: FlowGraph): number[] {
  return [...steps.keys()].filter((place) => {
    const ways = out[place] ?? []
    const isDecided = ways.length >= 2 && ways.every(({ when }) => when !== null && when.trim() !== '')
    return steps[place]?.kind === 'decision' && !isDecided
  })
}

/** The ways without those by which the applicant brings what was missing or does over what was found wrong. */
function withoutRework(flow: FlowGraph): FlowGraph {
  const rework = flow.steps.map(({ name, kind }) => kind !== 'decision' && isRework(name))
  const out = flow.out.map((ways, from) =>
    ways.filter(({ to, when }) => !rework[from] && !rework[to] && !isRework(when ?? '')),
  )
  return { ...flow, ...withoutCorrections({ ...flow, out }) }
}

const namesShown = 8

function nameCircle(names: readonly string[]): string {
  const shown = names.slice(0, namesShown).join('→')
  return names.length > namesShown ? `${shown}→…（共${names.length}个环节）` : shown
}
