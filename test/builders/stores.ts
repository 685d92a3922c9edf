import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/compose/open-store.ts'
import { parseDatabaseAddress } from '../../src/config/database-address.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { aMongoDatabase, dropMongoDatabases, mongoServer } from './mongo-databases.ts'

/** One kind of store to run the same tests on. */
export interface StoreKind {
  name: string
  /** `DATABASE_URL` of a new empty store. */
  newUrl(): string
}

const folders: string[] = []

const embeddedFile: StoreKind = {
  name: 'the embedded file',
  newUrl() {
    const folder = mkdtempSync(join(tmpdir(), 'banshi-store-'))
    folders.push(folder)
    return `file:${join(folder, 'banshi.db')}`
  },
}
const mongoDatabase: StoreKind = { name: 'MongoDB', newUrl: aMongoDatabase }

/** The stores that a service may run on; MongoDB where the tests found a server. */
export const storeKinds: readonly StoreKind[] = [embeddedFile, ...(mongoServer === undefined ? [] : [mongoDatabase])]

/** Opens the store at an address such as `newUrl` gives. */
export function openAddress(url: string): Promise<CatalogStore> {
  const address = parseDatabaseAddress(url)
  if (address === undefined) throw new Error(`not the address of a store: ${url}`)
  return openStore(address)
}

/** Removes everything that `newUrl` has led to. */
export async function removeStores(): Promise<void> {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  await dropMongoDatabases()
}
