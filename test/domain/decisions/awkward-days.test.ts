import { describe, expect, it } from '@jest/globals'
import { writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import { type ActionDraft, aDecision, someItems } from './decisions.ts'

const items = someItems(5)
const revoked = (revokedOn: string) => ({ stage: 'revoked', revokedOn }) as const
const told = (found: { decision: string; pointer: string; item: string }) =>
  `${found.decision} ${found.pointer} ${found.item}`

describe('a suspension', () => {
  it('ends by itself in the name of the decision that suspended, though another renamed the item since', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'suspend', until: '2014-05-31' }]),
      aDecision('d2', '2014-05-10', [{ action: 'rename', to: '甲' }]),
    ])
    expect(chronicle.standingOn('fgw-001', '2014-05-31')).toMatchObject({ state: 'suspended', suspendedBy: 'd1' })
    expect(chronicle.lifeOf('fgw-001').at(-1)).toMatchObject({ kind: 'expire', day: '2014-06-01', decision: 'd1' })
    expect(chronicle.standingOn('fgw-001', '2014-06-01')).toMatchObject({
      state: 'active',
      name: '甲',
      decision: 'd1',
      since: '2014-06-01',
      suspendedBy: null,
    })
  })

  it('of which the last day is over when it begins is a contradiction', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [
        { action: 'suspend', until: '2014-05-03' },
        { action: 'cancel', item: 'fgw-002' },
      ]),
    ])
    expect(chronicle.contradictions.map(told)).toEqual(['d1 /actions/0/item fgw-001'])
    expect(chronicle.events).toEqual([])
  })

  it('may last a single day', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'suspend', until: '2014-05-04' }]),
      aDecision('d2', '2014-05-05', [{ action: 'delegate' }]),
    ])
    expect(chronicle.contradictions).toEqual([])
    expect(chronicle.events.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2014-05-04 suspend',
      '2014-05-05 expire',
      '2014-05-05 delegate',
    ])
  })

  it('until the last day there is never ends', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'suspend', until: '9999-12-31' }]),
    ])
    expect(chronicle.standingOn('fgw-001', '2014-05-03')?.state).toBe('active')
    expect(chronicle.standingOn('fgw-001', '9999-12-31')?.state).toBe('suspended')
    expect(chronicle.events).toHaveLength(1)
  })

  it('leaves no last day behind on an item that was cancelled meanwhile', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'suspend', until: '2014-05-31' }]),
      aDecision('d2', '2014-05-10', [{ action: 'cancel' }]),
    ])
    expect(chronicle.standingOn('fgw-001', '2014-07-01')).toMatchObject({ state: 'cancelled', suspendedUntil: null })
  })
})

describe('a revocation', () => {
  it('counts before a decision that takes effect on the same day', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'cancel' }], revoked('2014-09-01')),
      aDecision('d2', '2014-09-01', [{ action: 'delegate' }]),
    ])
    expect(chronicle.contradictions).toEqual([])
    expect(chronicle.standingOn('fgw-001', '2014-09-01')?.state).toBe('delegated')
    expect(chronicle.lifeOf('fgw-001').map(({ kind }) => kind)).toEqual(['cancel', 'revoke', 'delegate'])
  })

  it('is refused when a later decision builds on the decision, which stays in force', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'create' }], revoked('2014-09-01')),
      aDecision('d2', '2014-06-01', [{ action: 'suspend' }]),
    ])
    expect(chronicle.contradictions).toEqual([
      {
        decision: 'd1',
        pointer: '/revokedOn',
        item: 'fgw-001',
        message: '决定 d2 在 2014-06-01 施行的“暂停”（fgw-001）以本决定为前提，本决定不能自 2014-09-01 起撤销。',
        others: ['d2'],
      },
    ])
    expect(chronicle.standingOn('fgw-001', '2014-08-31')?.state).toBe('suspended')
    expect(chronicle.standingOn('fgw-001', '2014-09-01')?.state).toBe('suspended')
  })

  it('is accepted when the decision that builds on it goes on the same day or before', () => {
    for (const day of ['2014-08-01', '2014-09-01']) {
      const chronicle = writeChronicle(items, [
        aDecision('d1', '2014-05-04', [{ action: 'create' }], revoked('2014-09-01')),
        aDecision('d2', '2014-06-01', [{ action: 'suspend' }], revoked(day)),
      ])
      expect(chronicle.contradictions).toEqual([])
      expect(chronicle.standingOn('fgw-001', '2014-09-01')?.state).toBe('planned')
    }
  })

  it('of a merge brings every source back and plans its target again', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'merge' }], revoked('2014-09-01')),
      aDecision('d2', '2014-10-01', [{ action: 'merge', items: ['fgw-001', 'fgw-004'], into: 'fgw-003' }]),
    ])
    expect(chronicle.contradictions).toEqual([])
    const catalogue = chronicle.on('2014-09-01')
    expect(['fgw-001', 'fgw-002', 'fgw-003'].map((code) => catalogue.get(code)?.state)).toEqual([
      'active',
      'active',
      'planned',
    ])
    expect(chronicle.standingOn('fgw-003', '2014-10-01')?.predecessors).toEqual(['fgw-001', 'fgw-004'])
  })

  it('leaves the name of a later decision to an item that both renamed alike', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'rename', to: '甲' }]),
      aDecision('d2', '2014-06-01', [{ action: 'rename', to: '甲' }], revoked('2014-09-01')),
    ])
    expect(chronicle.standingOn('fgw-001', '2014-09-01')).toMatchObject({ name: '甲', decision: 'd1' })
  })
})

describe('a decision', () => {
  it('that was dropped leaves what it was to bring in planned', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'create' }, { action: 'resume', item: 'fgw-002' }]),
      aDecision('d2', '2014-06-01', [{ action: 'cancel' }]),
    ])
    expect(chronicle.contradictions.map(told)).toEqual(['d1 /actions/1/item fgw-002', 'd2 /actions/0/item fgw-001'])
    expect(chronicle.standingOn('fgw-001', '2014-07-01')?.state).toBe('planned')
  })

  it('that cancels what it undertakes takes hold in the order of its rows, or not at all', () => {
    const rows = [{ action: 'undertake' }, { action: 'cancel' }] as const
    const inOrder = writeChronicle(items, [aDecision('d1', '2014-05-04', rows)])
    expect(inOrder.standingOn('fgw-001', '2014-05-04')?.state).toBe('cancelled')
    const reversed = writeChronicle(items, [aDecision('d1', '2014-05-04', [...rows].reverse())])
    expect(reversed.contradictions.map(told)).toEqual(['d1 /actions/0/item fgw-001'])
    expect(reversed.standingOn('fgw-001', '2014-05-04')?.state).toBe('planned')
  })

  it('keeps apart from another of the same id as far as it can', () => {
    const same = [
      aDecision('d1', '2014-05-04', [{ action: 'cancel' }]),
      aDecision('d1', '2014-06-01', [{ action: 'suspend', item: 'fgw-002' }], revoked('2014-09-01')),
      aDecision('d1', '2014-07-01', [{ action: 'resume', item: 'fgw-003' }]),
    ]
    const chronicle = writeChronicle(items, same)
    expect(chronicle.contradictions.map(told)).toEqual(['d1 /actions/0/item fgw-003'])
    expect(chronicle.on('2014-09-01').get('fgw-001')?.state).toBe('cancelled')
    expect(chronicle.on('2014-09-01').get('fgw-002')?.state).toBe('active')
  })

  it('adds receivers to those that an earlier one named', () => {
    const delegate = { action: 'delegate', scope: 'partial', kept: '跨县项目' } as const
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ ...delegate, to: ['jia-xian'] }]),
      aDecision('d2', '2014-06-01', [{ ...delegate, to: ['yi-xian', 'jia-xian'] }]),
    ])
    expect(chronicle.standingOn('fgw-001', '2014-06-01')?.receivers).toEqual(['jia-xian', 'yi-xian'])
  })

  it.each([
    ['an item into itself', [{ action: 'merge', items: ['fgw-001', 'fgw-003'], into: 'fgw-003' }]],
    [
      'items into each other',
      [
        { action: 'merge', items: ['fgw-001', 'fgw-002'], into: 'fgw-003' },
        { action: 'merge', items: ['fgw-003', 'fgw-004'], into: 'fgw-001' },
      ],
    ],
    ['an item that it splits off', [{ action: 'split', item: 'fgw-001', into: ['fgw-001', 'fgw-002'] }]],
  ] satisfies [string, ActionDraft[]][])('that merges %s is refused', (_what, rows) => {
    const together = writeChronicle(items, [aDecision('d1', '2014-05-04', rows)])
    expect(together.contradictions.length).toBeGreaterThan(0)
    expect(together.events).toEqual([])
  })

  it('closes no circle of merges over several days', () => {
    const chronicle = writeChronicle(items, [
      aDecision('d1', '2014-05-04', [{ action: 'merge', items: ['fgw-001', 'fgw-002'], into: 'fgw-003' }]),
      aDecision('d2', '2014-05-05', [{ action: 'merge', items: ['fgw-003', 'fgw-004'], into: 'fgw-001' }]),
    ])
    expect(chronicle.contradictions.map(told)).toEqual([
      'd1 /actions/0/items/0 fgw-001',
      'd2 /actions/0/items/0 fgw-003',
    ])
  })
})
