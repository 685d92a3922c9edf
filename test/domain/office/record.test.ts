import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findFault, type RecordEntry, type RecordFacts, sealEntries } from '../../../src/domain/office/record.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const someFacts: fc.Arbitrary<RecordFacts> = fc.record({
  at: fc.constantFrom('2015-03-12T09:00:00+08:00', '2015-03-13T09:00:00+08:00'),
  actor: fc.string({ unit: 'grapheme' }),
  role: fc.constantFrom('editor', 'auditor', null),
  from: fc.constantFrom('10.0.0.1', 'local'),
  action: fc.constantFrom('edition.write', 'account.add'),
  subject: fc.string(),
  before: fc.constantFrom(null, sha256('before')),
  after: fc.constantFrom(null, sha256('after')),
  facts: fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' }), { maxKeys: 3 }),
})
const aChain = fc.array(someFacts, { minLength: 3, maxLength: 12 }).map((all) => sealEntries(all, undefined, sha256))

/** The entries that do not stand as they were sealed, by their place in the list. */
function faultsOf(chain: readonly RecordEntry[]): number[] {
  return chain.flatMap((entry, index) => (findFault(entry, chain[index - 1], sha256) === undefined ? [] : [index]))
}
const placeIn = (chain: readonly unknown[], seed: number, last = chain.length) => seed % last

describe('a chain of entries', () => {
  it('is whole as it was sealed, and after it went through JSON with its fields in another order', () => {
    fc.assert(
      fc.property(aChain, (chain) => {
        expect(faultsOf(chain)).toEqual([])
        const turned = chain.map(
          (entry) => Object.fromEntries(Object.entries(entry).reverse()) as unknown as RecordEntry,
        )
        expect(faultsOf(JSON.parse(JSON.stringify(turned)))).toEqual([])
      }),
    )
  })

  it.each<[string, (entry: RecordEntry) => Partial<RecordEntry>]>([
    ['who', ({ actor }) => ({ actor: `${actor}x` })],
    ['when', () => ({ at: '2015-03-12T10:00:00+08:00' })],
    ['what', () => ({ action: 'edition.read' })],
    ['about what', ({ subject }) => ({ subject: `${subject}x` })],
    ['from where', () => ({ from: '10.0.0.9' })],
    ['the role', ({ role }) => ({ role: role === 'reviewer' ? null : 'reviewer' })],
    ['the digest after', () => ({ after: sha256('forged') })],
    ['a fact', ({ facts }) => ({ facts: { ...facts, forged: 'x' } })],
  ])('shows at the entry that %s was changed', (_, change) => {
    fc.assert(
      fc.property(aChain, fc.nat(), (chain, seed) => {
        const place = placeIn(chain, seed)
        const forged = chain.map((entry, index) => (index === place ? { ...entry, ...change(entry) } : entry))
        expect(faultsOf(forged)).toEqual([place])
      }),
    )
  })

  it('shows at the next entry that one was changed and sealed again', () => {
    fc.assert(
      fc.property(aChain, fc.nat(), (chain, seed) => {
        const place = placeIn(chain, seed, chain.length - 1)
        const [resealed] = sealEntries([{ ...(chain[place] as RecordEntry), from: 'forged' }], chain[place - 1], sha256)
        const forged = chain.map((entry, index) => (index === place ? (resealed as RecordEntry) : entry))
        expect(faultsOf(forged)).toEqual([place + 1])
      }),
    )
  })

  it('shows that an entry was removed, inserted or exchanged with another', () => {
    fc.assert(
      fc.property(aChain, fc.nat(), (chain, seed) => {
        const place = placeIn(chain, seed, chain.length - 1)
        const [one, next] = [chain[place] as RecordEntry, chain[place + 1] as RecordEntry]
        expect(faultsOf(chain.toSpliced(place, 1))).toContain(place)
        expect(faultsOf(chain.toSpliced(place, 0, one))).not.toEqual([])
        expect(faultsOf(chain.toSpliced(place, 2, next, one))).not.toEqual([])
        const renumbered = chain.toSpliced(place, 2, { ...next, number: one.number }, { ...one, number: next.number })
        expect(faultsOf(renumbered)).not.toEqual([])
      }),
    )
  })

  it('does not show by itself that its end was cut off: that takes a digest noted elsewhere', () => {
    fc.assert(fc.property(aChain, (chain) => expect(faultsOf(chain.slice(0, -1))).toEqual([])))
  })
})
