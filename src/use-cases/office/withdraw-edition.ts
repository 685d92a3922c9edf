import { CatalogError, NotFoundError } from '../../domain/catalog-error.ts'
import type { CatalogStore } from '../../ports/catalog-store.ts'
import type { Change } from '../../ports/changes.ts'
import { itemChange } from './publish-edition.ts'
import { listStoredEditions, type StoredEdition } from './read-editions.ts'
import { settleEditions } from './settle-editions.ts'
import type { Deed } from './write-recorded.ts'

/**
 * Takes the guide off the item; what the item promises and how it is handled stays.
 *
 * @throws CatalogError `not-possible`: an import has put another guide in its place.
 */
export async function notAnymore(
  store: CatalogStore,
  { body: { item: code, state } }: StoredEdition,
): Promise<{ deeds: Deed[]; catalogue: { changes: Change[] } }> {
  const item = await store.find('item', code)
  if (item === undefined) throw new NotFoundError('item', code)
  const { changes } = settleEditions(await listStoredEditions(store, code), item)
  if (changes.length > 0) throw new CatalogError('not-possible', { action: 'withdraw', state })
  const body = { ...item.body, guide: null }
  const deed = { action: 'item.withdraw', subject: `item/${code}`, before: item.body, after: body }
  return { deeds: [deed], catalogue: { changes: [await itemChange(store, item, body)] } }
}
