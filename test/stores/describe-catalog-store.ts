import { afterEach, beforeEach, describe } from '@jest/globals'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { itKeepsDocuments } from './contract/documents.ts'
import { itKeepsHistory } from './contract/history.ts'
import { itListsItems } from './contract/item-lists.ts'
import { itKeepsALog } from './contract/log.ts'
import { itKeepsTheOffice } from './contract/office.ts'
import { itRefusesAnOutdatedView } from './contract/outdated-view.ts'
import { itRefusesWhole } from './contract/refusals.ts'
import { itKeepsTerms } from './contract/terms.ts'

/** The store under test, opened afresh for each test. */
export type CurrentStore = () => CatalogStore

/**
 * What every catalogue store must do, whatever it is built on; a store passes all of it or is not one.
 *
 * `openStore` answers an empty store each time.
 */
export function describeCatalogStore(name: string, openStore: () => Promise<CatalogStore>): void {
  describe(`${name} catalogue store`, () => {
    let store: CatalogStore
    beforeEach(async () => {
      store = await openStore()
    })
    afterEach(async () => {
      await store.close()
    })

    const current: CurrentStore = () => store
    describe('documents', () => itKeepsDocuments(current))
    describe('history', () => itKeepsHistory(current))
    describe('log', () => itKeepsALog(current))
    describe('refusals', () => itRefusesWhole(current))
    describe('commits that judged the whole catalogue', () => itRefusesAnOutdatedView(current))
    describe('lists of items', () => itListsItems(current))
    describe('the office', () => itKeepsTheOffice(current))
    describe('terms', () => itKeepsTerms(current))
  })
}
