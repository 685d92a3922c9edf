import { CatalogError, InputRefusedError, NotFoundError } from '../../../domain/catalog-error.ts'
import { sentenceFor } from '../../../domain/error-sentences.ts'
import { isOpen } from '../../../domain/office/edition.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import { isSameDocument } from '../../../domain/same-document.ts'
import type { Duration } from '../../../schema/types.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import type { EditionPorts } from '../edition-ports.ts'
import { listStoredEditions, type StoredEdition } from '../read-editions.ts'
import { createSaveEdition } from '../save-edition.ts'
import { createStartEdition } from '../start-edition.ts'
import { createGetDesk, type DeskQuery } from './compression-desk.ts'
import type { TypedPromises } from './read-plan.ts'

/** What came of one promise of a plan. */
export interface PlanOutcome {
  code: string
  name: string
  /** `started`: a draft was begun for it; `changed`: it was written into the draft that was open; `same`: that said so already; `refused`: see `reason`. */
  outcome: 'started' | 'changed' | 'same' | 'refused'
  /** Id of the draft; `null`: there is none that the actor may write. */
  edition: string | null
  /** A sentence; `null`: nothing stood in the way. */
  reason: string | null
}

interface Parts extends Pick<CataloguePorts, 'store'> {
  getDesk: ReturnType<typeof createGetDesk>
  startEdition: ReturnType<typeof createStartEdition>
  saveEdition: ReturnType<typeof createSaveEdition>
}

/**
 * Writes the promises of a plan into drafts of the guides, each by itself: what stands in the way of one does not hold up the others.
 *
 * @throws InputRefusedError: a promise cannot be read, or nothing was changed; CatalogError `not-allowed`, `store-unavailable`.
 */
export function createSavePlan(ports: CataloguePorts & EditionPorts) {
  const parts: Parts = {
    store: ports.store,
    getDesk: createGetDesk(ports),
    startEdition: createStartEdition(ports),
    saveEdition: createSaveEdition(ports),
  }
  return async (actor: Actor, query: DeskQuery, typed: TypedPromises): Promise<PlanOutcome[]> => {
    refuseUnlessAllowed(actor, 'desk.save')
    const { rows, plan, violations } = await parts.getDesk(actor, query, typed)
    if (violations.length > 0) throw new InputRefusedError(violations)
    if (plan.size === 0) {
      const message = '没有改动哪一项的承诺，没有可存的。'
      throw new InputRefusedError([{ pointer: '/promise', rule: 'minItems', message }])
    }
    const outcomes: PlanOutcome[] = []
    for (const { code, name } of rows) {
      const promised = plan.get(code)
      if (promised === undefined) continue
      try {
        outcomes.push({ code, name, reason: null, ...(await writePromise(parts, actor, { code, promised })) })
      } catch (error) {
        if (!(error instanceof CatalogError) || error.code === 'store-unavailable') throw error
        outcomes.push({ code, name, outcome: 'refused', edition: null, reason: sentenceFor(error) })
      }
    }
    return outcomes
  }
}

async function writePromise(
  { store, startEdition, saveEdition }: Parts,
  actor: Actor,
  { code, promised }: { code: string; promised: Duration },
): Promise<Pick<PlanOutcome, 'outcome' | 'edition'>> {
  const known = await findOpen(store, code)
  const id = known?.id ?? (await startEdition(actor, { item: code, action: 'desk.save' }))
  const draft = known ?? (await findOpen(store, code))
  if (draft === undefined) throw new NotFoundError('edition', id)
  const { content } = draft.body
  if (isSameDocument(content.promisedTimeLimit, promised)) return { outcome: 'same', edition: id }
  const written = { ...content, promisedTimeLimit: promised }
  await saveEdition(actor, { id, revision: draft.revision, content: written, action: 'desk.save' })
  return { outcome: known === undefined ? 'started' : 'changed', edition: id }
}

async function findOpen(store: Parts['store'], code: string): Promise<StoredEdition | undefined> {
  return (await listStoredEditions(store, code)).find(({ body }) => isOpen(body))
}
