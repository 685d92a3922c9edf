import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** Removes everything that `newUrl` has led to. */
export async function removeStores(): Promise<void> {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  await dropMongoDatabases()
}
