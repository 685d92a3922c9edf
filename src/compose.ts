import type { Config } from './config/read-config.ts'
import { CatalogError } from './domain/catalog-error.ts'
import type { CatalogStore } from './ports/catalog-store.ts'
import type { FlowchartRenderer } from './ports/flowchart-renderer.ts'
import type { UseCases } from './use-cases/use-cases.ts'

/** Everything wired together by hand. */
export interface Composition {
  useCases: UseCases
  store: CatalogStore
  renderer: FlowchartRenderer
  /** Imports a folder or files as one batch. @throws InputRefusedError with every violation; nothing is stored then. */
  importCatalogue(path: string): Promise<unknown>
  exportCatalogue(folder: string): Promise<unknown>
  close(): Promise<void>
}

/** Opens the store and wires the parts. @throws CatalogError `store-unavailable`. */
export async function compose(_config: Config): Promise<Composition> {
  throw new CatalogError('store-unavailable', { reason: '存储部件尚未接入' })
}
