import { CatalogError, InputRefusedError } from '../../../domain/catalog-error.ts'
import { writeChronicle } from '../../../domain/decisions/chronicle.ts'
import { countOnDay } from '../../../domain/decisions/count-on-day.ts'
import { type DecisionStepName, findDecisionStep } from '../../../domain/office/decision-steps.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import { checkDocument } from '../../../schema/check-document.ts'
import type { AdjustmentDecision } from '../../../schema/types.ts'
import type { Catalogue } from '../../current-catalogue.ts'
import { judgeDecisions } from '../../judge-decisions.ts'
import { publicDecision } from '../../list-decisions.ts'
import type { CountsOnDay } from '../../use-cases.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'

export interface CloseWish {
  id: string
  /** Revision of the decision that was seen. */
  revision: number
  action: Extract<DecisionStepName, 'publish' | 'revoke'>
  /** Of `publish`: 文号 and the day; of `revoke`: the day from which it no longer holds. Texts as they were typed. */
  fields: Partial<Record<'documentNumber' | 'publishedOn' | 'revokedOn', string>>
}

/** What a revocation would do to the numbers of its day. */
export interface RevocationEffect {
  day: string
  before: CountsOnDay
  after: CountsOnDay
}

/**
 * Publishes or revokes a decision that was adopted; nothing else of it can be changed.
 *
 * @throws NotFoundError; CatalogError `not-allowed`, `not-possible`, `stale-revision`; InputRefusedError: a field is missing, or decisions build on it.
 */
export function createCloseDecision({ currentCatalogue, writeRecorded }: CataloguePorts) {
  return async (actor: Actor, wish: CloseWish): Promise<void> => {
    const catalogue = await currentCatalogue()
    const { before, after } = prepare(actor, wish, catalogue)
    await writeRecorded({
      by: actor,
      deeds: [{ action: `decision.${wish.action}`, subject: `decision/${wish.id}`, before, after }],
      catalogue: {
        changes: [{ kind: 'decision', id: wish.id, expectedRevision: wish.revision, body: after }],
        seen: catalogue.revision,
      },
    })
  }
}

/** The numbers of the day of a revocation, without and with it. @throws as `createCloseDecision`. */
export function createWeighRevocation({ currentCatalogue }: CataloguePorts) {
  return async (actor: Actor, wish: CloseWish): Promise<RevocationEffect> => {
    const catalogue = await currentCatalogue()
    const { after } = prepare(actor, wish, catalogue)
    const items = catalogue.stored.items.map(({ body }) => body)
    const others = catalogue.stored.decisions.map(({ body }) => body).filter(({ id }) => id !== wish.id)
    const day = after.revokedOn ?? after.effectiveOn ?? ''
    const withIt = writeChronicle(items, [...others, after])
    return { day, before: countOnDay(catalogue.chronicle(), day), after: countOnDay(withIt, day) }
  }
}

/** The decision as it would be. */
function prepare(actor: Actor, { id, revision, action, fields }: CloseWish, catalogue: Catalogue) {
  const { body: before, revision: actual } = publicDecision(catalogue, id)
  const step = findDecisionStep(before.stage, action)
  if (step?.to == null) throw new CatalogError('not-possible', { action, state: before.stage })
  refuseUnlessAllowed(actor, step.right)
  if (actual !== revision)
    throw new CatalogError('stale-revision', { kind: 'decision', id, expected: revision, actual })
  const said = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.trim() || null]))
  const { document, violations } = checkDocument('decision', { ...before, ...said, stage: step.to })
  if (document === undefined) throw new InputRefusedError(violations)
  const missing = action === 'revoke' && document.revokedOn === null
  const refused = [
    ...(missing ? [{ pointer: '/revokedOn', rule: 'required', message: '请写从哪一天起撤销。' }] : []),
    ...judgeDecisions([{ kind: 'decision', file: '', document }], catalogue.stored).violations,
  ]
  if (refused.length > 0) throw new InputRefusedError(refused.map(({ file: _, ...violation }) => violation))
  return { before, after: document satisfies AdjustmentDecision }
}
