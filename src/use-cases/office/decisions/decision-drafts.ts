import { CatalogError, InputRefusedError, NotFoundError } from '../../../domain/catalog-error.ts'
import { mustHold } from '../../../domain/decisions/check-decision.ts'
import type { DecisionDraft } from '../../../domain/office/decision-draft.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import type { OfficeDocument } from '../../../ports/office-store.ts'
import { checkDocument } from '../../../schema/check-document.ts'
import type { AdjustmentDecision } from '../../../schema/types.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import { isStale } from '../is-stale.ts'

/** A draft in the store. */
export type StoredDraft = OfficeDocument<'decisionDraft'>

/** A decision in the office's list. */
export interface DecisionEntry
  extends Pick<AdjustmentDecision, 'id' | 'title' | 'stage' | 'documentNumber' | 'effectiveOn'> {
  rows: number
  updatedAt: string
}

/** @throws NotFoundError */
export async function getStoredDraft({ store }: Pick<CataloguePorts, 'store'>, id: string): Promise<StoredDraft> {
  const draft = await store.office.find('decisionDraft', id)
  if (draft === undefined) throw new NotFoundError('decision', id)
  return draft
}

/** Drafts, those being written in the office and those that came by import, newest change first; and every decision that was adopted, newest first. */
export function createListOfficeDecisions({ store, currentCatalogue }: CataloguePorts) {
  return async (
    actor: Actor,
  ): Promise<{ drafts: DecisionEntry[]; imported: DecisionEntry[]; adopted: DecisionEntry[] }> => {
    refuseUnlessAllowed(actor, 'decision.view')
    const written = await store.office.list('decisionDraft')
    const stored = [...(await currentCatalogue()).decisions.values()].map(({ body, updatedAt }) =>
      entryOf(body, updatedAt),
    )
    const known = new Set(written.map(({ id }) => id))
    return {
      drafts: written.map(({ body, updatedAt }) => entryOf(body.decision, updatedAt)).sort(newestChange),
      imported: stored.filter((entry) => !mustHold(entry) && !known.has(entry.id)),
      adopted: stored.filter(mustHold).sort((one, other) => compare(other.effectiveOn ?? '', one.effectiveOn ?? '')),
    }
  }
}

function entryOf({ id, title, stage, documentNumber, effectiveOn, actions }: AdjustmentDecision, updatedAt: string) {
  return { id, title, stage, documentNumber, effectiveOn, rows: actions.length, updatedAt }
}

function newestChange(one: DecisionEntry, other: DecisionEntry): number {
  return compare(other.updatedAt, one.updatedAt)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** The draft of a decision. @throws NotFoundError; CatalogError `not-allowed`. */
export function createGetDecisionDraft(ports: CataloguePorts) {
  return async (actor: Actor, id: string): Promise<StoredDraft> => {
    refuseUnlessAllowed(actor, 'decision.view')
    return getStoredDraft(ports, id)
  }
}

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
      deeds: [{ action: 'decision.write', subject: `decisionDraft/${id}`, before: draft.body, after: body }],
      changes: [{ kind: 'decisionDraft', id, expectedRevision: revision, body }],
    })
    return getStoredDraft(ports, id)
  }
}
