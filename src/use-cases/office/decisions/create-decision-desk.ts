import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import { createAdoptDecision } from './adopt-decision.ts'
import { createCloseDecision, createWeighRevocation } from './close-decision.ts'
import { createGetDecisionDraft, createListOfficeDecisions } from './decision-drafts.ts'
import { type DraftVerdict, judgeDraft } from './judge-draft.ts'
import {
  createDiscardDecision,
  createSaveDecisionDraft,
  createStartDecision,
  type DraftSave,
} from './write-decision-draft.ts'

export type { AdoptWish } from './adopt-decision.ts'
export type { CloseWish, RevocationEffect } from './close-decision.ts'
export type { DecisionEntry, StoredDraft } from './decision-drafts.ts'
export type { DraftVerdict } from './judge-draft.ts'

/** What the fields of a decision can name. */
export interface DecisionNames {
  items: { code: string; name: string; agency: string }[]
  agencies: { code: string; name: string }[]
  regions: { code: string; name: string }[]
}

/** What the office does with adjustment decisions. */
export function createDecisionDesk(ports: CataloguePorts) {
  return {
    listOfficeDecisions: createListOfficeDecisions(ports),
    startDecision: createStartDecision(ports),
    getDecisionDraft: createGetDecisionDraft(ports),
    saveDecisionDraft: createSaveDecisionDraft(ports),
    discardDecision: createDiscardDecision(ports),
    adoptDecision: createAdoptDecision(ports),
    closeDecision: createCloseDecision(ports),
    weighRevocation: createWeighRevocation(ports),

    /** What would come of what somebody is writing; of any shape. @throws CatalogError `not-allowed`. */
    async judgeDecisionDraft(actor: Actor, draft: Pick<DraftSave, 'decision' | 'items'>): Promise<DraftVerdict> {
      refuseUnlessAllowed(actor, 'decision.view')
      return judgeDraft(draft, await ports.currentCatalogue())
    },

    async decisionNames(actor: Actor): Promise<DecisionNames> {
      refuseUnlessAllowed(actor, 'decision.view')
      const catalogue = await ports.currentCatalogue()
      const view = catalogue.on(ports.clock.today())
      return {
        items: view.items.map(({ body, standing }) => ({
          code: body.code,
          name: standing.name,
          agency: catalogue.agencies.get(standing.agency)?.shortName ?? standing.agency,
        })),
        agencies: [...catalogue.agencies.values()].map(({ code, name }) => ({ code, name })),
        regions: catalogue.regions.map(({ code, name }) => ({ code, name })),
      }
    },
  }
}
