import { CatalogError, NotFoundError } from '../../domain/catalog-error.ts'
import type { GuideEdition } from '../../domain/office/edition.ts'
import type { CatalogStore } from '../../ports/catalog-store.ts'
import type { AskStore } from '../ask-store.ts'
import { listStoredEditions } from './read-editions.ts'

/** An edition that is or was public. */
export interface PublicEdition extends Pick<GuideEdition, 'item' | 'state'> {
  number: number
  /** RFC 3339. */
  publishedAt: string
  /** Why it was taken down; `null`: it was not. */
  withdrawnBecause: string | null
  content: GuideEdition['content']
}

/**
 * What was ever published of a guide by the office, newest first; empty: it came by import and nobody has changed it since.
 *
 * @throws CatalogError `store-unavailable`.
 */
export function createPublicEditions(store: CatalogStore, askStore: AskStore) {
  const listPublicEditions = async (item: string): Promise<PublicEdition[]> => {
    const editions = await askStore(() => listStoredEditions(store, item))
    if (editions === undefined) throw new CatalogError('store-unavailable', { reason: '没有及时回答' })
    return editions.flatMap(({ body }) => toPublic(body)).sort((one, other) => other.number - one.number)
  }
  return {
    listPublicEditions,
    /** @throws NotFoundError */
    async getPublicEdition(item: string, number: number): Promise<PublicEdition> {
      const edition = (await listPublicEditions(item)).find((one) => one.number === number)
      if (edition === undefined) throw new NotFoundError('edition', `${item} 第 ${number} 版`)
      return edition
    },
  }
}

function toPublic({ item, state, number, publishedAt, content, steps }: GuideEdition): PublicEdition[] {
  if (number === null || publishedAt === null) return []
  const withdrawal = steps.findLast(({ action }) => action === 'withdraw')
  return [{ item, state, number, publishedAt, content, withdrawnBecause: withdrawal?.comment ?? null }]
}
