import { describe, expect, it } from '@jest/globals'
import { findNamed } from '../../../src/domain/rules/agency-names.ts'
import type { Agency } from '../../../src/schema/types.ts'
import { openSample } from '../../catalog/the-sample.ts'

const [some] = openSample().agencies.agencies

function agenciesOf(...named: [code: string, name: string, shortName: string | null][]): Map<string, Agency> {
  if (some === undefined) throw new Error('the sample has no agencies')
  return new Map(named.map(([code, name, shortName]) => [code, { ...some, code, name, shortName }]))
}

describe('the names of agencies', () => {
  const agencies = agenciesOf(
    ['gaj001', '长沙市公安局', '市公安局'],
    ['gaj002', '株洲市公安局', '市公安局'],
    ['ycj001', '长沙市烟草专卖局', null],
  )

  it('find an agency by its full name, however it is punctuated', () => {
    expect([...findNamed('长沙市 公安局', agencies)]).toEqual(['gaj001'])
  })

  it('find every agency that shares a short name, in official order', () => {
    expect([...findNamed('市公安局', agencies)]).toEqual(['gaj001', 'gaj002'])
  })

  it('find nobody by a part of a name, or where no agencies are known', () => {
    expect(findNamed('公安局', agencies).size).toBe(0)
    expect(findNamed('市公安局', new Map()).size).toBe(0)
  })
})
