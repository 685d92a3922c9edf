import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { checkProcedureReferences } from '../../src/domain/check-references.ts'
import {
  findDeadEnds,
  findLongestPath,
  findLoops,
  findUnreachableSteps,
  listFlowSteps,
  orderSteps,
} from '../../src/domain/procedure-graph.ts'
import { checkItem } from '../../src/domain/rules/check-item.ts'
import type { Procedure } from '../../src/schema/types.ts'
import { aProcedure, days, sampleProcedures } from '../flowcharts/sample-procedures.ts'
import { aContext, anItem, aPolicy } from './rules/an-item.ts'

const conversion = { calendarDay: '5/7', month: '21', year: '250', hour: '1/8' }
const lane = 'window'
const task = (id: string, amount = 0) => ({
  id,
  name: id,
  kind: 'task' as const,
  lane,
  ...(amount > 0 ? { limit: days(amount) } : {}),
})
const start = { id: 'start', name: '开始', kind: 'start' as const, lane }
const end = { id: 'end', name: '结束', kind: 'end' as const, lane, outcome: 'granted' as const }
const lanes = { window: '窗口' }
const onShape = ['FLW-02', 'FLW-03', 'FLW-04', 'FLW-05', 'FLW-20']
/** What the rules on the shape of flows say of a procedure, whatever its item promises and its steps are about. */
const checkProcedure = (procedure: Procedure) =>
  checkItem(
    anItem({ procedure, promisedTimeLimit: null }),
    aContext({ policy: aPolicy({ ruleProfile: '2016' }) }),
  ).filter(({ rule }) => onShape.includes(rule))
const rulesOf = (procedure: Procedure) => checkProcedure(procedure).map(({ rule }) => rule)
const sample = (name: string): Procedure => {
  const procedure = sampleProcedures[name]
  if (procedure === undefined) throw new Error(name)
  return procedure
}

describe('a procedure as a graph', () => {
  it.each(Object.entries(sampleProcedures))('finds nothing wrong with a sound procedure: %s', (_, procedure) => {
    expect(checkProcedure(procedure)).toEqual([])
  })

  it('asks for exactly one start and at least one end', () => {
    const second = { ...start, id: 'again' }
    expect(rulesOf(aProcedure(lanes, [start, second, end], ['start end', 'again end']))).toContain('FLW-02')
    expect(rulesOf(aProcedure(lanes, [end], []))).toContain('FLW-02')
    expect(rulesOf(aProcedure(lanes, [start], []))).toContain('FLW-02')
  })

  it('names steps that no way leads to, and steps from which no way leads to an end', () => {
    const procedure = aProcedure(
      lanes,
      [start, task('lost'), task('stuck'), end],
      ['start end', 'lost end', 'start stuck'],
    )
    expect(findUnreachableSteps(procedure)).toEqual(['lost'])
    expect(findDeadEnds(procedure)).toEqual(['stuck'])
    expect(checkProcedure(procedure)).toMatchObject([
      { rule: 'FLW-03', path: '/procedure/steps/1', message: '环节“lost”无法到达。' },
      { rule: 'FLW-04', path: '/procedure/steps/2', message: '环节“stuck”没有出口。' },
    ])
  })

  it('asks a decision for two ways out, each with its condition', () => {
    const decision = { id: 'decide', name: '决定', kind: 'decision' as const, lane }
    expect(rulesOf(aProcedure(lanes, [start, decision, end], ['start decide', 'decide end 是']))).toEqual(['FLW-05'])
    const other = { ...end, id: 'other' }
    const steps = [start, decision, end, other]
    expect(rulesOf(aProcedure(lanes, steps, ['start decide', 'decide end 是', 'decide other']))).toEqual(['FLW-05'])
    expect(rulesOf(aProcedure(lanes, steps, ['start decide', 'decide end 是', 'decide other 否']))).toEqual([])
  })

  it('names references that lead nowhere and ids given twice', () => {
    const procedure = aProcedure(
      lanes,
      [start, start, { ...end, lane: 'nobody' }],
      ['start end', 'start ghost', 'ghost end'],
    )
    expect(checkProcedureReferences(procedure).map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
      'repeated-key /steps/1/id',
      'unknown-lane /steps/2/lane',
      'unknown-step /flows/1/to',
      'unknown-step /flows/2/from',
    ])
    expect(rulesOf(procedure)).toContain('FLW-02')
  })

  it('takes a way back to the application for a correction, and any other circle for a loop', () => {
    expect(findLoops(sample('site-inspection'))).toEqual([])
    const flows = ['start a', 'a b', 'b a', 'b c', 'c d', 'd c', 'd end']
    const procedure = aProcedure(lanes, [start, task('a'), task('b'), task('c'), task('d'), end], flows)
    expect(findLoops(procedure)).toEqual([['c', 'd']])
    expect(checkProcedure(procedure)).toMatchObject([
      { rule: 'FLW-20', severity: 'warning', path: '/procedure/steps/3', message: '存在无限循环：c→d。' },
    ])
  })

  it('takes a step that leads to itself for a loop', () => {
    const procedure = aProcedure(lanes, [start, task('a'), task('b'), end], ['start a', 'a b', 'b b', 'b end'])
    expect(findLoops(procedure)).toEqual([['b']])
  })
})

describe('the longest path', () => {
  it('adds the limits of the longest way exactly, without special procedures and corrections', () => {
    const { days: longest, steps } = findLongestPath(sample('site-inspection'), conversion)
    expect(longest.toFraction()).toBe('10')
    expect(steps).toEqual(['apply', 'check', 'accept', 'review', 'need', 'opinion', 'decide', 'grant'])
  })

  it('converts units by the policy, in exact fractions', () => {
    const steps = [
      start,
      { ...task('a'), limit: { amount: 1, unit: 'hour' as const } },
      { ...end, limit: { amount: 1, unit: 'calendar-day' as const } },
    ]
    expect(findLongestPath(aProcedure(lanes, steps, ['start a', 'a end']), conversion).days.toFraction()).toBe('47/56')
  })

  it('is no time at all without a start', () => {
    expect(findLongestPath(aProcedure(lanes, [task('a', 5)], []), conversion)).toMatchObject({ steps: [] })
  })
})

describe('the list of steps', () => {
  it('keeps the order written when every step follows those that lead to it', () => {
    for (const procedure of Object.values(sampleProcedures)) {
      expect(listFlowSteps(procedure).map(({ id }) => id)).toHaveLength(procedure.steps.length)
    }
    expect(orderSteps(sample('instant'))).toEqual(['apply', 'check', 'grant', 'refuse'])
  })

  it('puts a step after those that lead to it, and what cannot be reached last', () => {
    const procedure = aProcedure(lanes, [task('lost'), end, task('b'), task('a'), start], ['start a', 'a b', 'b end'])
    expect(orderSteps(procedure)).toEqual(['start', 'a', 'b', 'end', 'lost'])
  })

  it('gives lane names, and ways on by number and condition', () => {
    expect(listFlowSteps(sample('instant'))[1]).toEqual({
      id: 'check',
      name: '当场核对',
      lane: '窗口',
      kind: 'decision',
      phase: null,
      limit: { unit: 'instant' },
      post: null,
      description: null,
      outcome: null,
      next: [
        { number: 3, when: '符合条件' },
        { number: 4, when: '不符合条件' },
      ],
    })
  })
})

describe('any procedure', () => {
  const ids = fc.integer({ min: 0, max: 60 }).map((number) => `s${number}`)
  const kinds = fc.constantFrom('start', 'task', 'decision', 'special', 'end' as const)
  const procedures = fc
    .record({
      steps: fc.array(fc.record({ id: ids, kind: kinds, amount: fc.integer({ min: 0, max: 9 }) }), {
        minLength: 1,
        maxLength: 50,
      }),
      flows: fc.array(fc.tuple(ids, ids), { maxLength: 150 }),
    })
    .map(({ steps, flows }) =>
      aProcedure(
        lanes,
        steps.map(({ id, kind, amount }) => ({ ...task(id, amount), kind: kind as 'task' })),
        flows.map(([from, to]) => `${from} ${to}`),
      ),
    )

  it('is listed whole: every step once, every number a step', () => {
    fc.assert(
      fc.property(procedures, (procedure) => {
        const steps = listFlowSteps(procedure)
        const distinct = new Set(procedure.steps.map(({ id }) => id))
        expect(new Set(steps.map(({ id }) => id))).toEqual(distinct)
        expect(steps).toHaveLength(distinct.size)
        for (const { number } of steps.flatMap(({ next }) => next)) expect(steps[number - 1]).toBeDefined()
      }),
    )
  })

  it('is checked and measured, whatever its circles and references', () => {
    fc.assert(
      fc.property(procedures, (procedure) => {
        checkProcedure(procedure)
        const { steps } = findLongestPath(procedure, conversion)
        expect(new Set(steps).size).toBe(steps.length)
      }),
    )
  })

  it('may be as large as the schema allows: 200 steps, every one with ways to the next three', () => {
    const steps = Array.from({ length: 200 }, (_, index) =>
      index === 0 ? { ...start, id: 's0' } : task(`s${index}`, 1),
    )
    const flows = steps.flatMap((_, index) => [1, 2, 3].map((far) => `s${index} s${(index + far) % 200}`))
    const procedure = aProcedure(lanes, steps, flows)
    expect(listFlowSteps(procedure)).toHaveLength(200)
    expect(findLongestPath(procedure, conversion).days.compare(199)).toBe(0)
    expect(rulesOf(procedure)).toContain('FLW-02')
  })
})
