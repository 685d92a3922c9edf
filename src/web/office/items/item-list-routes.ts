import type { Response } from 'express'
import { officePaths } from '../../../../views/office/frame.ts'
import { OfficeItemsPage } from '../../../../views/office/items/office-items-page.tsx'
import { withParameters } from '../../../../views/parts/links.ts'
import { InputRefusedError, type Violation } from '../../../domain/catalog-error.ts'
import type { Office } from '../../../use-cases/office/create-office.ts'
import { sendPage } from '../../public/page-frame.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { postedValues } from '../posted-values.ts'
import { readOfficeListQuery } from './list-query.ts'

interface Extras {
  violations?: readonly Violation[]
  chosen?: readonly string[]
  comment?: string
}

/** /office/items: the list, and what is done with several items at once. */
export function itemListRoutes(office: Office): OfficeRoute[] {
  const show = async (request: OfficeRequest, res: Response, extras: Extras = {}) => {
    const { actor, req } = request
    const query = readOfficeListQuery(req.query)
    const [frame, list] = await Promise.all([request.frame(), office.listOfficeItems(actor, query)])
    const done = readDone(req.query.done)
    sendPage(res, OfficeItemsPage({ frame, list, query, done, ...extras }), extras.violations ? 400 : 200)
  }
  /** Does something with the chosen items; what is wrong is said on the list, with everything still chosen. */
  const withChosen =
    (name: string, act: (request: OfficeRequest, items: readonly string[]) => Promise<number>): OfficeRoute['handle'] =>
    async (request, res) => {
      const chosen = postedValues(request.req).get('item') ?? []
      try {
        const count = await act(request, chosen)
        const kept = request.req.query as Record<string, string> // texts, as the simple query parser makes them
        res.redirect(303, withParameters(officePaths.items, { ...kept, done: `${name}-${count}` }))
      } catch (error) {
        if (!(error instanceof InputRefusedError)) throw error
        await show(request, res, { violations: error.violations, chosen, comment: request.field('comment') })
      }
    }
  return [
    { method: 'get', path: '/items', action: 'item.view', handle: (request, res) => show(request, res) },
    {
      method: 'post',
      path: '/items/theme',
      action: 'item.write',
      handle: withChosen('theme', ({ actor, field }, items) =>
        office.assignTheme(actor, { items, theme: field('theme') }),
      ),
    },
    {
      method: 'post',
      path: '/items/review',
      action: 'item.askReview',
      handle: withChosen('review', ({ actor, field }, items) =>
        office.requestReviews(actor, { items, comment: field('comment') }),
      ),
    },
  ]
}

/** What was just done, and with how many items; only what we have written ourselves is read. */
function readDone(text: unknown): { what: 'theme' | 'review'; count: number } | undefined {
  const [, what, count] = /^(theme|review)-(\d{1,6})$/.exec(String(text)) ?? []
  return what === 'theme' || what === 'review' ? { what, count: Number(count) } : undefined
}
