import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { blankAction } from '../../../src/domain/office/action-fields.ts'
import type { AdjustmentDecision } from '../../../src/schema/types.ts'
import { theSystem } from '../../../src/use-cases/office/write-recorded.ts'
import { aReformOfficer, type OfficeUnderTest, openOffice } from '../../builders/an-office.ts'
import { aDecisionChange, aMinimalDecision } from '../../builders/changes.ts'

let here: OfficeUnderTest
beforeEach(async () => {
  here = await openOffice()
})
afterEach(() => here.close())

const cancelling = (item: string): Partial<AdjustmentDecision> => ({
  effectiveOn: '2015-04-01',
  adoptedOn: '2015-03-20',
  actions: [
    { ...blankAction('cancel'), action: 'cancel', item, supervision: '加强监管' } as AdjustmentDecision['actions'][0],
  ], // filled in above
})

/** A draft with what is given; answers its revision. */
async function draft(id: string, content: Partial<AdjustmentDecision>): Promise<number> {
  await here.office.startDecision(aReformOfficer, { id, title: `决定 ${id}` })
  const { body, revision } = await here.office.getDecisionDraft(aReformOfficer, id)
  const decision = { ...body.decision, ...content }
  return (await here.office.saveDecisionDraft(aReformOfficer, { id, revision, decision, items: [] })).revision
}
const adopt = (id: string, revision: number) =>
  here.office.adoptDecision(aReformOfficer, { id, revision, action: 'adopt' })

describe('the adoption of decisions', () => {
  it('lets one of two that contradict each other in, when both come at once', async () => {
    const revisions = [await draft('one', cancelling('fgw-001')), await draft('two', cancelling('fgw-001'))]
    const outcomes = await Promise.allSettled(['one', 'two'].map((id, place) => adopt(id, revisions[place] ?? 0)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(refused?.reason).toMatchObject({ violations: [{ pointer: '/actions/0/item', rule: 'ADJ-04' }] })
    expect(await here.store.office.list('decisionDraft')).toHaveLength(1)
  })

  it('lets both in when they touch different items, whoever comes first', async () => {
    const revisions = [await draft('one', cancelling('fgw-001')), await draft('two', cancelling('fgw-002'))]
    await Promise.all(['one', 'two'].map((id, place) => adopt(id, revisions[place] ?? 0)))
    const { movements, balanced } = await here.useCases.getLedger({ from: '2015-04-01', to: '2015-04-01' })
    expect([movements.cancel, balanced]).toEqual([2, true])
  })

  it('takes the place of a draft that came by import', async () => {
    const imported = aMinimalDecision({ id: 'imported', title: '导入的草案', ...cancelling('fgw-003') })
    await here.writeRecorded({
      by: theSystem,
      deeds: [{ action: 'catalogue.import', subject: 'catalogue/main' }],
      catalogue: { changes: [aDecisionChange(imported)] },
    })
    expect((await here.office.listOfficeDecisions(aReformOfficer)).imported).toMatchObject([{ id: 'imported' }])
    await here.office.startDecision(aReformOfficer, { id: 'imported', title: '' })
    expect((await here.office.listOfficeDecisions(aReformOfficer)).imported).toEqual([])
    await adopt('imported', 1)
    expect(await here.useCases.getDecision('imported')).toMatchObject({ stage: 'adopted', revision: 2 })
  })

  it('is refused when the draft was changed since it was seen', async () => {
    const revision = await draft('one', cancelling('fgw-001'))
    await expect(adopt('one', revision - 1)).rejects.toMatchObject({ code: 'stale-revision' })
  })

  it('never changes what was adopted, by whatever it is called', async () => {
    await adopt('one', await draft('one', cancelling('fgw-001')))
    await expect(here.office.startDecision(aReformOfficer, { id: 'one', title: '再来' })).rejects.toMatchObject({
      code: 'input-refused',
    })
    await expect(adopt('one', 1)).rejects.toMatchObject({ code: 'not-found' })
  })
})
