import type { ApprovalItem, Procedure, Step } from '../../schema/types.ts'
import { toWorkingDays, writeDuration } from '../durations.ts'
import { findDeadEnds, findLongestPath, findLoops, findUnreachableSteps } from '../procedure-graph.ts'
import { type Breach, breachIf, type ProcedureRule } from './rule.ts'
import { profileStarts } from './rule-profiles.ts'

/** The procedure as a graph. Hand-written flowchart source is not looked into. */
export const flowRules: readonly ProcedureRule[] = [
  {
    id: 'FLW-02',
    subject: 'procedure',
    severity: 'error',
    reads: ['/procedure'],
    basis: '行政许可标准化指引（2016版）附录1',
    basisFrom: profileStarts['2016'],
    message: '流程图应有一个开始和至少一个结束（现有{starts}个开始，{ends}个结束）。',
    mend: '流程只留一个开始环节，并至少有一个结束环节。',
    quick: true,
    check: ({ steps }) => {
      const starts = steps.filter(({ kind }) => kind === 'start').length
      const ends = steps.filter(({ kind }) => kind === 'end').length
      return breachIf(starts !== 1 || ends === 0, '/procedure/steps', { starts, ends })
    },
  },
  {
    id: 'FLW-03',
    subject: 'procedure',
    severity: 'error',
    reads: ['/procedure'],
    basis: null,
    message: '环节“{name}”无法到达。',
    mend: '画一条通到“{name}”的流向，或者删去这个环节。',
    quick: true,
    // Without a start nothing can be reached: FLW-02 says so once.
    check: (procedure) =>
      procedure.steps.some(({ kind }) => kind === 'start')
        ? breachesAt(procedure, findUnreachableSteps(procedure))
        : [],
  },
  {
    id: 'FLW-04',
    subject: 'procedure',
    severity: 'error',
    reads: ['/procedure'],
    basis: null,
    message: '环节“{name}”没有出口。',
    mend: '给“{name}”画出下一步，直到某个结束环节。',
    quick: true,
    // Without an end nothing leads to one: FLW-02 says so once.
    check: (procedure) =>
      procedure.steps.some(({ kind }) => kind === 'end') ? breachesAt(procedure, findDeadEnds(procedure)) : [],
  },
  {
    id: 'FLW-05',
    subject: 'procedure',
    severity: 'error',
    reads: ['/procedure'],
    basis: '行政许可标准化指引（2016版）附录1',
    basisFrom: profileStarts['2016'],
    message: '判断环节“{name}”应有至少两个带条件的出口。',
    mend: '给“{name}”画出至少两个出口，每个出口写上条件。',
    quick: true,
    check: ({ steps, flows }) =>
      steps.flatMap(({ id, kind, name }, index) => {
        const ways = flows.filter(({ from }) => from === id)
        const isDecided = ways.length >= 2 && ways.every(({ when }) => when !== null && when.trim() !== '')
        return breachIf(kind === 'decision' && !isDecided, `/procedure/steps/${index}`, { name })
      }),
  },
  {
    id: 'FLW-09',
    subject: 'procedure',
    severity: 'error',
    reads: ['/procedure', '/promisedTimeLimit', '/specialProcedures'],
    basis: '湖南省行政程序规定',
    message: '各环节时限合计{sum}个工作日，超过承诺时限{promised}。',
    mend: '缩短环节时限，或者核对承诺时限；依法不计入的列为特别程序。',
    quick: true,
    check: (procedure, { item, policy }) => {
      const { promisedTimeLimit: promised } = item
      if (promised === null) return []
      const { days } = findLongestPath(withinPromise(procedure, item), policy.conversion)
      const isTooLong = days.compare(toWorkingDays(promised, policy.conversion)) > 0
      const facts = { sum: Number(days.valueOf().toFixed(2)), promised: writeDuration(promised) }
      return breachIf(isTooLong, '/procedure/steps', facts)
    },
  },
  {
    id: 'FLW-20',
    subject: 'procedure',
    severity: 'warning',
    reads: ['/procedure'],
    basis: null,
    message: '存在无限循环：{path}。',
    mend: '给循环写上退出的条件，或者去掉往回的流向；补正可以往回。',
    quick: true,
    check: (procedure) =>
      findLoops(procedure).map((loop) => {
        const names = loop.map((id) => procedure.steps.find((step) => step.id === id)?.name ?? id)
        const index = procedure.steps.findIndex(({ id }) => id === loop[0])
        return { path: `/procedure/steps/${index}`, facts: { path: names.join('→') } }
      }),
  },
]

function breachesAt({ steps }: Procedure, ids: readonly string[]): Breach[] {
  return ids.map((id) => {
    const index = steps.findIndex((step) => step.id === id)
    return { path: `/procedure/steps/${index}`, facts: { name: steps[index]?.name ?? id } }
  })
}

/** What runs against the promise: not the delivery (行政许可法 第四十四条), and special procedures only where the item counts them. */
function withinPromise(procedure: Procedure, item: ApprovalItem): Procedure {
  const counted = new Set(item.specialProcedures.filter((one) => one.counted).map(({ kind }) => kind))
  const weigh = (step: Step): Step => {
    if (step.phase === 'delivery') return { ...step, limit: null }
    const isCounted = step.specialProcedure !== null && counted.has(step.specialProcedure)
    return step.kind === 'special' && isCounted ? { ...step, kind: 'task' } : step
  }
  return { ...procedure, steps: procedure.steps.map(weigh) }
}
