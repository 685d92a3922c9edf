import type { DatabaseAddress } from '../config/database-address.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import { openSqliteCatalogStore } from '../stores/sqlite/sqlite-catalog-store.ts'

/**
 * Opens the store at an address; the MongoDB driver is loaded only where it is used.
 *
 * @throws CatalogError `store-unavailable` · `store-too-new`.
 */
export async function openStore(address: DatabaseAddress): Promise<CatalogStore> {
  if (address.kind === 'file') return openSqliteCatalogStore(address.path)
  const { openMongoCatalogStore } = await import('../stores/mongo/mongo-catalog-store.ts')
  return openMongoCatalogStore(address.uri)
}
