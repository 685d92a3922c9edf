import { NotFoundError } from '../domain/catalog-error.ts'
import { changedFields } from '../domain/changed-fields.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import type { HistoryEntry } from './use-cases.ts'

/** Every revision of an item, newest first, with the fields that changed; also of an item that was removed. */
export function createGetHistory(store: CatalogStore) {
  return async (code: string): Promise<HistoryEntry[]> => {
    const revisions = await store.revisions('item', code)
    if (revisions.length === 0) throw new NotFoundError('item', code)
    return revisions.map(({ revision, updatedAt, actor, body }, index) => {
      const before = revisions[index + 1]?.body ?? null
      return {
        kind: 'revision',
        id: String(revision),
        at: updatedAt,
        actor,
        changed: before === null || body === null ? [] : changedFields(before, body),
      }
    })
  }
}
