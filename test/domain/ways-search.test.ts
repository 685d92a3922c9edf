import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { forward, reach, type Ways } from '../../src/domain/procedure-ways.ts'
import { SmallestFirst } from '../../src/domain/smallest-first.ts'
import {
  findCircles,
  findDeadPlaces,
  findLongestWay,
  findUnreachable,
  orderPlaces,
} from '../../src/domain/ways-search.ts'

type Kind = { kind: string }

/** Steps 0 … count − 1, the first the start, the last the end. */
function waysOf(count: number, pairs: readonly (readonly [number, number])[]): Ways<Kind> {
  const steps = Array.from({ length: count }, (_, place) => ({
    kind: place === 0 ? 'start' : place === count - 1 ? 'end' : 'task',
  }))
  const out: { to: number; flow: number; when: string | null }[][] = steps.map(() => [])
  for (const [flow, [from, to]] of pairs.entries()) out[from]?.push({ to, flow, when: null })
  return { steps, out, start: 0 }
}
const anyWays = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 }))
  .map(([count, pairs]) =>
    waysOf(
      count,
      pairs.filter(([from, to]) => from < count && to < count),
    ),
  )

describe('circles', () => {
  it('are the steps that lead to themselves, grouped by leading to one another', () => {
    fc.assert(
      fc.property(anyWays, (ways) => {
        const after = ways.steps.map((_, place) => reach(forward(ways)(place), forward(ways)))
        const grouped = new Map<string, number[]>()
        for (const place of ways.steps.keys()) {
          if (!after[place]?.has(place)) continue
          const circle = [...ways.steps.keys()].filter((one) => after[place]?.has(one) && after[one]?.has(place))
          grouped.set(circle.join(), circle)
        }
        expect(findCircles(ways)).toEqual([...grouped.values()])
      }),
    )
  })
})

describe('numbers in a heap', () => {
  it('come out smallest first, and nothing when none is left', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const heap = new SmallestFirst()
        for (const number of numbers) heap.put(number)
        expect(heap.size).toBe(numbers.length)
        expect(numbers.map(() => heap.take())).toEqual(numbers.toSorted((a, b) => a - b))
        expect(heap.take()).toBeUndefined()
      }),
    )
  })
})

describe('a huge procedure', () => {
  const count = 10_000
  const chain = Array.from({ length: count - 1 }, (_, place) => [place, place + 1] as const)
  const skips = Array.from({ length: count - 2 }, (_, place) => [place, place + 2] as const)
  const backs = Array.from({ length: count - 3 }, (_, place) => [place + 3, place + 2] as const)

  it.each([
    ['a chain', chain],
    ['a mesh', [...chain, ...skips]],
    ['a tangle of circles', [...chain, ...skips, ...backs]],
    ['a fan', Array.from({ length: count - 1 }, (_, place) => [0, place + 1] as const)],
    ['loose steps', []],
  ])('is searched without overflow, in time that grows with its size: %s', (_, pairs) => {
    const ways = waysOf(count, pairs)
    const begun = performance.now()
    findUnreachable(ways)
    findDeadPlaces(ways)
    findCircles(ways)
    expect(orderPlaces(ways)).toHaveLength(count)
    findLongestWay(ways, () => new Fraction(1))
    // Ten thousand steps squared would take minutes.
    expect(performance.now() - begun).toBeLessThan(4_000)
  })

  it('has its length added up exactly', () => {
    expect(findLongestWay(waysOf(count, chain), () => new Fraction(1, 3)).days.toFraction()).toBe('10000/3')
  })
})
