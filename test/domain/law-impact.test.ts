import { describe, expect, it } from '@jest/globals'
import { findLawImpact } from '../../src/domain/law-impact.ts'
import type { ApprovalItem, LegalBasis } from '../../src/schema/types.ts'
import { aGuide, anItem } from './rules/an-item.ts'

const basis = (law: string, support: LegalBasis['for']): LegalBasis => ({
  law,
  articles: ['第一条'],
  for: support,
  textVersion: null,
  verified: false,
})
const item = (fields: Partial<ApprovalItem>) => anItem({ guide: null, ...fields })
const isMeant = (title: string) => title === '甲法'

describe('what an item would lose with a law', () => {
  it('is nothing when it does not cite it', () => {
    expect(findLawImpact(item({ legalBases: [basis('乙法', 'item')] }), isMeant)).toBeUndefined()
  })

  it('is its basis when nothing else sets it up', () => {
    const [alone, beside] = [[basis('甲法', 'item')], [basis('甲法', 'item'), basis('乙法', 'item')]]
    expect(findLawImpact(item({ legalBases: alone }), isMeant)).toMatchObject({ losesItsBasis: true })
    expect(findLawImpact(item({ legalBases: beside }), isMeant)).toMatchObject({ losesItsBasis: false })
  })

  it('is its limit when that rests on it alone', () => {
    const legalBases = [basis('乙法', 'item'), basis('甲法', 'limit')]
    expect(findLawImpact(item({ legalBases }), isMeant)).toMatchObject({ losesItsBasis: false, losesItsLimit: true })
  })

  it('is told for every material and fee by name', () => {
    const guide = aGuide({
      materials: [
        {
          ...{ name: '申请表', kind: 'form', originals: 1, copies: 0, form: 'paper', necessity: 'required' },
          ...{ source: null, issuer: null, standard: null, instruction: null, note: null, blank: null, sample: null },
          basis: basis('甲法', 'material'),
        } as never, // what else a material has is not read here
      ],
      fees: [
        { name: '工本费', standard: null, basis: basis('甲法', 'fee'), reducible: false, reduction: null, note: null },
      ],
    })
    const { uses, losesItsBasis } = findLawImpact(item({ legalBases: [], guide }), isMeant) ?? {}
    expect(losesItsBasis).toBe(false)
    expect(uses?.map(({ for: support, path, subject }) => [support, path, subject])).toEqual([
      ['material', '/guide/materials/0/basis', '申请表'],
      ['fee', '/guide/fees/0/basis', '工本费'],
    ])
  })
})
