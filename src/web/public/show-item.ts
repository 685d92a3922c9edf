import type { Request, RequestHandler } from 'express'
import { ItemPage, type ItemPageProps } from '../../../views/pages/item-page.tsx'
import type { DueAsked } from '../../../views/parts/due-answer.tsx'
import { CatalogError, NotFoundError } from '../../domain/catalog-error.ts'
import { dayBefore } from '../../domain/days.ts'
import { isGone } from '../../domain/decisions/standing.ts'
import { ItemGoneError } from '../../domain/item-gone-error.ts'
import type { Day } from '../../schema/types.ts'
import type { Flowchart, ItemDetail, UseCases } from '../../use-cases/use-cases.ts'
import { renderMarkdown } from './markdown.ts'
import { type createFrames, sendPage } from './page-frame.ts'
import { findDayFault, readAsOf } from './read-days.ts'

/**
 * GET /items/:code — the item with its guide, today or on the day `asOf`; one that is gone says where to go now, with 200 as every page.
 *
 * `from` asks for the due day and is answered 400 when no such day exists.
 */
export function showItem(
  useCases: UseCases,
  frames: ReturnType<typeof createFrames>,
): RequestHandler<{ code: string }> {
  return async (req, res) => {
    const { code } = req.params
    const asOf = readAsOf(req.query, useCases.today())
    const item = await useCases.getItem(code, asOf === null ? {} : { asOf })
    const [frame, life, history, editions, gone] = await Promise.all([
      frames(req as Request, asOf), // only the parameters of its path differ
      useCases.getLife(code),
      unlessAway(() => useCases.getHistory(code)),
      unlessAway(() => useCases.listPublicEditions(code)),
      findGone(useCases, item),
    ])
    const asked = gone !== null || item.state === 'planned' ? null : await askDue(useCases, code, req.query.from)
    const flowchart = gone === null ? await findFlowchart(useCases, code) : null
    // The picture is still being drawn, or the store is away: nobody may keep this page.
    if (flowchart?.svg === null || history === null) res.set('Cache-Control', 'no-store')
    const page = { frame, item, asked, flowchart, history, life, gone, prose: renderMarkdown }
    sendPage(res, ItemPage({ ...page, ...(editions === null ? {} : { editions }) }), asked?.due === null ? 400 : 200)
  }
}

/** Where an item that is gone lives on, and its last day; `null`: it is not gone. */
async function findGone(useCases: UseCases, item: ItemDetail): Promise<ItemPageProps['gone']> {
  if (!isGone(item)) return null
  const lastDay = item.since === null ? null : dayBefore(item.since)
  try {
    await useCases.getItemUnlessGone(item.code, { asOf: item.asOf })
  } catch (error) {
    if (error instanceof ItemGoneError) return { heirs: error.gone.successorItems, lastDay }
    throw error
  }
  return { heirs: item.successorItems, lastDay }
}

async function askDue(useCases: UseCases, code: string, asked: unknown): Promise<DueAsked> {
  const from: Day = asked === undefined || asked === '' ? useCases.today() : String(asked).slice(0, 40)
  if (findDayFault(from) !== undefined) return { from, due: null }
  try {
    return { from, due: await useCases.getItemDue(code, from) }
  } catch (error) {
    // A day the calendar cannot reach is the reader's to mend; a missing item is not.
    if (error instanceof CatalogError && !(error instanceof NotFoundError)) return { from, due: null }
    throw error
  }
}

/** `null`: the store is away, and the rest of the page is in memory. */
async function unlessAway<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof CatalogError && error.code === 'store-unavailable') return null
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
