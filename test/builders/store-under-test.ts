import { describe } from '@jest/globals'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { openAddress, type StoreKind, storeKinds } from './stores.ts'

let chosen: StoreKind | undefined

/** Has the tests that this file imports from now on run on MongoDB; without this call they run on what they are quickest on. */
export function runOnMongo(): void {
  chosen = storeKinds.find(({ name }) => name === 'MongoDB')
  if (chosen === undefined) throw new Error('there is no MongoDB server')
}

/** A new empty store to test what lies above it: of the kind that was chosen, else the usual one. */
export function openStoreUnderTest(usual: () => Promise<CatalogStore> = openEmbeddedFile): Promise<CatalogStore> {
  return chosen === undefined ? usual() : openAddress(chosen.newUrl())
}

function openEmbeddedFile(): Promise<CatalogStore> {
  const [embeddedFile] = storeKinds
  if (embeddedFile === undefined) throw new Error('there is no embedded file')
  return openAddress(embeddedFile.newUrl())
}

/** Tests of how pages look, which no store has a part in: they are not run again on MongoDB. */
export function describeLooks(title: string, tests: () => void): void {
  if (chosen === undefined) describe(title, tests)
}
