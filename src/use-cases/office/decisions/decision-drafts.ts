import { NotFoundError } from '../../../domain/catalog-error.ts'
import { mustHold } from '../../../domain/decisions/check-decision.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import type { OfficeDocument } from '../../../ports/office-store.ts'
import type { AdjustmentDecision } from '../../../schema/types.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'

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
