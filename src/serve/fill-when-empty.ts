import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Composition } from '../compose.ts'
import { say } from './say.ts'

/** Imports the folder into a store that has nothing yet. @throws InputRefusedError for a broken catalogue folder. */
export async function fillWhenEmpty(
  parts: Pick<Composition, 'store' | 'importCatalogue'>,
  folder = findCatalogueFolder(),
): Promise<void> {
  if ((await parts.store.catalogueRevision()) > 0) return
  say(`数据库为空，正在从 ${folder} 装入目录 …`)
  const { created } = await parts.importCatalogue([folder])
  say(`目录已装入：${created.ids.item?.length ?? 0} 个事项，共 ${created.count} 份文件。流程图在后台绘制。`)
}

/** `catalog/` of the working directory, else the one that comes with the package. */
function findCatalogueFolder(): string {
  return existsSync('catalog') ? 'catalog' : fileURLToPath(new URL('../../../catalog', import.meta.url))
}
