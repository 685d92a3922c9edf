import { CatalogError, InputRefusedError } from '../../../domain/catalog-error.ts'
import { mustHold } from '../../../domain/decisions/check-decision.ts'
import type { DecisionDraft } from '../../../domain/office/decision-draft.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import { checkDocument } from '../../../schema/check-document.ts'
import type { AdjustmentDecision } from '../../../schema/types.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import { isStale } from '../is-stale.ts'
import { getStoredDraft, type StoredDraft } from './decision-drafts.ts'

/**
 * Begins a draft, empty or with what was imported as a draft under that id.
 *
 * @throws InputRefusedError: the id is none, or taken; CatalogError `not-allowed`.
 */
export function createStartDecision({ currentCatalogue, writeRecorded }: CataloguePorts) {
  return async (actor: Actor, { id, title }: { id: string; title: string }): Promise<string> => {
    refuseUnlessAllowed(actor, 'decision.write')
    const catalogue = await currentCatalogue()
    const stored = catalogue.decisions.get(id)?.body
    if (stored !== undefined && mustHold(stored)) refuseId(`编号“${id}”已经用于“${stored.title}”。`)
    const decision = stored ?? blankDecision(id, title, catalogue.policy().city.government ?? '')
    const body: DecisionDraft = { id, decision, items: [], createdBy: actor.account }
    try {
      await writeRecorded({
        by: actor,
        deeds: [{ action: 'decision.start', subject: `decisionDraft/${id}`, after: body }],
        changes: [{ kind: 'decisionDraft', id, expectedRevision: 0, body }],
      })
    } catch (error) {
      if (isStale(error)) refuseId(`编号“${id}”已经有一个草案。`)
      throw error
    }
    return id
  }
}

function refuseId(message: string): never {
  throw new InputRefusedError([{ pointer: '/id', rule: 'id', message }])
}

/** A decision that says nothing yet but what it is called. @throws InputRefusedError */
function blankDecision(id: string, title: string, issuer: string): AdjustmentDecision {
  const { document, violations } = checkDocument('decision', { id, title, issuer: issuer || '—', stage: 'draft' })
  if (document === undefined) throw new InputRefusedError(violations)
  return { ...document, issuer }
}

/** Throws away a draft. @throws NotFoundError; CatalogError `not-allowed`, `stale-revision`. */
export function createDiscardDecision(ports: CataloguePorts) {
  return async (actor: Actor, { id, revision }: { id: string; revision: number }): Promise<void> => {
    refuseUnlessAllowed(actor, 'decision.write')
    const { body } = await getStoredDraft(ports, id)
    await ports.writeRecorded({
      by: actor,
      deeds: [{ action: 'decision.discard', subject: `decisionDraft/${id}`, before: body }],
      changes: [{ kind: 'decisionDraft', id, expectedRevision: revision, body: null }],
    })
  }
}

export interface DraftSave extends Pick<DecisionDraft, 'decision' | 'items'> {
  id: string
  /** Revision that the writer has seen. */
  revision: number
}

/** Largest draft, in characters of JSON. */
const largestDraft = 2_000_000

/** Keeps what was written so far, of whatever shape, in the stage `draft` or `consulting`. @throws NotFoundError; CatalogError `not-allowed`, `stale-revision`; InputRefusedError: too large. */
export function createSaveDecisionDraft(ports: CataloguePorts) {
  return async (actor: Actor, { id, revision, decision, items }: DraftSave): Promise<StoredDraft> => {
    refuseUnlessAllowed(actor, 'decision.write')
    const draft = await getStoredDraft(ports, id)
    if (draft.revision !== revision) {
      throw new CatalogError('stale-revision', {
        kind: 'decisionDraft',
        id,
        expected: revision,
        actual: draft.revision,
      })
    }
    const stage = decision.stage === 'consulting' ? 'consulting' : 'draft'
    const body: DecisionDraft = { ...draft.body, decision: { ...decision, id, stage }, items }
    if (JSON.stringify(body).length > largestDraft) {
      throw new InputRefusedError([{ pointer: '', rule: 'size', message: '决定太长，存不下。' }])
    }
    if (JSON.stringify(body) === JSON.stringify(draft.body)) return draft
    await ports.writeRecorded({
      by: actor,
      deeds: [{ action: writeAs(draft.body, stage), subject: `decisionDraft/${id}`, before: draft.body, after: body }],
      changes: [{ kind: 'decisionDraft', id, expectedRevision: revision, body }],
    })
    return getStoredDraft(ports, id)
  }
}

/** What the record calls it: a step to another stage, or writing. */
function writeAs({ decision }: DecisionDraft, stage: 'draft' | 'consulting'): string {
  if (decision.stage === stage) return 'decision.write'
  return stage === 'consulting' ? 'decision.consult' : 'decision.resume'
}
