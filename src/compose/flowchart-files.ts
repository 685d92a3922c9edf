import { composeOver } from '../compose.ts'
import { createCatalogueFolder } from '../exchange/catalogue-folder.ts'
import { openMemoryCatalogStore } from '../stores/memory/memory-catalog-store.ts'
import { createReadFlowchartFile } from '../use-cases/read-flowchart-file.ts'

/** Draws the flowcharts of files that are not in the store. */
export async function composeFlowchartFiles() {
  const { renderer, close } = composeOver(await openMemoryCatalogStore())
  return {
    readSource: createReadFlowchartFile(createCatalogueFolder()),
    render: (source: string) => renderer.render(source),
    close,
  }
}
