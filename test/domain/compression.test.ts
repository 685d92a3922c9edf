import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type CompressionInput, measureCompression } from '../../src/domain/compression.ts'
import type { Agency, ApprovalItem, Duration, Policy } from '../../src/schema/types.ts'

const working = (amount: number): Duration => ({ amount, unit: 'working-day' })
const aPolicy = (compression: Partial<Policy['compression']> = {}) =>
  // The measure reads these two parts of the policy alone.
  ({
    compression: {
      numerator: 1,
      denominator: 3,
      rounding: 'floor',
      handlingRoles: ['own', 'first-review', 'joint'],
      basis: null,
      ...compression,
    },
    conversion: { calendarDay: '5/7', month: '21', year: '250', hour: '1/8' },
  }) as Policy
const anItem = (fields: Partial<ApprovalItem> = {}) =>
  // The measure reads these fields of an item alone.
  ({
    code: 'fgw-001',
    name: '企业投资项目核准',
    agency: 'fgw',
    handlingRole: 'own',
    statutoryTimeLimit: working(20),
    promisedTimeLimit: working(6),
    compressionException: null,
    ...fields,
  }) as ApprovalItem
const agencies = ['gtj', 'fgw', 'zjj'].map((code) => ({ code, name: `${code}局` }) as Agency)
const measure = (items: ApprovalItem[], rest: Partial<CompressionInput> = {}) =>
  measureCompression({ items, stateOf: () => 'active', policy: aPolicy(), agencies, asOf: '2015-06-01', ...rest })
const measureOne = (statutory: Duration, promised: Duration, policy = aPolicy()) =>
  measure([anItem({ statutoryTimeLimit: statutory, promisedTimeLimit: promised })], { policy }).items[0]

const limit = fc.record({
  amount: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom('working-day', 'calendar-day', 'month', 'hour'),
})
const items = fc
  .array(fc.record({ statutoryTimeLimit: limit, promisedTimeLimit: limit, agency: fc.constantFrom('fgw', 'gtj') }), {
    maxLength: 12,
  })
  .map((list) => list.map((fields, place) => anItem({ ...fields, code: `${fields.agency}-${100 + place}` })))

describe('measureCompression', () => {
  it.each([
    [3, 1, 1, 1],
    [5, 1, 2, 2],
    [7, 2, 2, 3],
    [10, 3, 3, 4],
    [15, 5, 5, 5],
    [20, 6, 7, 7],
  ])('of %i working days lets promise %i, %i or %i by floor, round, ceil', (statutory, floor, round, ceil) => {
    const longest = (rounding: 'floor' | 'round' | 'ceil') =>
      measureOne(working(statutory), working(1), aPolicy({ rounding }))?.longest
    expect([longest('floor'), longest('round'), longest('ceil')]).toEqual([floor, round, ceil].map(working))
  })

  it('leaves nothing but 当场 below three working days', () => {
    expect(measureOne(working(2), working(1))).toMatchObject({ met: false, longest: { unit: 'instant' } })
    expect(measureOne(working(2), { unit: 'instant' })).toMatchObject({ met: true, promisedDays: 0, ratio: 0 })
  })

  it('compares in the shared unit and otherwise in working days', () => {
    expect(measureOne({ amount: 3, unit: 'month' }, { amount: 1, unit: 'month' })).toMatchObject({
      met: true,
      longest: { amount: 1, unit: 'month' },
      statutoryDays: 63,
    })
    expect(measureOne({ amount: 60, unit: 'calendar-day' }, working(15))).toMatchObject({
      met: false,
      statutoryDays: 42.8571,
      longest: working(14),
    })
  })

  it('does not let rounding decide whether the target is met', () => {
    expect(measureOne(working(20), working(7), aPolicy({ rounding: 'ceil' }))?.met).toBe(false)
  })

  it('adds up exactly, by agency in official order and over all', () => {
    const report = measure([
      anItem({ promisedTimeLimit: working(10) }),
      anItem({ code: 'gtj-001', agency: 'gtj', statutoryTimeLimit: working(30), promisedTimeLimit: working(10) }),
      anItem({ code: 'zjj-001', agency: 'zjj', statutoryTimeLimit: null }),
    ])
    expect(report.overall).toEqual({
      items: 2,
      met: 1,
      statutoryDays: 50,
      promisedDays: 20,
      ratio: 0.4,
      meanRatio: 0.4167,
      gapDays: 4,
      targetMet: false,
    })
    expect(report.agencies.map(({ code, items: count, gapDays }) => [code, count, gapDays])).toEqual([
      ['gtj', 1, 0],
      ['fgw', 1, 4],
      ['zjj', 0, 0],
    ])
  })

  it.each([
    ['no-statutory-limit', { statutoryTimeLimit: null, promisedTimeLimit: null }],
    ['no-promise', { promisedTimeLimit: null, handlingRole: 'relay' as const }],
    ['statutory-instant', { statutoryTimeLimit: { unit: 'instant' as const }, handlingRole: 'relay' as const }],
    ['statutory-instant', { statutoryTimeLimit: working(0) }],
    ['relay', { handlingRole: 'relay' as const, compressionException: { reason: '评审', approvedBy: '审改办' } }],
    ['exception', { compressionException: { reason: '评审', approvedBy: '审改办' } }],
  ])('excludes by the first reason that holds: %s', (reason, fields) => {
    const report = measure([anItem(fields)])
    expect(report.excluded).toEqual([{ code: 'fgw-001', name: '企业投资项目核准', agency: 'fgw', reason }])
    expect(report.items).toEqual([])
  })

  it('excludes what is not active', () => {
    const report = measure([anItem()], { stateOf: () => 'cancelled' })
    expect(report.excluded[0]?.reason).toBe('not-active')
  })

  it('has no ratio and misses nothing when nothing is in scope', () => {
    expect(measure([]).overall).toMatchObject({ items: 0, ratio: null, meanRatio: null, gapDays: 0, targetMet: true })
  })

  it('reports on one agency alone when asked', () => {
    const report = measure([anItem(), anItem({ code: 'gtj-001', agency: 'gtj' })], { agency: 'gtj' })
    expect(report.overall.items).toBe(1)
    expect(report.agencies.map(({ code }) => code)).toEqual(['gtj'])
    expect(report.items.map(({ code }) => code)).toEqual(['gtj-001'])
  })

  it('does not depend on the order of the items', () => {
    fc.assert(fc.property(items, (list) => expect(measure([...list].reverse())).toEqual(measure(list))))
  })

  it('finds the least whole number of days that reaches the target', () => {
    const pair = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 90 })), { minLength: 1 })
    fc.assert(
      fc.property(pair, (pairs) => {
        const list = pairs.map(([statutory, promised], place) =>
          anItem({
            code: `fgw-${100 + place}`,
            statutoryTimeLimit: working(statutory),
            promisedTimeLimit: working(promised),
          }),
        )
        const { gapDays, targetMet, promisedDays, statutoryDays } = measure(list).overall
        expect(targetMet).toBe(gapDays === 0)
        expect(3 * (promisedDays - gapDays) <= statutoryDays).toBe(true)
        expect(gapDays === 0 || 3 * (promisedDays - gapDays + 1) > statutoryDays).toBe(true)
      }),
    )
  })
})
