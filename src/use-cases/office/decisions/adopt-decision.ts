import { CatalogError, InputRefusedError } from '../../../domain/catalog-error.ts'
import { indexItem, orderAgencies } from '../../../domain/item-index.ts'
import { type DecisionStepName, findDecisionStep } from '../../../domain/office/decision-steps.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import type { Change } from '../../../ports/changes.ts'
import { checkDocument } from '../../../schema/check-document.ts'
import type { AdjustmentDecision, ApprovalItem } from '../../../schema/types.ts'
import type { Catalogue } from '../../current-catalogue.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import { isStale } from '../is-stale.ts'
import { getStoredDraft, type StoredDraft } from './decision-drafts.ts'
import { judgeDraft } from './judge-draft.ts'

export interface AdoptWish {
  id: string
  /** Revision of the draft that was seen. */
  revision: number
  action: Extract<DecisionStepName, 'adopt' | 'announce'>
}

/** Somebody else may change the catalogue between our judgement and our write; then it is judged again. */
const mostAttempts = 5

/**
 * Puts a draft and the items that it brings in into the catalogue, as one; the draft is gone then.
 *
 * @throws NotFoundError; CatalogError `not-allowed`, `not-possible`, `stale-revision`: the draft was changed; InputRefusedError with every
 *   contradiction and everything else that keeps it out.
 */
export function createAdoptDecision(ports: CataloguePorts) {
  return async (actor: Actor, wish: AdoptWish): Promise<void> => {
    const draft = await getStoredDraft(ports, wish.id)
    const step = findDecisionStep(draft.body.decision.stage, wish.action)
    if (step === undefined) {
      throw new CatalogError('not-possible', { action: wish.action, state: draft.body.decision.stage })
    }
    refuseUnlessAllowed(actor, step.right)
    if (draft.revision !== wish.revision) {
      const facts = { kind: 'decisionDraft', id: wish.id, expected: wish.revision, actual: draft.revision }
      throw new CatalogError('stale-revision', facts)
    }
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await adopt(ports, actor, { draft, wish })
      } catch (error) {
        const isCatalogues = isStale(error) && error instanceof CatalogError && error.facts.kind !== 'decisionDraft'
        if (!isCatalogues || attempt === mostAttempts) throw error
      }
    }
  }
}

async function adopt(
  { currentCatalogue, writeRecorded }: CataloguePorts,
  actor: Actor,
  { draft, wish: { id, revision, action } }: { draft: StoredDraft; wish: AdoptWish },
): Promise<void> {
  const catalogue = await currentCatalogue()
  const stage = action === 'announce' ? 'published' : 'adopted'
  const { violations } = judgeDraft(draft.body, catalogue, stage)
  if (violations.length > 0) throw new InputRefusedError(violations)
  const decision = getSound('decision', { ...draft.body.decision, stage })
  const items = draft.body.items.map((item) => getSound('item', item))
  await writeRecorded({
    by: actor,
    deeds: [
      ...items.map((item) => ({ action: 'item.create', subject: `item/${item.code}`, after: item })),
      {
        action: `decision.${action}`,
        subject: `decision/${id}`,
        before: catalogue.decisions.get(id)?.body,
        after: decision,
      },
    ],
    changes: [{ kind: 'decisionDraft', id, expectedRevision: revision, body: null }],
    catalogue: { changes: changesOf(decision, items, catalogue), seen: catalogue.revision },
  })
}

/** What the verdict has found to fit its schema. */
function getSound(kind: 'decision', value: unknown): AdjustmentDecision
function getSound(kind: 'item', value: unknown): ApprovalItem
function getSound(kind: 'decision' | 'item', value: unknown) {
  const { document, violations } = checkDocument(kind, value)
  if (document === undefined) throw new InputRefusedError(violations)
  return document
}

function changesOf(decision: AdjustmentDecision, items: readonly ApprovalItem[], catalogue: Catalogue): Change[] {
  const order = orderAgencies(catalogue.stored.agencies?.agencies ?? [])
  const { id } = decision
  return [
    ...items.map(
      (item): Change => ({
        kind: 'item',
        id: item.code,
        expectedRevision: 0,
        body: item,
        index: indexItem(item, order),
      }),
    ),
    { kind: 'decision', id, expectedRevision: catalogue.decisions.get(id)?.revision ?? 0, body: decision },
  ]
}
