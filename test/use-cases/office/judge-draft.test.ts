import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { actionFields } from '../../../src/domain/office/action-fields.ts'
import type { DecisionDraft } from '../../../src/domain/office/decision-draft.ts'
import { readDecisionForm } from '../../../src/web/office/decisions/read-decision-form.ts'
import { writeDecisionForm } from '../../../src/web/office/decisions/write-decision-form.ts'
import { aReformOfficer, type OfficeUnderTest, openOffice } from '../../builders/an-office.ts'
import { aMinimalDecision } from '../../builders/changes.ts'

let here: OfficeUnderTest
beforeAll(async () => {
  here = await openOffice()
})
afterAll(() => here.close())

const before: Pick<DecisionDraft, 'decision' | 'items'> = { decision: aMinimalDecision({ id: 'typed' }), items: [] }
const names = { items: [] }

/** What somebody may have typed into a field: something right, half of it, or anything. */
const typed = fc.oneof(
  fc.constantFrom(
    '',
    'fgw-001',
    'fgw-002',
    'fgw-901',
    'mzj-001、mzj-002',
    'zzz-1001',
    'mzj',
    '2015-04-01',
    '2015-13-01',
    'filing',
  ),
  fc.string({ maxLength: 12 }),
)
const row = fc
  .constantFrom(...Object.keys(actionFields))
  .chain((action) => fc.record({ action: fc.constant(action), texts: fc.array(typed, { minLength: 9, maxLength: 9 }) }))
const form = fc
  .record({
    head: fc.record({
      '/title': typed,
      '/effectiveOn': fc.constantFrom('', '2015-04-01', '2015-99-01'),
      '/adoptedOn': typed,
      '/documentNumber': typed,
      '/declared/cancel': typed,
      '/created/0/code': typed,
      '/created/0/type': typed,
    }),
    rows: fc.array(row, { maxLength: 6 }),
  })
  .map(({ head, rows }) => {
    const fields = rows.flatMap(({ action, texts }, place) =>
      actionFields[action as keyof typeof actionFields].map(
        ({ name }, at) => [`/actions/${place}/${name}`, [texts[at] ?? '']] as const,
      ),
    )
    const kinds = rows.map(({ action }, place) => [`/actions/${place}/action`, [action]] as const)
    return new Map([...Object.entries(head).map(([name, text]) => [name, [text]] as const), ...kinds, ...fields])
  })

describe('the verdict on a draft', () => {
  it('is given on whatever was typed, and its numbers add up', async () => {
    await fc.assert(
      fc.asyncProperty(form, async (values) => {
        const draft = readDecisionForm(values, { before, names })
        const { violations, ledger, effect, leftOut } = await here.office.judgeDecisionDraft(aReformOfficer, draft)
        expect(leftOut.every((number) => number >= 1 && number <= draft.decision.actions.length)).toBe(true)
        expect(violations.every(({ message }) => /[一-龥]/.test(message))).toBe(true)
        if (ledger === null || effect === null) return
        expect(ledger.balanced).toBe(true)
        expect(ledger.closing).toBe(effect.after.active.total)
        expect(ledger.opening).toBe(effect.before.active.total)
      }),
      { numRuns: 150 },
    )
  })

  it('never speaks of what stands in for what is not written', async () => {
    await fc.assert(
      fc.asyncProperty(form, async (values) => {
        const draft = readDecisionForm(values, { before, names })
        const { violations, findings } = await here.office.judgeDecisionDraft(aReformOfficer, draft)
        const said = [...violations, ...findings].map(({ message }) => message).join('')
        const own = [...values.values()].flat().join('')
        expect(/zz[zy]-1\d{3}/.test(said) && !/zz[zy]-1\d{3}/.test(own)).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('is given on the same draft after it went through its form', async () => {
    await fc.assert(
      fc.asyncProperty(form, async (values) => {
        const once = readDecisionForm(values, { before, names })
        const twice = readDecisionForm(writeDecisionForm(once), { before, names })
        expect(twice).toEqual(once)
      }),
      { numRuns: 300 },
    )
  })
})
