import type { Change, CommitContext } from '../../src/ports/catalog-store.ts'
import type { AdjustmentDecision } from '../../src/schema/types.ts'

/** The context of a commit by an import on a spring morning. */
export function aContext(overrides: Partial<CommitContext> = {}): CommitContext {
  return { at: '2015-03-12T09:00:00+08:00', actor: 'import', ...overrides }
}

/** A decision with every default filled in and no action. */
export function aMinimalDecision(overrides: Partial<AdjustmentDecision> = {}): AdjustmentDecision {
  return {
    id: '2014-05-04-17',
    title: '湘潭市拟取消和调整的行政审批项目目录',
    documentNumber: null,
    issuer: '湘潭市人民政府',
    stage: 'draft',
    basis: [],
    consultations: [],
    adoptedOn: null,
    adoptedBy: null,
    publishedOn: null,
    effectiveOn: null,
    revokedOn: null,
    effectiveNote: null,
    declared: {},
    declaredCounts: [],
    inTransit: null,
    actions: [],
    provenance: { facts: 'illustrative', verified: false, note: null, source: null, parts: [] },
    ...overrides,
  }
}

export function aDecisionChange(decision: AdjustmentDecision, expectedRevision = 0): Change {
  return { kind: 'decision', id: decision.id, expectedRevision, body: decision }
}

/** A change that removes a decision. */
export function aDecisionRemoval(id: string, expectedRevision: number): Change {
  return { kind: 'decision', id, expectedRevision, body: null }
}
