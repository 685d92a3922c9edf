import { describe, expect, it } from '@jest/globals'
import { checkDecision, surveyDecisions } from '../../../src/domain/decisions/check-decision.ts'
import { writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import type { AdjustmentDecision, ApprovalItem, Regions } from '../../../src/schema/types.ts'
import { aMinimalItem } from '../../builders/items.ts'
import { type ActionDraft, aDecision } from './decisions.ts'

const agency = {
  shortName: null,
  category: 'municipal',
  nature: 'statutory',
  powers: [] as string[],
  successor: null,
  note: null,
} as const
const provenance = { facts: 'illustrative', verified: false, note: null, source: null, parts: [] } as const
const regions: Regions = {
  city: { code: 'cheng-shi', name: '示例市' },
  regions: [
    { code: 'jia-xian', name: '甲县', kind: 'county', from: null, to: null, provenance: { ...provenance, parts: [] } },
    {
      code: 'xin-qu',
      name: '新区',
      kind: 'park',
      from: '2015-01-01',
      to: null,
      provenance: { ...provenance, parts: [] },
    },
  ],
}
const agencies = new Map(
  [
    { code: 'fgw', name: '发改委', from: null, to: null },
    { code: 'scjg', name: '市场监管局', from: '2014-01-01', to: null },
    { code: 'lao', name: '老机构', from: null, to: '2014-05-03' },
  ].map((entry) => [entry.code, { ...agency, ...entry, provenance: { ...provenance, parts: [] } }]),
)

function itemsOf(change: (code: string) => Partial<ApprovalItem> = () => ({})): ApprovalItem[] {
  return ['fgw-001', 'fgw-002', 'fgw-003'].map((code) => ({ ...aMinimalItem(), code, agency: 'fgw', ...change(code) }))
}

function findingsOf(decision: AdjustmentDecision, items = itemsOf(), others: AdjustmentDecision[] = []) {
  const decisions = [...others, decision]
  const chronicle = writeChronicle(items, decisions)
  const context = surveyDecisions({
    items,
    decisions,
    chronicle,
    agencies,
    regions,
    laws: [],
    conversion: { calendarDay: '5/7', month: '21', year: '250', hour: '1/8' },
  })
  return checkDecision(decision, context).map(({ rule, severity, path }) => `${rule} ${severity} ${path}`)
}

const on = '2014-05-04'
const of = (actions: readonly ActionDraft[], more: Partial<AdjustmentDecision> = {}) =>
  aDecision('d1', on, actions, more)

describe('the rules of a decision', () => {
  it.each([
    ['a decision in force without an effective day', aDecision('d1', null, []), 'ADJ-01 error /effectiveOn'],
    [
      'a published one without a number',
      of([], { stage: 'published', publishedOn: on }),
      'ADJ-01 error /documentNumber',
    ],
    ['a day of revocation on one that stands', of([], { revokedOn: on }), 'ADJ-01 error /revokedOn'],
    ['a number in another form', of([], { documentNumber: '潭政发[2015]6号' }), 'ADJ-02 error /documentNumber'],
    ['a day of effect before adoption', of([], { adoptedOn: '2014-05-05' }), 'ADJ-03 error /effectiveOn'],
    [
      'a total that the rows do not have',
      of([{ action: 'cancel' }], { declared: { cancel: 2 } }),
      'ADJ-15 error /declared/cancel',
    ],
    [
      'a delegation to the city itself',
      of([{ action: 'delegate', to: ['cheng-shi'] }]),
      'ADJ-05 error /actions/0/to/0',
    ],
    ['a receiver of a later day', of([{ action: 'delegate', to: ['xin-qu'] }]), 'ADJ-05 error /actions/0/to/0'],
    ['a delegation without its mode', of([{ action: 'delegate', mode: null }]), 'ADJ-06 error /actions/0/mode'],
    [
      'an undertaking without the superior’s number',
      of([{ action: 'undertake', superiorNumber: null }]),
      'ADJ-07 error /actions/0/superiorNumber',
    ],
    ['a merge of one', of([{ action: 'merge', items: ['fgw-001'] }]), 'ADJ-09 error /actions/0/items'],
    [
      'a cancellation without supervision',
      of([{ action: 'cancel', supervision: null }]),
      'ADJ-12 error /actions/0/supervision',
    ],
    [
      'a partial row that keeps nothing',
      of([{ action: 'cancel', scope: 'partial' }]),
      'ADJ-14 warning /actions/0/kept',
    ],
    ['two rows on one item', of([{ action: 'cancel' }, { action: 'rename' }]), 'ADJ-17 error /actions/1/item'],
    [
      'a suspension that ends before it begins',
      of([{ action: 'suspend', until: '2014-05-01' }]),
      'ADJ-19 error /actions/0/until',
    ],
    ['a suspension without an end', of([{ action: 'suspend' }]), 'ADJ-19 warning /actions/0/until'],
    ['no word for applications in transit', of([{ action: 'cancel' }], { inTransit: null }), 'ADJ-21 hint /inTransit'],
    ['a transfer to an agency that is gone', of([{ action: 'transfer', to: 'lao' }]), 'ITM-06 error /actions/0/to'],
    ['an unknown item', of([{ action: 'cancel', item: 'fgw-099' }]), 'ADJ-04 error /actions/0/item'],
  ])('name %s', (_what, decision, expected) => {
    expect(findingsOf(decision)).toContain(expected)
  })

  it('say nothing of a decision that is in order', () => {
    const sound = of([{ action: 'cancel' }, { action: 'delegate', item: 'fgw-002' }], {
      stage: 'published',
      documentNumber: '示例〔2014〕0号',
      publishedOn: on,
      basis: ['示例'],
      declared: { cancel: 1, delegate: 1 },
    })
    expect(findingsOf(sound)).toEqual([])
  })

  it('count a merge by its items or by its rows', () => {
    const merge = (total: number) => of([{ action: 'merge' }], { declared: { merge: total } })
    expect([1, 2, 3].map((total) => findingsOf(merge(total)).filter((found) => found.startsWith('ADJ-15')))).toEqual([
      [],
      [],
      ['ADJ-15 error /declared/merge'],
    ])
  })

  it('refuse a merge that makes people wait longer, unless it says why', () => {
    const items = itemsOf((code) => ({
      promisedTimeLimit: { amount: code === 'fgw-003' ? 10 : 5, unit: 'working-day' },
    }))
    const longer = (reason: string | null) =>
      findingsOf(of([{ action: 'merge', reason }]), items).filter((found) => found.startsWith('ADJ-10'))
    expect([longer(null), longer('审查内容增加')]).toEqual([['ADJ-10 error /actions/0/into'], []])
  })

  it('refuse a document number that another decision carries', () => {
    const numbered = (id: string) => aDecision(id, on, [], { documentNumber: '示例〔2014〕1号' })
    expect(findingsOf(numbered('d1'), itemsOf(), [numbered('d2')])).toEqual(['ADJ-02 error /documentNumber'])
  })

  it('warn of a sub-item whose main item ends', () => {
    const items = itemsOf((code) => ({ parent: code === 'fgw-002' ? 'fgw-001' : null }))
    expect(findingsOf(of([{ action: 'cancel' }]), items)).toContain('ITM-08 warning /actions/0/item')
  })

  it('warn of an internal approval that still serves citizens', () => {
    const items = itemsOf(() => ({ audiences: ['citizen'] }))
    expect(findingsOf(of([{ action: 'reclassify', to: 'internal-approval' }]), items)).toContain(
      'ADJ-20 warning /actions/0/to',
    )
  })
})
