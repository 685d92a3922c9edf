import { describe, expect, it } from '@jest/globals'
import { type LifeEvent, writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import { weighDecision } from '../../../src/domain/decisions/decision-effect.ts'
import { tellOwnEffect } from '../../../src/domain/decisions/own-effect.ts'
import type { AdjustmentDecision } from '../../../src/schema/types.ts'
import { type ActionDraft, aDecision, someItems } from './decisions.ts'

const items = someItems(6)
const day = '2014-05-04'

function effectOf(decision: AdjustmentDecision, decisions: readonly AdjustmentDecision[]) {
  const chronicle = writeChronicle(items, decisions)
  const own = (event: LifeEvent) => event.decision === decision.id && event.row !== null
  return tellOwnEffect(chronicle, day, chronicle.events.filter(own))
}

describe('the effect of a decision on the numbers of its day', () => {
  it.each<[ActionDraft[]]>([
    [[{ action: 'cancel' }, { action: 'delegate', item: 'fgw-002' }]],
    [[{ action: 'merge', items: ['fgw-001', 'fgw-002'], into: 'fgw-003' }]],
    [[{ action: 'undertake' }, { action: 'suspend', item: 'fgw-002', until: '2014-06-01' }]],
    [
      [
        { action: 'transfer', to: 'scjg' },
        { action: 'reclassify', item: 'fgw-002', to: 'filing' },
      ],
    ],
    [[{ action: 'retain' }, { action: 'rename', item: 'fgw-002', to: '甲' }]],
  ])('of %j is the difference that it makes', (rows) => {
    const decision = aDecision('d2', day, rows)
    const decisions = [aDecision('d1', '2014-01-01', [{ action: 'cancel', item: 'fgw-006' }]), decision]
    const weighed = weighDecision(items, decisions, decision)
    expect(effectOf(decision, decisions)).toEqual({ before: weighed?.before, after: weighed?.after })
  })

  it('leaves what another decision of the same day does in both numbers', () => {
    const [one, other] = [
      aDecision('d1', day, [{ action: 'cancel' }]),
      aDecision('d2', day, [{ action: 'cancel', item: 'fgw-002' }]),
    ]
    const { before, after } = effectOf(one, [one, other])
    expect([before.active.total, after.active.total]).toEqual([5, 4])
    expect(before.byState).toEqual({ active: 5, cancelled: 1 })
  })

  it('is none when it was revoked before it held', () => {
    const revoked = aDecision('d1', day, [{ action: 'cancel' }], { stage: 'revoked' })
    const { before, after } = effectOf(revoked, [revoked])
    expect(before).toEqual(after)
  })
})
