import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { describeCatalogStore } from './describe-catalog-store.ts'

describeCatalogStore('memory', openMemoryCatalogStore)
