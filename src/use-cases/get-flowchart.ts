import { NotFoundError } from '../domain/catalog-error.ts'
import { writeFlowchart } from '../domain/flowchart-text.ts'
import { listFlowSteps } from '../domain/procedure-graph.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import type { FlowchartRenderer } from '../ports/flowchart-renderer.ts'
import type { ApprovalItem, Day } from '../schema/types.ts'
import type { AskStore } from './ask-store.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import { bodyOn } from './day-view.ts'
import { itemOn } from './get-item.ts'
import type { Flowchart } from './use-cases.ts'

interface Ports {
  store: CatalogStore
  askStore: AskStore
  renderer: FlowchartRenderer
  currentCatalogue: CurrentCatalogue
  today: () => Day
}

/** Mermaid source of an item; `null`: it has neither a procedure nor hand-written source. */
export function findFlowchartSource(item: ApprovalItem): string | null {
  return item.procedure === null && item.mermaid === null ? null : writeFlowchart(item)
}

/** @throws NotFoundError when there is no such item, or it has no flowchart. */
function getSource(item: ApprovalItem): string {
  const source = findFlowchartSource(item)
  if (source === null) throw new NotFoundError('flowchart', item.code)
  return source
}

/** The flowchart of an item under its name of today, with its picture where that is finished; nobody waits for a rendering. */
export function createGetFlowchart({ store, askStore, renderer, currentCatalogue, today }: Ports) {
  return async (code: string): Promise<Flowchart> => {
    const item = bodyOn(itemOn(await currentCatalogue(), code, today()))
    const source = getSource(item)
    const key = renderer.keyOf(source)
    const svg = await askStore(() => store.findPicture(key))
    const steps = item.procedure === null ? [] : listFlowSteps(item.procedure)
    return { source, svg: svg ?? null, steps }
  }
}

/** The codes of all items, in their order. */
export function createListCodes(currentCatalogue: CurrentCatalogue) {
  return async (): Promise<string[]> => [...(await currentCatalogue()).items.keys()]
}

/** See `UseCases.drawFlowchart`. */
export function createDrawFlowchart(
  { store, askStore, renderer, currentCatalogue, today }: Ports,
  renderFlowchart: (code: string) => Promise<unknown>,
) {
  return async (code: string): Promise<boolean> => {
    const key = renderer.keyOf(getSource(bodyOn(itemOn(await currentCatalogue(), code, today()))))
    if (await askStore(() => store.hasPicture(key))) return false
    await renderFlowchart(code)
    return true
  }
}

/**
 * The picture of an item's flowchart: the finished one, or rendered now and kept, unless the store is away. Requests for one picture share one rendering.
 *
 * @throws NotFoundError; CatalogError `flowchart-refused`, `flowchart-failed`.
 */
export function createRenderFlowchart({ store, askStore, renderer, currentCatalogue, today }: Ports) {
  const underWay = new Map<string, Promise<string>>()
  const renderAndSave = async (source: string, key: string) => {
    const svg = await renderer.render(source)
    await askStore(() => store.savePicture(key, svg))
    return svg
  }
  return async (code: string): Promise<string> => {
    const source = getSource(bodyOn(itemOn(await currentCatalogue(), code, today())))
    const key = renderer.keyOf(source)
    const finished = await askStore(() => store.findPicture(key))
    if (finished !== undefined) return finished
    const rendering = underWay.get(key) ?? renderAndSave(source, key).finally(() => underWay.delete(key))
    underWay.set(key, rendering)
    return rendering
  }
}
