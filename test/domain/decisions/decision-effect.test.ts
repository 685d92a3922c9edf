import { describe, expect, it } from '@jest/globals'
import { weighDecision } from '../../../src/domain/decisions/decision-effect.ts'
import { aDecision, someItems } from './decisions.ts'

const items = someItems(5)
const day = '2014-05-04'

describe('weighing a decision', () => {
  it.each(['draft', 'consulting', 'adopted', 'published'] as const)(
    'tells the numbers without and with it (%s)',
    (stage) => {
      const decision = aDecision('d1', day, [{ action: 'merge' }, { action: 'cancel', item: 'fgw-004' }], { stage })
      const effect = weighDecision(items, [decision], decision)
      expect([effect?.before.active.total, effect?.after.active.total]).toEqual([4, 2])
      expect(effect?.before.byState).toEqual({ active: 4, planned: 1 })
      expect(effect?.after.byState).toEqual({ active: 2, merged: 2, cancelled: 1 })
      expect(effect?.contradictions).toEqual([])
    },
  )

  it('counts the other decisions of the day on both sides', () => {
    const decision = aDecision('d1', day, [{ action: 'cancel' }])
    const effect = weighDecision(
      items,
      [aDecision('d0', day, [{ action: 'cancel', item: 'fgw-002' }]), decision],
      decision,
    )
    expect([effect?.before.active.total, effect?.after.active.total]).toEqual([4, 3])
  })

  it('weighs an edited decision in place of the one that is kept', () => {
    const kept = aDecision('d1', day, [{ action: 'cancel' }])
    const edited = aDecision('d1', day, [{ action: 'cancel' }, { action: 'cancel', item: 'fgw-002' }])
    expect(weighDecision(items, [kept], edited)?.after.active.total).toBe(3)
  })

  it('tells why a draft could not be adopted, and leaves the numbers as they are', () => {
    const draft = aDecision('d2', day, [{ action: 'delegate' }], { stage: 'draft' })
    const effect = weighDecision(items, [aDecision('d1', day, [{ action: 'cancel' }]), draft], draft)
    expect(effect?.contradictions).toMatchObject([{ decision: 'd2', pointer: '/actions/0/item', others: ['d1'] }])
    expect(effect?.after.active).toEqual(effect?.before.active)
  })

  it('tells which later decisions it would make impossible', () => {
    const draft = aDecision('d1', day, [{ action: 'cancel' }], { stage: 'draft' })
    const later = aDecision('d2', '2014-06-01', [{ action: 'delegate' }])
    expect(weighDecision(items, [later, draft], draft)?.contradictions).toMatchObject([
      { decision: 'd2', pointer: '/actions/0/item', item: 'fgw-001' },
    ])
  })

  it('does not blame it for contradictions of others', () => {
    const others = [aDecision('d1', day, [{ action: 'resume' }])]
    const draft = aDecision('d2', day, [{ action: 'cancel', item: 'fgw-002' }], { stage: 'draft' })
    expect(weighDecision(items, others, draft)?.contradictions).toEqual([])
  })

  it('is not possible before it has an effective day', () => {
    const draft = aDecision('d1', null, [{ action: 'cancel' }], { stage: 'draft' })
    expect(weighDecision(items, [draft], draft)).toBeUndefined()
  })
})
