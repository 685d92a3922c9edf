import { NotFoundError } from '../../domain/catalog-error.ts'
import { type GuideEdition, serialOf } from '../../domain/office/edition.ts'
import { type Actor, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import type { CatalogStore } from '../../ports/catalog-store.ts'
import type { OfficeDocument } from '../../ports/office-store.ts'

/** An edition in the store. */
export type StoredEdition = OfficeDocument<'edition'>

/** @throws NotFoundError */
export async function getStoredEdition({ office }: CatalogStore, id: string): Promise<StoredEdition> {
  const edition = await office.find('edition', id)
  if (edition === undefined) throw new NotFoundError('edition', id)
  return edition
}

/** Every edition of an item, oldest first. */
export async function listStoredEditions({ office }: CatalogStore, item: string): Promise<StoredEdition[]> {
  const editions = await office.list('edition', { item })
  return editions.sort((one, other) => serialOf(one.id) - serialOf(other.id))
}

/** The one that the public sees; `undefined`: none was published by the office, or the last one was withdrawn. */
export function findPublished(editions: readonly StoredEdition[]): StoredEdition | undefined {
  return editions.findLast(({ body }) => body.state === 'published')
}

/** The last one that was published, whatever became of it. */
export function findNewestNumbered(editions: readonly StoredEdition[]): StoredEdition | undefined {
  return editions
    .filter(({ body }) => body.number !== null)
    .sort((a, b) => numberOf(a) - numberOf(b))
    .at(-1)
}

function numberOf({ body }: StoredEdition): number {
  return body.number ?? 0
}

/** What the office asks of an edition by its id. @throws NotFoundError; CatalogError `not-allowed`. */
export function createGetEdition({ store }: { store: CatalogStore }) {
  return async (actor: Actor, id: string): Promise<StoredEdition> => {
    const edition = await getStoredEdition(store, id)
    refuseUnlessAllowed(actor, 'edition.view', { agency: edition.body.agency })
    return edition
  }
}

/** An edition as it stands in a list. */
export type EditionSummary = Omit<GuideEdition, 'content'> & { revision: number; updatedAt: string }

/** Editions of the actor's agency, or of all, by item and serial number. */
export function createListEditions({ store }: { store: CatalogStore }) {
  return async (
    actor: Actor,
    query: { item?: string; state?: GuideEdition['state'] } = {},
  ): Promise<EditionSummary[]> => {
    refuseUnlessAllowed(actor, 'edition.view')
    const agency = actor.agency === null ? {} : { agency: actor.agency }
    const found = await store.office.list('edition', { ...query, ...agency })
    return found.map(({ body: { content: _, ...edition }, revision, updatedAt }) => ({
      ...edition,
      revision,
      updatedAt,
    }))
  }
}
