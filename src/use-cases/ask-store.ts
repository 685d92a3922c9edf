import { CatalogError } from '../domain/catalog-error.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import { inTime } from './in-time.ts'

/** Puts a question to the store; `undefined`: the store is away, or silent. */
export type AskStore = <Answer>(question: () => Promise<Answer>) => Promise<Answer | undefined>

/** Longest wait for a store that is silent, in milliseconds. */
const usualPatience = 2_000

/**
 * Asks the store for readers who have the catalogue in memory and can do without an answer.
 *
 * Only the first of them waits for a store that is away: while it is, the others are told at once, and one look at a time goes on in the background
 * until the store is back.
 */
export function createAskStore(
  store: Pick<CatalogStore, 'catalogueRevision'>,
  { patience = usualPatience }: { patience?: number } = {},
): AskStore {
  let isAway = false
  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    isAway = await store.catalogueRevision().then(
      () => false,
      () => true,
    )
    isLooking = false
  }
  return async (question) => {
    if (isAway) {
      void look()
      return undefined
    }
    try {
      return await inTime(question(), patience)
    } catch (error) {
      if (!isStoreAway(error)) throw error
      isAway = true
      return undefined
    }
  }
}

/** Whether the store could not be reached or read. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof CatalogError && error.code === 'store-unavailable'
}
