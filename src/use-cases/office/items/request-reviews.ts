import { InputRefusedError, NotFoundError } from '../../../domain/catalog-error.ts'
import type { ReviewRequest } from '../../../domain/office/decision-draft.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import type { OfficeChange } from '../../../ports/office-store.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'

/** A request that waits, with the name of its item. */
export interface WaitingRequest extends ReviewRequest {
  name: string
}

export interface ReviewWish {
  items: readonly string[]
  comment: string
}

const longestComment = 1000

/**
 * Asks the agencies of items to look at their guides again, and answers how many were asked. Where a request waits already, the new comment
 * takes the place of the old one.
 *
 * @throws NotFoundError; InputRefusedError; CatalogError `not-allowed`.
 */
export function createRequestReviews({ store, clock, currentCatalogue, writeRecorded }: CataloguePorts) {
  return async (actor: Actor, { items, comment }: ReviewWish): Promise<number> => {
    refuseUnlessAllowed(actor, 'item.askReview')
    refuseWish(items, comment)
    const view = (await currentCatalogue()).on(clock.today())
    const at = clock.now()
    const changes: Extract<OfficeChange, { kind: 'reviewRequest' }>[] = []
    for (const code of new Set(items)) {
      const item = view.find(code)
      if (item === undefined) throw new NotFoundError('item', code)
      const known = await store.office.list('reviewRequest', { item: code })
      const waiting = known.find(({ body }) => body.doneAt === null)
      const body: ReviewRequest = {
        item: code,
        agency: item.standing.agency,
        by: actor.account,
        at,
        comment: comment.trim() || null,
        doneAt: null,
      }
      const id = waiting?.id ?? `${code}.${known.length + 1}`
      changes.push({ kind: 'reviewRequest', id, expectedRevision: waiting?.revision ?? 0, body })
    }
    await writeRecorded({
      by: actor,
      deeds: changes.map(({ id, body }) => ({
        action: 'item.askReview',
        subject: `reviewRequest/${id}`,
        after: body ?? undefined,
        ...(body?.comment == null ? {} : { facts: { comment: body.comment } }),
      })),
      changes,
    })
    return changes.length
  }
}

function refuseWish(items: readonly string[], comment: string): void {
  const violations = []
  if (items.length === 0) violations.push({ pointer: '/items', rule: 'minItems', message: '请先勾选事项。' })
  if ([...comment].length > longestComment) {
    violations.push({ pointer: '/comment', rule: 'maxLength', message: `留言不超过 ${longestComment} 个字。` })
  }
  if (violations.length > 0) throw new InputRefusedError(violations)
}

/** Requests that wait, of the actor's agency or of all, oldest first. @throws CatalogError `not-allowed`. */
export function createListWaitingRequests({ store, clock, currentCatalogue }: CataloguePorts) {
  return async (actor: Actor, query: { item?: string } = {}): Promise<WaitingRequest[]> => {
    refuseUnlessAllowed(actor, 'item.view')
    const view = (await currentCatalogue()).on(clock.today())
    const found = await store.office.list('reviewRequest', {
      ...query,
      ...(actor.agency === null ? {} : { agency: actor.agency }),
    })
    return found
      .filter(({ body }) => body.doneAt === null)
      .map(({ body }) => ({ ...body, name: view.find(body.item)?.standing.name ?? body.item }))
      .sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
  }
}
