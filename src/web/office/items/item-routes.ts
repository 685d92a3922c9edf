import type { Response } from 'express'
import { BothSidesPage } from '../../../../views/office/both-sides-page.tsx'
import { officePaths } from '../../../../views/office/frame.ts'
import { ItemFactsPage } from '../../../../views/office/items/item-facts-page.tsx'
import { OfficeItemPage } from '../../../../views/office/items/office-item-page.tsx'
import { InputRefusedError, type Violation } from '../../../domain/catalog-error.ts'
import type { Office } from '../../../use-cases/office/create-office.ts'
import { isStale } from '../../../use-cases/office/is-stale.ts'
import { sendPage } from '../../public/page-frame.ts'
import { compareValues } from '../compare-values.ts'
import type { FormValues } from '../form/form-values.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { placeViolations } from '../place-violations.ts'
import { postedRevision, postedValues } from '../posted-values.ts'
import { factFieldLabel, readItemFacts, writeItemFacts } from './item-facts-form.ts'

const notices: Readonly<Record<string, string>> = {
  facts: '目录信息已保存，已经公开。',
  review: '已请单位复核。',
}

/** /office/items/:code and the form of its list facts. */
export function itemRoutes(office: Office): OfficeRoute[] {
  const show = async (request: OfficeRequest, res: Response) => {
    const [frame, known] = await Promise.all([
      request.frame(),
      office.getOfficeItem(request.actor, request.param('code')),
    ])
    sendPage(res, OfficeItemPage({ frame, known, notice: notices[String(request.req.query.done)] }))
  }
  const showForm = async (
    request: OfficeRequest,
    res: Response,
    typed?: { values: FormValues; violations: readonly Violation[] },
  ) => {
    const [frame, known] = await Promise.all([
      request.frame(),
      office.getOfficeItem(request.actor, request.param('code')),
    ])
    const values = typed?.values ?? writeItemFacts(known.stored, known.item.revision)
    const violations = placeViolations(typed?.violations ?? [], values)
    sendPage(res, ItemFactsPage({ frame, known, values, violations }), violations.length > 0 ? 400 : 200)
  }
  const showConflict = async (request: OfficeRequest, res: Response, values: FormValues) => {
    const [frame, known] = await Promise.all([
      request.frame(),
      office.getOfficeItem(request.actor, request.param('code')),
    ])
    const now = writeItemFacts(known.stored, known.item.revision)
    const page = BothSidesPage({
      frame,
      title: known.item.name,
      action: `${officePaths.item(known.item.code)}/facts`,
      back: `${officePaths.item(known.item.code)}/facts`,
      revision: known.item.revision,
      values,
      differences: compareValues(now, values, factFieldLabel),
    })
    sendPage(res, page, 412)
  }
  return [
    { method: 'get', path: '/items/:code', action: 'item.view', handle: show },
    {
      method: 'get',
      path: '/items/:code/facts',
      action: 'item.write',
      handle: (request, res) => showForm(request, res),
    },
    {
      method: 'post',
      path: '/items/:code/facts',
      action: 'item.write',
      async handle(request, res) {
        const values = postedValues(request.req)
        const { facts, violations } = readItemFacts(values)
        try {
          if (violations.length > 0) throw new InputRefusedError(violations)
          await office.saveItemFacts(request.actor, {
            code: request.param('code'),
            revision: postedRevision(values),
            facts,
          })
          res.redirect(303, `${officePaths.item(request.param('code'))}?done=facts`)
        } catch (error) {
          if (isStale(error)) return showConflict(request, res, values)
          if (!(error instanceof InputRefusedError)) throw error
          await showForm(request, res, { values, violations: error.violations })
        }
      },
    },
    {
      method: 'post',
      path: '/items/:code/review',
      action: 'item.askReview',
      async handle({ actor, param, field }, res) {
        await office.requestReviews(actor, { items: [param('code')], comment: field('comment') })
        res.redirect(303, `${officePaths.item(param('code'))}?done=review`)
      },
    },
  ]
}
