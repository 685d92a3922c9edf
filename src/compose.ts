import { createChineseDaysCalendar } from './calendar/chinese-days-calendar.ts'
import { systemClock } from './clock/system-clock.ts'
import { openStore } from './compose/open-store.ts'
import type { Config } from './config/read-config.ts'
import { createCatalogueFolder } from './exchange/catalogue-folder.ts'
import { createWorkerFlowchartReader } from './flowcharts/worker-flowchart-reader.ts'
import { createWorkerFlowchartRenderer } from './flowcharts/worker-flowchart-renderer.ts'
import type { CatalogStore } from './ports/catalog-store.ts'
import type { FlowchartRenderer } from './ports/flowchart-renderer.ts'
import { buildItemSearch } from './search/build-item-search.ts'
import { createArgon2PasswordHasher } from './secrets/argon2-password-hasher.ts'
import { nodeSecrets } from './secrets/node-secrets.ts'
import { createUseCases } from './use-cases/create-use-cases.ts'
import { createCurrentCatalogue } from './use-cases/current-catalogue.ts'
import { createExportCatalogue } from './use-cases/export-catalogue.ts'
import type { OnProgress } from './use-cases/import-batch.ts'
import { createImportCatalogue } from './use-cases/import-catalogue.ts'
import { createOffice, type Office } from './use-cases/office/create-office.ts'
import type { UseCases } from './use-cases/use-cases.ts'

/** Everything wired together by hand. */
export interface Composition {
  useCases: UseCases
  office: Office
  store: CatalogStore
  renderer: FlowchartRenderer
  /** Imports folders or files as one batch. @throws InputRefusedError with every violation; nothing is stored then. */
  importCatalogue: ReturnType<typeof createImportCatalogue>
  exportCatalogue: ReturnType<typeof createExportCatalogue>
  close(): Promise<void>
}

export interface ComposeOptions {
  /** Told how far an import has come. */
  onProgress?: OnProgress
  /** Draws the flowcharts; absent: a process of its own. */
  renderer?: FlowchartRenderer
}

/** Opens the store that the configuration names and wires the parts. @throws CatalogError `store-unavailable`. */
export async function compose(config: Config, options?: ComposeOptions): Promise<Composition> {
  return composeOver(await openStore(config.database), options)
}

/** Wires the parts over an open store and owns it from then on. Parts that cost time to start do so when first used. */
export function composeOver(
  store: CatalogStore,
  { onProgress = () => {}, renderer = createWorkerFlowchartRenderer() }: ComposeOptions = {},
): Composition {
  const clock = systemClock
  const files = createCatalogueFolder()
  const reader = createWorkerFlowchartReader()
  const currentCatalogue = createCurrentCatalogue(store, buildItemSearch)
  const useCases = createUseCases({
    store,
    currentCatalogue,
    clock,
    calendar: createChineseDaysCalendar(),
    renderer,
    reader,
    buildItemSearch,
  })
  return {
    useCases,
    office: createOffice({
      store,
      clock,
      hasher: createArgon2PasswordHasher(),
      secrets: nodeSecrets,
      renderer,
      useCases,
      currentCatalogue,
    }),
    store,
    renderer,
    importCatalogue: createImportCatalogue({ store, files, clock, secrets: nodeSecrets, onProgress }),
    exportCatalogue: createExportCatalogue({ store, files }),
    async close() {
      await Promise.all([renderer.close(), reader.close()])
      await store.close()
    },
  }
}
