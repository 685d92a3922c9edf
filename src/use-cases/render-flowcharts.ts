import { NotFoundError } from '../domain/catalog-error.ts'

interface Ports {
  /** Codes of the items to draw, in the order of drawing. */
  listCodes(): Promise<readonly string[]>
  /** Draws one flowchart and keeps it, if that was not done before; answers whether it did. @throws NotFoundError when the item has none. */
  drawFlowchart(code: string): Promise<boolean>
  /** Gives way to the readers; `drawn`: after a picture, otherwise after a look. */
  giveWay(drawn: boolean): Promise<unknown>
  /** Told of each picture that could not be drawn. */
  failed(code: string, error: unknown): void
}

/** Draws every flowchart one after the other, so that readers need not wait for it; stops when asked to. Answers how many are ready. */
export function createRenderFlowcharts({ listCodes, drawFlowchart, giveWay, failed }: Ports) {
  return async (stop: { readonly aborted: boolean }): Promise<number> => {
    let ready = 0
    for (const code of await listCodes()) {
      if (stop.aborted) break
      let drawn = false
      try {
        drawn = await drawFlowchart(code)
        ready += 1
      } catch (error) {
        if (!(error instanceof NotFoundError) && !stop.aborted) failed(code, error)
      }
      await giveWay(drawn)
    }
    return ready
  }
}
