import { describe, expect, it } from '@jest/globals'
import { writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import { aDecision, someItems } from './decisions.ts'

const items = someItems(5)
const stateOn = (chronicle: ReturnType<typeof writeChronicle>, code: string, day: string) =>
  chronicle.standingOn(code, day)?.state

describe('the catalogue on a day', () => {
  it('has every item active from the beginning that no decision brings in', () => {
    expect([...writeChronicle(items, []).on('1990-01-01').values()].map(({ state }) => state)).toEqual(
      items.map(() => 'active'),
    )
  })

  it.each([
    [{ action: 'cancel' }, 'active', 'cancelled'],
    [{ action: 'delegate' }, 'active', 'delegated'],
    [{ action: 'undertake' }, 'planned', 'active'],
    [{ action: 'create' }, 'planned', 'active'],
    [{ action: 'suspend' }, 'active', 'suspended'],
    [{ action: 'merge' }, 'active', 'merged'],
    [{ action: 'split' }, 'active', 'split'],
    [{ action: 'reclassify', to: 'internal-approval' }, 'active', 'internal'],
    [{ action: 'reclassify', to: 'filing' }, 'active', 'active'],
    [{ action: 'cancel', scope: 'partial', kept: '跨县项目' }, 'active', 'active'],
    [{ action: 'delegate', scope: 'partial', kept: '跨县项目' }, 'active', 'active'],
    [{ action: 'retain' }, 'active', 'active'],
  ] as const)('changes by %j at the start of the effective day', (row, before, after) => {
    const chronicle = writeChronicle(items, [aDecision('d1', '2014-05-04', [row])])
    expect(chronicle.contradictions).toEqual([])
    expect([stateOn(chronicle, 'fgw-001', '2014-05-03'), stateOn(chronicle, 'fgw-001', '2014-05-04')]).toEqual([
      before,
      after,
    ])
  })

  it('gives an item its new name, agency and type from the effective day on', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'rename', to: '甲' }]),
      aDecision('d2', '2014-06-01', [{ action: 'transfer', to: 'scjg' }]),
      aDecision('d3', '2015-05-14', [{ action: 'reclassify', to: 'filing' }]),
    ])
    expect(chronicle.standingOn('fgw-001', '2014-05-03')).toMatchObject({ name: '事项fgw-001', agency: 'fgw' })
    expect(chronicle.standingOn('fgw-001', '2014-12-31')).toMatchObject({
      name: '甲',
      agency: 'scjg',
      type: 'licensing',
      decision: 'd2',
      since: '2014-06-01',
    })
    expect(chronicle.standingOn('fgw-001', '2015-05-14')).toMatchObject({ type: 'filing', state: 'active' })
  })

  it('links merged and split items both ways', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'merge', items: ['fgw-001', 'fgw-002'], into: 'fgw-003' }]),
      aDecision('d2', '2015-05-04', [{ action: 'split', item: 'fgw-003', into: ['fgw-004', 'fgw-005'] }]),
    ])
    const catalogue = chronicle.on('2015-05-04')
    expect(catalogue.get('fgw-001')?.successors).toEqual(['fgw-003'])
    expect(catalogue.get('fgw-003')).toMatchObject({
      state: 'split',
      predecessors: ['fgw-001', 'fgw-002'],
      successors: ['fgw-004', 'fgw-005'],
    })
    expect(catalogue.get('fgw-005')).toMatchObject({ state: 'active', predecessors: ['fgw-003'] })
  })

  it('ends a suspension after its last day, or by a resumption', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [
        { action: 'suspend', until: '2014-05-31' },
        { action: 'suspend', item: 'fgw-002' },
      ]),
      aDecision('d2', '2014-07-01', [{ action: 'resume', item: 'fgw-002' }]),
    ])
    expect(['2014-05-31', '2014-06-01'].map((day) => stateOn(chronicle, 'fgw-001', day))).toEqual([
      'suspended',
      'active',
    ])
    expect(['2014-06-30', '2014-07-01'].map((day) => stateOn(chronicle, 'fgw-002', day))).toEqual([
      'suspended',
      'active',
    ])
  })

  it('takes a revoked decision back from its day of revocation on, and wholly when it has none', () => {
    const cancel = (revokedOn: string | null) =>
      writeChronicle(items, [aDecision('d1', '2014-05-04', [{ action: 'cancel' }], { stage: 'revoked', revokedOn })])
    const days = ['2014-05-03', '2014-05-04', '2014-08-31', '2014-09-01']
    expect(days.map((day) => stateOn(cancel('2014-09-01'), 'fgw-001', day))).toEqual([
      'active',
      'cancelled',
      'cancelled',
      'active',
    ])
    expect(days.map((day) => stateOn(cancel(null), 'fgw-001', day))).toEqual(days.map(() => 'active'))
  })

  it('leaves a contradictory decision out as a whole and names every contradiction', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'cancel' }, { action: 'cancel', item: 'fgw-002' }]),
      aDecision('d2', '2014-06-01', [
        { action: 'delegate' },
        { action: 'merge', items: ['fgw-002', 'fgw-003'], into: 'fgw-004' },
      ]),
    ])
    expect(chronicle.contradictions.map(({ decision, pointer }) => [decision, pointer])).toEqual([
      ['d2', '/actions/0/item'],
      ['d2', '/actions/1/items/0'],
    ])
    expect(stateOn(chronicle, 'fgw-003', '2014-07-01')).toBe('active')
    expect(chronicle.contradictions[0]).toMatchObject({
      others: ['d1'],
      message: '“事项fgw-001”（fgw-001）在 2014-06-01 是“已取消”（见决定 d1），不能下放。',
    })
  })
})
