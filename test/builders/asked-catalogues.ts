import { createChineseDaysCalendar } from '../../src/calendar/chinese-days-calendar.ts'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import { createWorkerFlowchartReader } from '../../src/flowcharts/worker-flowchart-reader.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { buildItemSearch } from '../../src/search/build-item-search.ts'
import { nodeSecrets as secrets } from '../../src/secrets/node-secrets.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createUseCases } from '../../src/use-cases/create-use-cases.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { openStoreUnderTest } from './store-under-test.ts'

/** A spring morning after the catalogue's decisions. */
export const springMorning: Clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }

/** Use cases over stores in memory, which no picture is drawn for; close it when all is asked. */
export function openAsking(clock: Clock = springMorning) {
  const reader = createWorkerFlowchartReader()
  const renderer = { keyOf: () => 'key', render: async () => '<svg/>', close: async () => {} }
  return {
    renderer,
    /** A new store filled from a catalogue folder. */
    async fill(folder: string): Promise<CatalogStore> {
      const store = await openStoreUnderTest(openMemoryCatalogStore)
      await createImportCatalogue({ store, files: createCatalogueFolder(), clock, secrets })([folder])
      return store
    },
    over: (store: CatalogStore): UseCases =>
      createUseCases({ store, clock, reader, calendar: createChineseDaysCalendar(), renderer, buildItemSearch }),
    close: () => reader.close(),
  }
}
