import { afterAll, afterEach, beforeEach, describe } from '@jest/globals'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { openMongoCatalogStore } from '../../src/stores/mongo/mongo-catalog-store.ts'
import { aMongoDatabase, dropMongoDatabases } from '../builders/mongo-databases.ts'
import { itKeepsHistory } from './contract/history.ts'
import { itKeepsTheOffice } from './contract/office.ts'
import { itRefusesAnOutdatedView } from './contract/outdated-view.ts'
import { itRefusesWhole } from './contract/refusals.ts'
import { describeCatalogStore } from './describe-catalog-store.ts'

afterAll(dropMongoDatabases)

describeCatalogStore('MongoDB', () => openMongoCatalogStore(aMongoDatabase()))

describe('MongoDB catalogue store that writes every commit in parts of one document', () => {
  let store: CatalogStore
  beforeEach(async () => {
    store = await openMongoCatalogStore(aMongoDatabase(), { changesPerTransaction: 1 })
  })
  afterEach(() => store.close())

  itKeepsHistory(() => store)
  itRefusesWhole(() => store)
  itRefusesAnOutdatedView(() => store)
  itKeepsTheOffice(() => store)
})
