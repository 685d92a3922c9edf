import type { Action, ItemHead } from '../../../src/domain/decisions/standing.ts'
import type { AdjustmentDecision, Agency } from '../../../src/schema/types.ts'

type ActionName = Action['action']
type Draft<Name extends ActionName> = { action: Name } & Partial<Omit<Extract<Action, { action: Name }>, 'action'>>
export type ActionDraft = { [Name in ActionName]: Draft<Name> }[ActionName]

/** What a row needs beside what a test says of it. */
const rest: { [Name in ActionName]: Omit<Extract<Action, { action: Name }>, 'action'> } = {
  cancel: {
    item: 'fgw-001',
    legalBasis: null,
    reason: '上级已取消',
    supervision: '加强抽查',
    scope: 'full',
    kept: null,
    note: null,
  },
  delegate: {
    item: 'fgw-001',
    legalBasis: null,
    to: ['jia-xian'],
    mode: 'direct',
    handoverOn: null,
    supervision: null,
    scope: 'full',
    kept: null,
    note: null,
  },
  undertake: {
    item: 'fgw-001',
    legalBasis: null,
    from: '示例省',
    superiorNumber: '示例〔2014〕0号',
    superiorOn: null,
    mode: 'direct',
    note: null,
  },
  merge: { items: ['fgw-001', 'fgw-002'], into: 'fgw-003', reason: null, note: null },
  split: { item: 'fgw-001', into: ['fgw-002', 'fgw-003'], reason: null, note: null },
  create: { item: 'fgw-001', reason: null, note: null },
  retain: { item: 'fgw-001', legalBasis: null, note: null },
  rename: { item: 'fgw-001', to: '新名称', note: null },
  transfer: { item: 'fgw-001', to: 'scjg', note: null },
  reclassify: { item: 'fgw-001', to: 'filing', note: null },
  suspend: { item: 'fgw-001', until: null, reason: null, note: null },
  resume: { item: 'fgw-001', reason: null, note: null },
}

/** A row that names what the test names, and is otherwise complete. */
export function anAction(draft: ActionDraft): Action {
  return { ...rest[draft.action], ...draft } as Action // the row's rest belongs to its action
}

/** An adopted decision of one day, complete but for what the test says of it. */
export function aDecision(
  id: string,
  day: string | null,
  actions: readonly ActionDraft[],
  more: Partial<AdjustmentDecision> = {},
): AdjustmentDecision {
  return {
    id,
    title: `示例决定${id}`,
    documentNumber: null,
    issuer: '示例市人民政府',
    stage: 'adopted',
    basis: [],
    consultations: [],
    adoptedOn: day,
    adoptedBy: null,
    publishedOn: null,
    effectiveOn: day,
    revokedOn: null,
    effectiveNote: null,
    declared: {},
    declaredCounts: [],
    inTransit: '原机关继续办结',
    actions: actions.map(anAction),
    provenance: { facts: 'illustrative', verified: false, note: null, source: null, parts: [] },
    ...more,
  }
}

/** Items `fgw-001` to `fgw-<count>`. */
export function someItems(count: number): ItemHead[] {
  return Array.from({ length: count }, (_, index) => {
    const code = `fgw-${String(index + 1).padStart(3, '0')}`
    return { code, name: `事项${code}`, agency: 'fgw', type: 'licensing' }
  })
}

/** An agency that exists on every day. */
export function anAgency(code: string, more: Partial<Agency> = {}): Agency {
  return {
    code,
    name: `示例机构${code}`,
    shortName: null,
    category: 'municipal',
    nature: 'statutory',
    powers: [],
    from: null,
    to: null,
    successor: null,
    note: null,
    provenance: { facts: 'illustrative', verified: false, note: null, source: null, parts: [] },
    ...more,
  }
}
