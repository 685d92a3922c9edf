import { describe, expect, it } from '@jest/globals'
import { writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import { compareDays } from '../../../src/domain/decisions/compare-days.ts'
import { countOnDay } from '../../../src/domain/decisions/count-on-day.ts'
import { aDecision, someItems } from './decisions.ts'

const chronicle = writeChronicle(someItems(6), [
  aDecision('d1', '2014-05-04', [
    { action: 'cancel' },
    { action: 'rename', item: 'fgw-002', to: '甲' },
    { action: 'retain', item: 'fgw-003' },
    { action: 'create', item: 'fgw-006' },
  ]),
  aDecision('d2', '2014-05-10', [{ action: 'rename', item: 'fgw-002', to: '事项fgw-002' }]),
  aDecision('d3', '2014-06-01', [{ action: 'transfer', item: 'fgw-004', to: 'scjg' }]),
  aDecision('d4', '2014-06-02', [{ action: 'suspend', item: 'fgw-005', until: '2014-06-30' }]),
])
const differences = (from: string, to: string) =>
  compareDays(chronicle, from, to).map(({ code, events }) => [code, ...events.map(({ decision }) => decision)])

describe('the difference between two days', () => {
  it('lists every item that changed with the decisions behind it', () => {
    expect(differences('2014-05-03', '2014-05-04')).toEqual([
      ['fgw-001', 'd1'],
      ['fgw-002', 'd1'],
      ['fgw-006', 'd1'],
    ])
  })

  it('leaves out what changed and changed back, and what was retained', () => {
    expect(differences('2014-05-03', '2014-05-31').map(([code]) => code)).toEqual(['fgw-001', 'fgw-006'])
  })

  it('counts neither the first day nor what follows the last', () => {
    expect(differences('2014-05-04', '2014-05-09')).toEqual([])
    expect(differences('2014-06-01', '2014-06-01')).toEqual([])
  })

  it('names the decision that suspended when the suspension ran out', () => {
    expect(differences('2014-06-30', '2014-07-01')).toEqual([['fgw-005', 'd4']])
  })
})

describe('the counts of a day', () => {
  it('tell items by state, and active ones by type and agency', () => {
    expect(countOnDay(chronicle, '2014-06-15')).toEqual({
      day: '2014-06-15',
      byState: { active: 4, cancelled: 1, suspended: 1 },
      active: { total: 4, byType: { licensing: 4 }, byAgency: { fgw: 3, scjg: 1 } },
    })
  })

  it('tell planned items apart', () => {
    expect(countOnDay(chronicle, '2014-05-03')).toMatchObject({
      byState: { active: 5, planned: 1 },
      active: { total: 5 },
    })
  })

  it('of a catalogue without items are none', () => {
    expect(countOnDay(writeChronicle([], []), '2014-05-03')).toEqual({
      day: '2014-05-03',
      byState: {},
      active: { total: 0, byType: {}, byAgency: {} },
    })
  })
})
