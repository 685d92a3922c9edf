import { NotFoundError } from '../domain/catalog-error.ts'

interface Ports {
  /** Codes of the items to draw, in the order of drawing. */
  listCodes(): Promise<readonly string[]>
  /** Draws one flowchart and keeps it; quick when it is drawn already. @throws NotFoundError when the item has none. */
  renderFlowchart(code: string): Promise<unknown>
  /** Gives way to the readers between two pictures. */
  giveWay(): Promise<unknown>
  /** Told of each picture that could not be drawn. */
  failed(code: string, error: unknown): void
}

/** Draws every flowchart one after the other, so that readers need not wait for it; stops when asked to. Answers how many are ready. */
export function createRenderFlowcharts({ listCodes, renderFlowchart, giveWay, failed }: Ports) {
  return async (stop: { readonly aborted: boolean }): Promise<number> => {
    let ready = 0
    for (const code of await listCodes()) {
      if (stop.aborted) break
      try {
        await renderFlowchart(code)
        ready += 1
      } catch (error) {
        if (!(error instanceof NotFoundError) && !stop.aborted) failed(code, error)
      }
      await giveWay()
    }
    return ready
  }
}
