import type { LocalId, Procedure } from '../schema/types.ts'
import type { Finding } from './finding.ts'
import { findDeadEnds, findLoops, findUnreachableSteps } from './procedure-graph.ts'

/** What is wrong with a procedure as a graph; `path` is a JSON pointer inside the procedure. */
export type ProcedureFinding = Omit<Finding, 'subject'>

/** 指引: 行政许可标准化指引（2016版） 附录1, how a flowchart is drawn up. */
const GUIDE_APPENDIX = '行政许可标准化指引（2016版）附录1'

/**
 * One start, at least one end, every step reached and leading on, decisions with at least two ways out that say when, references
 * that lead somewhere, and no circle besides corrections (rules FLW-02 to FLW-05, FLW-13, FLW-20).
 */
export function checkProcedure(procedure: Procedure): ProcedureFinding[] {
  return [
    ...checkIds(procedure),
    ...checkReferences(procedure),
    ...checkStartAndEnd(procedure),
    ...checkReach(procedure),
    ...checkDecisions(procedure),
    ...checkLoops(procedure),
  ]
}

function checkStartAndEnd({ steps }: Procedure): ProcedureFinding[] {
  const starts = steps.filter(({ kind }) => kind === 'start').length
  const ends = steps.filter(({ kind }) => kind === 'end').length
  if (starts === 1 && ends > 0) return []
  const message = `流程应有一个开始和至少一个结束，现有${starts}个开始、${ends}个结束。`
  return [{ rule: 'FLW-02', severity: 'error', path: '/steps', message, basis: GUIDE_APPENDIX }]
}

function checkReach(procedure: Procedure): ProcedureFinding[] {
  const finding = (rule: string, words: string) => (id: LocalId) => {
    const { path, name } = locate(procedure, id)
    return { rule, severity: 'error' as const, path, message: `环节“${name}”${words}。`, basis: null }
  }
  return [
    ...findUnreachableSteps(procedure).map(finding('FLW-03', '无法从开始到达')),
    ...findDeadEnds(procedure).map(finding('FLW-04', '走不到任何一个结束')),
  ]
}

function checkDecisions({ steps, flows }: Procedure): ProcedureFinding[] {
  return steps.flatMap(({ id, name, kind }, index): ProcedureFinding[] => {
    if (kind !== 'decision') return []
    const ways = flows.filter(({ from }) => from === id)
    const labelled = ways.filter(({ when }) => (when ?? '').trim() !== '')
    if (ways.length >= 2 && labelled.length === ways.length) return []
    const message = `判断环节“${name}”应有至少两个出口，每个出口都要写明条件。`
    return [{ rule: 'FLW-05', severity: 'error', path: `/steps/${index}`, message, basis: GUIDE_APPENDIX }]
  })
}

function checkIds({ steps }: Procedure): ProcedureFinding[] {
  const seen = new Set<LocalId>()
  return steps.flatMap(({ id }, index): ProcedureFinding[] => {
    if (!seen.has(id)) return seen.add(id) && []
    const message = `环节标识“${id}”重复。`
    return [{ rule: 'FLW-13', severity: 'error', path: `/steps/${index}/id`, message, basis: null }]
  })
}

function checkReferences({ lanes, steps, flows }: Procedure): ProcedureFinding[] {
  const knownLanes = new Set(lanes.map(({ id }) => id))
  const knownSteps = new Set(steps.map(({ id }) => id))
  const dangling = (path: string, message: string): ProcedureFinding[] => [
    { rule: 'FLW-REF', severity: 'error', path, message, basis: null },
  ]
  return [
    ...steps.flatMap(({ name, lane }, index) =>
      knownLanes.has(lane) ? [] : dangling(`/steps/${index}/lane`, `环节“${name}”所在的泳道“${lane}”不存在。`),
    ),
    ...flows.flatMap((flow, index) =>
      (['from', 'to'] as const).flatMap((end) =>
        knownSteps.has(flow[end]) ? [] : dangling(`/flows/${index}/${end}`, `流转指向的环节“${flow[end]}”不存在。`),
      ),
    ),
  ]
}

function checkLoops(procedure: Procedure): ProcedureFinding[] {
  return findLoops(procedure).map((loop) => {
    const message = `存在无限循环：${loop.map((id) => locate(procedure, id).name).join('→')}。`
    return { rule: 'FLW-20', severity: 'warning', path: locate(procedure, loop[0] ?? '').path, message, basis: null }
  })
}

function locate({ steps }: Procedure, id: LocalId): { path: string; name: string } {
  const index = steps.findIndex((step) => step.id === id)
  return { path: `/steps/${index}`, name: steps[index]?.name ?? id }
}
