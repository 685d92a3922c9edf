import { CatalogError, NotFoundError } from '../../domain/catalog-error.ts'
import { type EditionContent, takeContent } from '../../domain/editions/edition-fields.ts'
import { editionId, type GuideEdition, isOpen } from '../../domain/office/edition.ts'
import { type Actor, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import type { EditionPorts } from './edition-ports.ts'
import { isStale } from './is-stale.ts'
import { findNewestNumbered, listStoredEditions, type StoredEdition } from './read-editions.ts'
import { settleEditions } from './settle-editions.ts'

export interface StartQuery {
  /** Code of the item. */
  item: string
  /** Number of an earlier edition to start from; absent: what is public now. */
  from?: number
  /** What the draft is for, as a right: starting it oneself, or a plan of the compression desk. */
  action?: 'edition.start' | 'desk.save'
}

/**
 * Begins the next edition of a guide and answers its id. There is one at a time.
 *
 * @throws NotFoundError, ItemGoneError; CatalogError `not-allowed`, `draft-exists` (fact: `id`).
 */
export function createStartEdition({ store, clock, useCases, writeRecorded }: EditionPorts) {
  return async (actor: Actor, { item: code, from, action = 'edition.start' }: StartQuery): Promise<string> => {
    const { agency } = await useCases.getItemUnlessGone(code)
    refuseUnlessAllowed(actor, action, { agency })
    const item = await store.find('item', code)
    if (item === undefined) throw new NotFoundError('item', code)
    const editions = await listStoredEditions(store, code)
    refuseSecond(editions)
    const settled = settleEditions(editions, item)
    const newest = settled.published ?? findNewestNumbered(editions)
    const draft: GuideEdition = {
      id: editionId(code, settled.nextSerial),
      item: code,
      agency,
      state: 'draft',
      number: null,
      basedOn: from ?? newest?.body.number ?? null,
      content: contentFrom(editions, from) ?? startingContent(newest) ?? takeContent(item.body),
      drafters: [],
      steps: [{ at: clock.now(), by: actor.account, action: 'start', comment: null }],
      publishOn: null,
      warningsReason: null,
      publishedAt: null,
    }
    try {
      await writeRecorded({
        by: actor,
        deeds: [{ action, subject: `edition/${draft.id}`, after: draft }],
        changes: [...settled.changes, { kind: 'edition', id: draft.id, expectedRevision: 0, body: draft }],
      })
    } catch (error) {
      // Somebody else has begun one at the same moment.
      if (isStale(error)) refuseSecond(await listStoredEditions(store, code))
      throw error
    }
    return draft.id
  }
}

function refuseSecond(editions: readonly StoredEdition[]): void {
  const open = editions.find(({ body }) => isOpen(body))
  if (open !== undefined) throw new CatalogError('draft-exists', { id: open.id })
}

function contentFrom(editions: readonly StoredEdition[], number: number | undefined): EditionContent | undefined {
  if (number === undefined) return undefined
  const found = editions.find(({ body }) => body.number === number)
  if (found === undefined) throw new NotFoundError('edition', String(number))
  return found.body.content
}

/** A withdrawn guide is where its successor begins. */
function startingContent(newest: StoredEdition | undefined): EditionContent | undefined {
  return newest?.body.content
}
