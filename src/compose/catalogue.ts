import { createChineseDaysCalendar } from '../calendar/chinese-days-calendar.ts'
import { systemClock } from '../clock/system-clock.ts'
import type { DatabaseAddress } from '../config/database-address.ts'
import { createCatalogueFolder } from '../exchange/catalogue-folder.ts'
import { createWorkerFlowchartReader } from '../flowcharts/worker-flowchart-reader.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import { buildItemSearch } from '../search/build-item-search.ts'
import { nodeSecrets } from '../secrets/node-secrets.ts'
import { openMemoryCatalogStore } from '../stores/memory/memory-catalog-store.ts'
import { createCheckCatalogue } from '../use-cases/check-items.ts'
import { createCurrentCatalogue } from '../use-cases/current-catalogue.ts'
import { createExportCatalogue } from '../use-cases/export-catalogue.ts'
import { createGetLaw } from '../use-cases/get-law.ts'
import { createGetLedger, createGetState } from '../use-cases/get-ledger.ts'
import type { OnProgress } from '../use-cases/import-batch.ts'
import { createImportCatalogue, type ImportOptions } from '../use-cases/import-catalogue.ts'
import { createListItems } from '../use-cases/list-items.ts'
import { createMeasureCatalogue, createMeasureCompression } from '../use-cases/measure-compression.ts'
import { createWithCharts } from '../use-cases/read-charts.ts'
import { createGetRuleContext } from '../use-cases/rule-context.ts'
import { openStore } from './open-store.ts'

/** The catalogue as the command line needs it: without pages and pictures. */
export function composeCatalogue(store: CatalogStore, onProgress?: OnProgress) {
  const files = createCatalogueFolder()
  const today = () => systemClock.today()
  const reader = createWorkerFlowchartReader()
  const ruleSources = {
    ruleContext: createGetRuleContext(today, createChineseDaysCalendar()),
    withCharts: createWithCharts(reader),
  }
  const currentCatalogue = createCurrentCatalogue(store, buildItemSearch)
  return {
    catalogueRevision: () => store.catalogueRevision(),
    listItems: createListItems(currentCatalogue, today),
    listRuleChanges: async () => (await currentCatalogue()).policy().ruleChanges,
    checkCatalogue: createCheckCatalogue(store, currentCatalogue, ruleSources),
    measureCompression: createMeasureCompression(currentCatalogue, {
      measureCatalogue: createMeasureCatalogue(),
      today,
    }),
    getLedger: createGetLedger(currentCatalogue, today),
    getState: createGetState(currentCatalogue, today),
    getLaw: createGetLaw(currentCatalogue, today),
    importCatalogue: createImportCatalogue({
      store,
      files,
      clock: systemClock,
      secrets: nodeSecrets,
      ...(onProgress === undefined ? {} : { onProgress }),
    }),
    exportCatalogue: createExportCatalogue({ store, files }),
    placeInFiles: files.place,
    async close() {
      await reader.close()
      await store.close()
    },
  }
}
export type ComposedCatalogue = ReturnType<typeof composeCatalogue>

/** The catalogue of the store. @throws CatalogError `store-unavailable`. */
export async function openStoredCatalogue(
  address: DatabaseAddress,
  onProgress?: OnProgress,
): Promise<ComposedCatalogue> {
  return composeCatalogue(await openStore(address), onProgress)
}

/** The catalogue of a folder, in memory. @throws InputRefusedError with every violation of its files. */
export async function openFolderCatalogue(
  path: string,
  options: Pick<ImportOptions, 'judgesDecisions'> = {},
): Promise<ComposedCatalogue> {
  const catalogue = composeCatalogue(await openMemoryCatalogStore())
  try {
    await catalogue.importCatalogue([path], options)
    return catalogue
  } catch (error) {
    await catalogue.close()
    throw error
  }
}
