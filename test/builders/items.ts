import { headOf } from '../../src/domain/item-index.ts'
import type { Change, ItemIndex } from '../../src/ports/catalog-store.ts'
import type { ApprovalItem, Provenance } from '../../src/schema/types.ts'

const provenance: Provenance = { facts: 'illustrative', verified: false, note: null, source: null, parts: [] }

/** An item with every default filled in and nothing else; `overrides` replaces top-level fields. */
export function aMinimalItem(overrides: Partial<ApprovalItem> = {}): ApprovalItem {
  return {
    code: 'fgw-001',
    catalogCode: null,
    implementationCode: null,
    name: '企业投资项目核准',
    aliases: [],
    agency: 'fgw',
    type: 'licensing',
    handlingRole: 'own',
    parent: null,
    audiences: ['enterprise'],
    themes: [],
    keywords: [],
    jointAgencies: [],
    undertakingUnit: null,
    exerciseLevel: 'municipal',
    powerSource: 'statutory',
    entrustingBody: null,
    powerListNumber: null,
    legalBases: [],
    caseType: 'promised',
    statutoryTimeLimit: null,
    statutoryTimeLimitNote: null,
    promisedTimeLimit: null,
    formerLimits: [],
    extension: null,
    specialProcedures: [],
    compressionException: null,
    quantityLimit: null,
    provenance,
    guide: null,
    procedure: null,
    mermaid: null,
    ...overrides,
  }
}

/** An item with a value in most of its fields, limits, legal bases and a procedure. */
export function aFullItem(overrides: Partial<ApprovalItem> = {}): ApprovalItem {
  return aMinimalItem({
    catalogCode: '000104001000',
    implementationCode: '1143030000634567XX4000104001001',
    aliases: ['办项目核准', '项目核准𠮷'],
    themes: ['投资立项'],
    keywords: ['立项'],
    legalBases: [
      {
        law: '企业投资项目核准和备案管理条例',
        articles: ['第三条'],
        for: 'item',
        textVersion: '2016-11-30',
        verified: false,
      },
    ],
    statutoryTimeLimit: { amount: 20, unit: 'working-day' },
    promisedTimeLimit: { amount: 6, unit: 'working-day' },
    extension: { amount: 10, unit: 'working-day', approvedBy: '本机关负责人', basis: null },
    specialProcedures: [
      {
        kind: 'expert-review',
        limit: { amount: 30, unit: 'calendar-day' },
        counted: false,
        basis: '行政许可法第四十五条',
        note: null,
      },
    ],
    quantityLimit: { text: '每年 10 个', allocation: null },
    procedure: {
      lanes: [
        { id: 'applicant', name: '申请人', agency: null },
        { id: 'window', name: '政务中心窗口', agency: null },
      ],
      steps: [
        { ...blankStep, id: 'apply', name: '提交申请', kind: 'start', lane: 'applicant' },
        { ...blankStep, id: 'grant', name: '颁发证件', kind: 'end', lane: 'window', outcome: 'granted' },
      ],
      flows: [{ from: 'apply', to: 'grant', when: null }],
    },
    ...overrides,
  })
}

/** A step's fields that say nothing. */
export const blankStep = {
  phase: null,
  limit: null,
  post: null,
  specialProcedure: null,
  outcome: null,
  description: null,
} as const

/** The index entry of an item that is active, in an office that lists by code. */
export function anItemIndex(item: ApprovalItem, overrides: Partial<ItemIndex> = {}): ItemIndex {
  const { agency, type, audiences, themes, code } = item
  return { agency, type, state: 'active', audience: audiences, theme: themes, sortKey: code, ...overrides }
}

/** A commit's change that puts an item in place; 0: it must not exist yet. */
export function anItemChange(item: ApprovalItem, expectedRevision = 0, index: Partial<ItemIndex> = {}): Change {
  return { kind: 'item', id: item.code, expectedRevision, body: item, index: anItemIndex(item, index) }
}

/** The same of an item that somebody has written as JSON already. */
export function aWrittenItemChange(item: ApprovalItem): Change {
  const json = new TextEncoder().encode(JSON.stringify(item))
  const written = { head: headOf(item), json }
  return { kind: 'item', id: item.code, expectedRevision: 0, body: item, index: anItemIndex(item), written }
}

/** A commit's change that removes an item. */
export function anItemRemoval(item: ApprovalItem, expectedRevision: number): Change {
  return { kind: 'item', id: item.code, expectedRevision, body: null, index: anItemIndex(item) }
}
