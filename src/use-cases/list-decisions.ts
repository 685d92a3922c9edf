import { NotFoundError } from '../domain/catalog-error.ts'
import { compareDecisions } from '../domain/decisions/decision-parts.ts'
import type { Stored } from '../ports/catalog-store.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import type { DecisionAnswer } from './use-cases.ts'

/** Whether a decision is public: it was adopted, whatever became of it. What is still being drafted or consulted on is the office's own. */
export function isPublic({ body: { stage } }: Stored<'decision'>): boolean {
  return stage !== 'draft' && stage !== 'consulting'
}

/** A public decision. @throws NotFoundError for a draft as well: nobody outside learns that it exists. */
export function publicDecision(catalogue: Catalogue, id: string): Stored<'decision'> {
  const stored = catalogue.decisions.get(id)
  if (stored === undefined || !isPublic(stored)) throw new NotFoundError('decision', id)
  return stored
}

/** Public decisions, newest first: by effective day, then day of adoption, then id. */
export function createListDecisions(currentCatalogue: CurrentCatalogue) {
  return async (): Promise<DecisionAnswer[]> => {
    const { decisions } = await currentCatalogue()
    return [...decisions.values()]
      .filter(isPublic)
      .sort((one, other) => compareDecisions(other.body, one.body))
      .map(answerOf)
  }
}

/** A decision with what the catalogue adds. */
export function answerOf({ body, revision, updatedAt }: Stored<'decision'>): DecisionAnswer {
  const counts: DecisionAnswer['counts'] = {}
  for (const { action } of body.actions) counts[action] = (counts[action] ?? 0) + 1
  return { ...body, revision, updatedAt, counts }
}
