import { describe, expect, it } from '@jest/globals'
import { writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import { additions, drawLedger, removals } from '../../../src/domain/decisions/ledger.ts'
import type { AdjustmentDecision } from '../../../src/schema/types.ts'
import { type ActionDraft, aDecision, anAgency, someItems } from './decisions.ts'

const agencies = [anAgency('scjg'), anAgency('fgw')]
const year = { from: '2014-01-01', to: '2014-12-31', agencies }
const draw = (decisions: readonly AdjustmentDecision[], days = year) =>
  drawLedger(writeChronicle(someItems(6), decisions), days)
const moved = ({ items }: Pick<ReturnType<typeof draw>, 'items'>) =>
  Object.fromEntries(Object.entries(items).filter(([, codes]) => codes.length > 0))

describe('the ledger', () => {
  it.each([
    [{ action: 'cancel' }, { cancel: ['fgw-001'] }],
    [{ action: 'delegate' }, { delegate: ['fgw-001'] }],
    [{ action: 'undertake' }, { undertake: ['fgw-001'] }],
    [{ action: 'create' }, { create: ['fgw-001'] }],
    [{ action: 'suspend' }, { suspend: ['fgw-001'] }],
    [
      { action: 'suspend', until: '2014-05-31' },
      { suspend: ['fgw-001'], resume: ['fgw-001'] },
    ],
    [{ action: 'merge' }, { mergeOut: ['fgw-001', 'fgw-002'], mergeIn: ['fgw-003'] }],
    [{ action: 'split' }, { splitOut: ['fgw-001'], splitIn: ['fgw-002', 'fgw-003'] }],
    [{ action: 'reclassify', to: 'internal-approval' }, { reclassifyOut: ['fgw-001'] }],
    [{ action: 'reclassify', to: 'filing' }, {}],
    [{ action: 'transfer' }, {}],
    [{ action: 'rename' }, {}],
    [{ action: 'retain' }, {}],
    [{ action: 'cancel', scope: 'partial', kept: '跨县项目' }, {}],
    [{ action: 'delegate', scope: 'partial', kept: '跨县项目' }, {}],
  ] satisfies [ActionDraft, object][])('books %j for the city as %j', (row, expected) => {
    const ledger = draw([aDecision('d1', '2014-05-04', [row])])
    expect(moved(ledger)).toEqual(expected)
    expect(ledger.balanced).toBe(true)
  })

  it('books a transfer with both agencies and not with the city', () => {
    const ledger = draw([aDecision('d1', '2014-05-04', [{ action: 'transfer', to: 'scjg' }])])
    expect(ledger.agencies.map((account) => [account.code, moved(account), account.opening, account.closing])).toEqual([
      ['scjg', { transferIn: ['fgw-001'] }, 0, 1],
      ['fgw', { transferOut: ['fgw-001'] }, 6, 5],
    ])
  })

  it('books a reclassification with both types and not with the agency', () => {
    const ledger = draw([aDecision('d1', '2014-05-04', [{ action: 'reclassify', to: 'filing' }])])
    expect(ledger.types.map((account) => [account.type, account.label, moved(account)])).toEqual([
      ['licensing', '行政许可', { reclassifyOut: ['fgw-001'] }],
      ['filing', '备案', { reclassifyIn: ['fgw-001'] }],
    ])
    expect(ledger.agencies.map(moved)).toEqual([{}, {}])
  })

  it('books what a revocation brings back and takes away', () => {
    const ledger = draw([
      aDecision('d1', '2014-05-04', [{ action: 'cancel' }, { action: 'create', item: 'fgw-006' }], {
        stage: 'revoked',
        revokedOn: '2014-09-01',
      }),
    ])
    expect(moved(ledger)).toEqual({
      cancel: ['fgw-001'],
      create: ['fgw-006'],
      revokeIn: ['fgw-001'],
      revokeOut: ['fgw-006'],
    })
    expect([ledger.opening, ledger.closing, ledger.balanced]).toEqual([5, 5, true])
  })

  it('includes both its first and its last day', () => {
    const decisions = [
      aDecision('d1', '2014-05-04', [{ action: 'cancel' }]),
      aDecision('d2', '2014-05-05', [{ action: 'cancel', item: 'fgw-002' }]),
      aDecision('d3', '2014-05-06', [{ action: 'cancel', item: 'fgw-003' }]),
    ]
    const { opening, items, closing } = draw(decisions, { from: '2014-05-05', to: '2014-05-05', agencies })
    expect([opening, items.cancel, closing]).toEqual([5, ['fgw-002'], 4])
  })

  it('does not move a number when a suspended item is cancelled', () => {
    const ledger = draw([
      aDecision('d1', '2014-05-04', [{ action: 'suspend' }]),
      aDecision('d2', '2014-06-01', [{ action: 'cancel' }]),
    ])
    expect(moved(ledger)).toEqual({ suspend: ['fgw-001'] })
  })

  it('of no items at all is all zeros and balanced, with every agency in it', () => {
    const ledger = drawLedger(writeChronicle([], []), year)
    expect([ledger.opening, ledger.closing, ledger.balanced]).toEqual([0, 0, true])
    expect(ledger.agencies.map(({ code, closing }) => [code, closing])).toEqual([
      ['scjg', 0],
      ['fgw', 0],
    ])
    expect(Object.keys(ledger.movements)).toEqual([...additions, ...removals])
  })
})

/** The shape of the decision of 2014-05-04: 取消8项、承接59项、下放5项、合并2项为1项, on a made-up catalogue of 115 items in force. */
describe('a decision that cancels 8, undertakes 59, delegates 5 and merges 2 into 1', () => {
  const code = (number: number) => `fgw-${String(number).padStart(3, '0')}`
  const range = (first: number, length: number) => Array.from({ length }, (_, n) => code(first + n))
  const items = someItems(175).map((item, index) => ({ ...item, agency: index % 2 === 0 ? 'fgw' : 'scjg' }))
  const rows: ActionDraft[] = [
    ...range(1, 8).map((item) => ({ action: 'cancel' as const, item })),
    ...range(9, 5).map((item) => ({ action: 'delegate' as const, item })),
    { action: 'merge', items: [code(14), code(15)], into: code(116) },
    ...range(117, 59).map((item) => ({ action: 'undertake' as const, item })),
  ]
  const chronicle = writeChronicle(items, [aDecision('2014-05-04-17', '2014-05-04', rows)])

  it('makes 160 items of 115', () => {
    const ledger = drawLedger(chronicle, { ...year, from: '2014-05-04', to: '2014-05-04' })
    expect(chronicle.contradictions).toEqual([])
    const numbers = Object.fromEntries(Object.entries(ledger.movements).filter(([, count]) => count > 0))
    expect([ledger.opening, numbers, ledger.closing, ledger.balanced]).toEqual([
      115,
      { undertake: 59, mergeIn: 1, cancel: 8, delegate: 5, mergeOut: 2 },
      160,
      true,
    ])
    expect(ledger.items.cancel).toEqual(range(1, 8))
    expect(ledger.items.undertake).toEqual(range(117, 59))
  })

  it('adds up over the agencies', () => {
    const { agencies: accounts } = drawLedger(chronicle, { ...year, from: '2014-05-04', to: '2014-05-04' })
    expect(accounts.map(({ opening, closing, balanced }) => [opening, closing, balanced])).toEqual([
      [57, 80, true],
      [58, 80, true],
    ])
  })
})
