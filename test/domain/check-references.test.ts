import { describe, expect, it } from '@jest/globals'
import { checkDecisionReferences, checkItemReferences, checkRegionList } from '../../src/domain/check-references.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { AdjustmentDecision, ApprovalItem } from '../../src/schema/types.ts'

const known = {
  agencies: new Set(['fgw']),
  laws: new Set(['行政许可法']),
  regions: new Set(['jia-xian']),
  items: new Set(['fgw-001']),
}
const nothingKnown = { agencies: undefined, laws: undefined, regions: undefined, items: undefined }

function itemWith(fields: object): ApprovalItem {
  const { document } = checkDocument('item', {
    code: 'fgw-001',
    name: '核准',
    agency: 'fgw',
    type: 'filing',
    ...fields,
  })
  if (!document) throw new Error('not an item')
  return document
}

function decisionWith(action: object): AdjustmentDecision {
  const { document } = checkDocument('decision', {
    id: '1',
    title: '目录',
    issuer: '市政府',
    stage: 'draft',
    actions: [action],
  })
  if (!document) throw new Error('not a decision')
  return document
}

const procedure = {
  lanes: [{ id: 'a', name: '甲' }],
  steps: [
    { id: 's', name: '始', kind: 'start', lane: 'a' },
    { id: 'e', name: '终', kind: 'end', lane: 'a', outcome: 'granted' },
  ],
  flows: [{ from: 's', to: 'e' }],
}
const basis = { law: '无此法' }

describe('the references of an item', () => {
  it('are right when everything named exists', () => {
    expect(checkItemReferences(itemWith({ legalBases: [{ law: '行政许可法' }], procedure }), known)).toEqual([])
  })

  it.each([
    ['a joint agency', { jointAgencies: ['fgw', 'gone'] }, '/jointAgencies/1', 'unknown-agency'],
    [
      'an accepting body',
      { guide: { acceptingBody: { agency: 'gone' } } },
      '/guide/acceptingBody/agency',
      'unknown-agency',
    ],
    [
      'the agency of a lane',
      { procedure: { ...procedure, lanes: [{ id: 'a', name: '甲', agency: 'gone' }] } },
      '/procedure/lanes/0/agency',
      'unknown-agency',
    ],
    [
      'the law behind a material',
      { guide: { materials: [{ name: '表', basis }] } },
      '/guide/materials/0/basis/law',
      'unknown-law',
    ],
    ['the law behind a fee', { guide: { fees: [{ name: '费', basis }] } }, '/guide/fees/0/basis/law', 'unknown-law'],
    ['itself as its main item', { parent: 'fgw-001' }, '/parent', 'own-parent'],
    [
      'a step twice',
      { procedure: { ...procedure, steps: [...procedure.steps, procedure.steps[1]] } },
      '/procedure/steps/2/id',
      'repeated-key',
    ],
    ['a code that begins like another agency', { code: 'fgwx-001' }, '/code', 'code-agency'],
  ])('are wrong at %s', (_what, fields, pointer, rule) => {
    expect(checkItemReferences(itemWith(fields), known)).toMatchObject([{ pointer, rule }])
  })

  it('are not held against lists that are not known', () => {
    expect(
      checkItemReferences(itemWith({ agency: 'gone', code: 'gone-001', legalBases: [basis] }), nothingKnown),
    ).toEqual([])
  })
})

describe('the references of a decision', () => {
  it.each([
    [{ action: 'cancel', item: 'fgw-009' }, '/actions/0/item', 'unknown-item'],
    [{ action: 'merge', items: ['fgw-001', 'fgw-009'], into: 'fgw-001' }, '/actions/0/items/1', 'unknown-item'],
    [{ action: 'split', item: 'fgw-001', into: ['fgw-009'] }, '/actions/0/into/0', 'unknown-item'],
    [{ action: 'delegate', item: 'fgw-001', to: ['gone'] }, '/actions/0/to/0', 'unknown-region'],
    [{ action: 'transfer', item: 'fgw-001', to: 'gone' }, '/actions/0/to', 'unknown-agency'],
  ])('are wrong in %j', (action, pointer, rule) => {
    expect(checkDecisionReferences(decisionWith(action), known)).toMatchObject([{ pointer, rule }])
  })

  it('are right when everything named exists', () => {
    expect(
      checkDecisionReferences(decisionWith({ action: 'delegate', item: 'fgw-001', to: ['jia-xian'] }), known),
    ).toEqual([])
  })
})

it('a region has its code to itself', () => {
  const region = { code: 'jia-xian', name: '甲县', kind: 'county' }
  const { document } = checkDocument('regions', { city: { code: 'shi', name: '市' }, regions: [region, region] })
  expect(document && checkRegionList(document)).toMatchObject([{ pointer: '/regions/1/code', rule: 'repeated-key' }])
})
