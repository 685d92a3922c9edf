import { describe, expect, it } from '@jest/globals'
import { readSample } from '../../../scripts/province/read-sample.ts'
import { undertakingsOf } from '../../../src/domain/rules/undertakings.ts'

const { decisions } = readSample('catalog')

describe('the rows by which items are taken over', () => {
  it('are found by the code of the item', () => {
    expect(undertakingsOf('jxw-001', decisions).map(({ from, mode }) => [from, mode])).toEqual([
      ['湖南省经济和信息化委员会', 'entrusted'],
    ])
  })

  it('are all rows of that kind and no others', () => {
    const rows = decisions.flatMap(({ actions }) => actions)
    const taken = rows.filter(({ action }) => action === 'undertake')
    const codes = new Set(rows.flatMap((row) => ('item' in row ? [row.item] : [])))
    expect([...codes].flatMap((code) => undertakingsOf(code, decisions))).toHaveLength(taken.length)
  })

  it('are none for an item that was always there', () => {
    expect(undertakingsOf('fgw-001', decisions)).toEqual([])
    expect(undertakingsOf('jxw-001', [])).toEqual([])
  })
})
