import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createNameIndex } from '../../src/domain/similar-names.ts'
import { openSample } from '../catalog/the-sample.ts'

const names = openSample().items.map(({ name }) => name)
const find = createNameIndex(names.map((name) => ({ name, owner: name })))
const likeness = (one: string, other: string) =>
  find(one, 0.01).find(({ owners }) => owners.includes(other))?.likeness ?? 0
const some = fc.constantFrom(...names)

describe('the likeness of names', () => {
  it('is 1 of a name with itself, and the same both ways', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(likeness(one, one)).toBeCloseTo(1, 9)
        expect(likeness(one, other)).toBeCloseTo(likeness(other, one), 9)
      }),
    )
  })

  it('is found above a threshold as it is found without one', () => {
    fc.assert(
      fc.property(some, fc.double({ min: 0.2, max: 0.95, noNaN: true }), (name, threshold) => {
        const above = find(name, 0.01).filter((found) => found.likeness >= threshold)
        expect(find(name, threshold)).toEqual(above)
      }),
    )
  })

  it('is high of the same thing in other words and low of stock words alone', () => {
    const [licence, same, other] = ['临时占用林地审批', '临时占用林地的审批', '临时占用城市道路审批'] as const
    const index = createNameIndex([...names, licence, same, other].map((name) => ({ name, owner: name })))
    const of = (name: string) => index(licence, 0.01).find(({ owners }) => owners.includes(name))?.likeness ?? 0
    expect(of(same)).toBeGreaterThan(0.7)
    expect(of(other)).toBeLessThan(0.5)
  })

  it('tells a name that many share once, with all of them', () => {
    const shared = ['长沙', '株洲', '湘潭'].map((owner) => ({ name: '取水许可', owner }))
    const index = createNameIndex([...shared, { name: '排污许可证核发', owner: '长沙' }])
    expect(index('取水许可', 0.9).map(({ name, owners }) => [name, owners])).toEqual([
      ['取水许可', ['长沙', '株洲', '湘潭']],
    ])
  })

  it('is asked of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void find(text, 0.5)))
  })
})
