import type { RequestHandler } from 'express'
import { ItemPage } from '../../../views/pages/item-page.tsx'
import type { DueAsked } from '../../../views/parts/due-answer.tsx'
import { CatalogError, NotFoundError } from '../../domain/catalog-error.ts'
import type { Flowchart, UseCases } from '../../use-cases/use-cases.ts'
import { renderMarkdown } from './markdown.ts'
import { type createFrames, sendPage } from './page-frame.ts'

/** GET /items/:code — the item with its guide; `from` asks for the due day and is answered 400 when no such day exists. */
export function showItem(
  useCases: UseCases,
  frames: ReturnType<typeof createFrames>,
): RequestHandler<{ code: string }> {
  return async (req, res) => {
    const { code } = req.params
    const item = await useCases.getItem(code)
    const [frame, asked, flowchart, history] = await Promise.all([
      frames(req),
      askDue(useCases, code, req.query.from),
      findFlowchart(useCases, code),
      useCases.getHistory(code),
    ])
    // The picture is still being drawn: nobody may keep this page.
    if (flowchart?.svg === null) res.set('Cache-Control', 'no-store')
    const page = ItemPage({ frame, item, asked, flowchart, history, prose: renderMarkdown })
    sendPage(res, page, asked.due === null ? 400 : 200)
  }
}

function isDay(text: string): boolean {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const moment = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)))
  return y !== undefined && moment.toISOString().startsWith(text)
}

async function askDue(useCases: UseCases, code: string, asked: unknown): Promise<DueAsked> {
  const from = asked === undefined || asked === '' ? useCases.today() : String(asked).slice(0, 40)
  if (!isDay(from)) return { from, due: null }
  try {
    return { from, due: await useCases.getItemDue(code, from) }
  } catch (error) {
    // A day the calendar cannot reach is the reader's to mend; a missing item is not.
    if (error instanceof CatalogError && !(error instanceof NotFoundError)) return { from, due: null }
    throw error
  }
}

/** `null`: the item has no procedure. */
async function findFlowchart(useCases: UseCases, code: string): Promise<Flowchart | null> {
  try {
    return await useCases.getFlowchart(code)
  } catch (error) {
    if (error instanceof CatalogError) return null
    throw error
  }
}
