import { describe, expect, it } from '@jest/globals'
import { writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import { findHeirs, traceLineage } from '../../../src/domain/decisions/lineage.ts'
import { aDecision, someItems } from './decisions.ts'

const day = '2015-12-31'
const codeOf = (number: number) => `fgw-${String(number).padStart(3, '0')}`
const trace = (...[catalogue, code, direction]: Parameters<typeof traceLineage>) =>
  traceLineage(catalogue, code, direction).map(({ standing, steps }) => `${steps} ${standing.code}`)

/** 1 and 2 became 3, 3 and 4 became 5, and 5 was split into 6 and 7. */
const family = writeChronicle(someItems(8), [
  aDecision('d1', '2014-01-01', [{ action: 'merge', items: ['fgw-001', 'fgw-002'], into: 'fgw-003' }]),
  aDecision('d2', '2014-02-01', [{ action: 'merge', items: ['fgw-003', 'fgw-004'], into: 'fgw-005' }]),
  aDecision('d3', '2014-03-01', [{ action: 'split', item: 'fgw-005', into: ['fgw-006', 'fgw-007'] }]),
])

describe('a lineage', () => {
  it('is walked down to what an item went into and up to what it came from, nearest first', () => {
    const catalogue = family.on(day)
    expect(trace(catalogue, 'fgw-001', 'successors')).toEqual(['1 fgw-003', '2 fgw-005', '3 fgw-006', '3 fgw-007'])
    expect(trace(catalogue, 'fgw-006', 'predecessors')).toEqual([
      '1 fgw-005',
      '2 fgw-003',
      '2 fgw-004',
      '3 fgw-001',
      '3 fgw-002',
    ])
  })

  it('is that of the day: what happened later is not in it', () => {
    const catalogue = family.on('2014-02-01')
    expect(trace(catalogue, 'fgw-001', 'successors')).toEqual(['1 fgw-003', '2 fgw-005'])
    expect(trace(catalogue, 'fgw-006', 'predecessors')).toEqual([])
  })

  it('is empty of an item that went nowhere, and of one that does not exist', () => {
    expect(trace(family.on(day), 'fgw-008', 'successors')).toEqual([])
    expect(trace(family.on(day), 'fgw-099', 'successors')).toEqual([])
  })

  it('ends in the heirs: where to go now', () => {
    const catalogue = family.on(day)
    expect(findHeirs(catalogue, 'fgw-002').map(({ code }) => code)).toEqual(['fgw-006', 'fgw-007'])
    expect(findHeirs(catalogue, 'fgw-007')).toEqual([])
    expect(findHeirs(catalogue, 'fgw-099')).toEqual([])
  })

  it('of five thousand merges is walked to its end', () => {
    const length = 5000
    const merges = Array.from({ length }, (_, n) => ({
      action: 'merge' as const,
      items: [codeOf(2 * n + 1), codeOf(2 * n + 2)],
      into: codeOf(2 * n + 3),
    }))
    const chronicle = writeChronicle(someItems(2 * length + 1), [aDecision('d1', '2014-01-01', merges)])
    expect(chronicle.contradictions).toEqual([])
    const catalogue = chronicle.on(day)
    expect(traceLineage(catalogue, 'fgw-001', 'successors').at(-1)).toMatchObject({
      steps: length,
      standing: { code: codeOf(2 * length + 1) },
    })
    expect(traceLineage(catalogue, codeOf(2 * length + 1), 'predecessors')).toHaveLength(2 * length)
    expect(findHeirs(catalogue, 'fgw-002').map(({ code }) => code)).toEqual([codeOf(2 * length + 1)])
  })

  it('that parts and meets again two hundred times has every item once', () => {
    const diamonds = 200
    const rows = Array.from({ length: diamonds }, (_, n) => {
      const [top, left, right, bottom] = [1, 2, 3, 4].map((place) => codeOf(3 * n + place))
      return [
        { action: 'split' as const, item: top ?? '', into: [left ?? '', right ?? ''] },
        { action: 'merge' as const, items: [left ?? '', right ?? ''], into: bottom ?? '' },
      ]
    }).flat()
    const chronicle = writeChronicle(someItems(3 * diamonds + 1), [aDecision('d1', '2014-01-01', rows)])
    expect(chronicle.contradictions).toEqual([])
    expect(traceLineage(chronicle.on(day), 'fgw-001', 'successors')).toHaveLength(3 * diamonds)
  })
})
