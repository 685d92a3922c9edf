import { NotFoundError } from '../../domain/catalog-error.ts'
import { mergeContent } from '../../domain/editions/edition-fields.ts'
import { indexItem, orderAgencies } from '../../domain/item-index.ts'
import type { GuideEdition } from '../../domain/office/edition.ts'
import type { CatalogStore, Stored } from '../../ports/catalog-store.ts'
import type { Change } from '../../ports/changes.ts'
import type { OfficeChange } from '../../ports/office-store.ts'
import type { ApprovalItem } from '../../schema/types.ts'
import type { OfficePorts } from './office-ports.ts'
import { listStoredEditions, type StoredEdition } from './read-editions.ts'
import { settleEditions, supersede } from './settle-editions.ts'
import type { Doer, WriteRecorded } from './write-recorded.ts'

interface Publication {
  /** The edition as it was read. */
  edition: StoredEdition
  /** What becomes of it; its number and moment are set here. */
  body: GuideEdition
}

/**
 * Makes an edition what the public sees: edition, item and record change in one write, so that a process that is killed has published it wholly or
 * not at all.
 *
 * @throws NotFoundError; CatalogError `stale-revision`: somebody has changed edition or item meanwhile.
 */
export function createPublishEdition({ store, clock }: OfficePorts, writeRecorded: WriteRecorded) {
  return async (by: Doer, { edition, body }: Publication): Promise<void> => {
    const item = await store.find('item', body.item)
    if (item === undefined) throw new NotFoundError('item', body.item)
    const settled = settleEditions(await listStoredEditions(store, body.item), item)
    const published: GuideEdition = { ...body, number: settled.nextNumber, publishedAt: clock.now(), publishOn: null }
    const merged = mergeContent(item.body, body.content)
    const replaced = settled.published === undefined ? [] : [supersede(settled.published)]
    const answered = await answerRequests(store, body.item, published.publishedAt)
    const followers = [...settled.changes, ...replaced, ...answered]
    await writeRecorded({
      by,
      deeds: [
        {
          action: 'edition.publish',
          subject: `edition/${edition.id}`,
          before: edition.body,
          after: published,
          facts: { item: body.item, number: String(published.number) },
        },
        { action: 'item.publish', subject: `item/${item.id}`, before: item.body, after: merged },
      ],
      changes: [...followers, { kind: 'edition', id: edition.id, expectedRevision: edition.revision, body: published }],
      catalogue: { changes: [await itemChange(store, item, merged)] },
    })
  }
}

/** A new edition is what the reform office has asked for. */
async function answerRequests({ office }: CatalogStore, item: string, doneAt: string | null): Promise<OfficeChange[]> {
  const requests = await office.list('reviewRequest', { item })
  return requests
    .filter(({ body }) => body.doneAt === null)
    .map(({ id, revision, body }) => ({
      kind: 'reviewRequest',
      id,
      expectedRevision: revision,
      body: { ...body, doneAt },
    }))
}

/** The change that puts a new body in the place of a stored item. */
export async function itemChange(store: CatalogStore, item: Stored<'item'>, body: ApprovalItem): Promise<Change> {
  const agencies = await store.find('agencies', 'main')
  const index = indexItem(body, orderAgencies(agencies?.body.agencies ?? []))
  return { kind: 'item', id: item.id, expectedRevision: item.revision, body, index }
}
