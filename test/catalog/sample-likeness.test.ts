import { describe, expect, it } from '@jest/globals'
import type { ApprovalItem } from '../../src/schema/types.ts'
import { openSample } from './the-sample.ts'

const { items } = openSample()

/**
 * Guides more alike than this would be one text with the name exchanged.
 *
 * A copy of a guide under another name comes out above 0.9; items that are truly close (renewing and replacing a driving licence, the passports for Taiwan and
 * Hong Kong) stay at about 0.5, because their conditions, materials and questions are their own. Half-way leaves room for close items and none for copies.
 */
const tooAlike = 0.65

/** What a guide says of its own item: not the sentences that the law makes the same for all, and without the item's names. */
function ownWordsOf({ name, keywords, guide, procedure }: ApprovalItem): string {
  const words = [
    guide?.scope,
    guide?.conditions,
    guide?.prohibitions,
    guide?.materials.map((material) => material.name),
    guide?.faq.map(({ question, answer }) => `${question}${answer}`),
    guide?.results.map((result) => result.name),
    procedure?.steps.map((step) => step.name),
  ]
  const names = [name, name.replace(/（[^）]*）/g, ''), ...keywords].sort((a, b) => b.length - a.length)
  return names.reduce((text, named) => text.replaceAll(named, ''), words.flat().join(''))
}

/** Runs of four characters as sorted numbers: the same run has the same number in every text. */
function runsOf(text: string, numbers: Map<string, number>): number[] {
  const letters = [...text]
  const runs = letters.slice(3).map((_, index) => {
    const run = letters.slice(index, index + 4).join('')
    const number = numbers.get(run) ?? numbers.size
    numbers.set(run, number)
    return number
  })
  return runs.sort((a, b) => a - b)
}

/** Share of runs that two texts have in common, of all their runs. */
function likeness(one: readonly number[], other: readonly number[]): number {
  let common = 0
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a = 0, b = 0] = [one[i], other[j]]
    if (a === b) common += 1
    if (a <= b) i += 1
    if (b <= a) j += 1
  }
  return common / (one.length + other.length - common)
}

describe('the likeness of guides', () => {
  const numbers = new Map<string, number>()
  const texts = items.map((item) => ({ item, runs: runsOf(ownWordsOf(item), numbers) }))

  it('is low enough between any two guides that none is another with the name exchanged', () => {
    const pairs = texts.flatMap(({ item, runs }, index) =>
      texts.slice(index + 1).flatMap((other) => {
        const share = likeness(runs, other.runs)
        return share > tooAlike ? [`${item.name} | ${other.item.name}: ${share.toFixed(2)}`] : []
      }),
    )
    expect(pairs).toEqual([])
  })

  it('is high for a guide copied under another name', () => {
    const [first] = texts
    if (first === undefined) throw new Error('the sample is empty')
    const { item } = first
    const copied: ApprovalItem = JSON.parse(JSON.stringify(item).replaceAll(item.name, '另一个事项'))
    expect(likeness(first.runs, runsOf(ownWordsOf({ ...copied, name: '另一个事项' }), numbers))).toBeGreaterThan(
      tooAlike,
    )
  })
})
