import { describe, expect, it } from '@jest/globals'
import { compareGains, isBeyondStatute, weighPromise, withPromises } from '../../src/domain/compression-desk.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { Duration, Policy } from '../../src/schema/types.ts'
import { aMinimalItem } from '../builders/items.ts'

const policy: Policy = (() => {
  const { document } = checkDocument('policy', {
    city: { name: '示例市', region: 'city' },
    compression: { numerator: 1, denominator: 3 },
  })
  if (document === undefined) throw new Error('the policy fits no schema')
  return document
})()
const days = (amount: number): Duration => ({ amount, unit: 'working-day' })
const promising = (statutory: number, promised: number) =>
  aMinimalItem({ statutoryTimeLimit: days(statutory), promisedTimeLimit: days(promised) })
const gainOf = (statutory: number, promised: number) => {
  const gain = weighPromise(promising(statutory, promised), 'active', policy)
  if (gain === undefined) throw new Error('out of scope')
  return gain
}

describe('what a promise would gain', () => {
  it('is the days down to the longest whole promise that meets, and the share of the gap', () => {
    expect(gainOf(20, 10)).toEqual({ isMet: false, longest: days(6), daysOff: 4, overTarget: 3.3333 })
  })

  it('is nothing where the target is met, whose slack others may use', () => {
    expect(gainOf(30, 8)).toEqual({ isMet: true, longest: days(10), daysOff: 0, overTarget: -2 })
  })

  it('is not told of items out of scope', () => {
    expect(weighPromise(promising(20, 10), 'cancelled', policy)).toBeUndefined()
    expect(weighPromise(aMinimalItem({ promisedTimeLimit: days(3) }), 'active', policy)).toBeUndefined()
  })

  it('is sorted by the fewest days, or by what adds most to the gap', () => {
    // 8 days are missing to 50; 2 to 6 of 20, but 60 - 40 = 20 to a third of 120.
    const [near, middle, far] = [gainOf(20, 8), gainOf(150, 58), gainOf(120, 60)]
    expect([far, near, middle].sort((one, other) => compareGains('least', one, other))).toEqual([near, middle, far])
    expect([near, far, middle].sort((one, other) => compareGains('most', one, other))).toEqual([far, middle, near])
  })
})

describe('a plan', () => {
  it('replaces the promises that it names and no others', () => {
    const [one, other] = [promising(20, 10), { ...promising(20, 10), code: 'fgw-002' }]
    const planned = withPromises([one, other], new Map([['fgw-002', days(5)]]))
    expect(planned.map(({ promisedTimeLimit }) => promisedTimeLimit)).toEqual([days(10), days(5)])
    expect(other.promisedTimeLimit).toEqual(days(10))
  })

  it('cannot promise more than the law allows', () => {
    expect(isBeyondStatute(promising(20, 10), days(21), policy)).toBe(true)
    expect(isBeyondStatute(promising(20, 10), days(20), policy)).toBe(false)
    expect(isBeyondStatute(aMinimalItem(), days(900), policy)).toBe(false)
  })
})
