import { ItemEditionsPage } from '../../../views/office/item-editions-page.tsx'
import { compareContents } from '../../domain/editions/compare-contents.ts'
import { serialOf } from '../../domain/office/edition.ts'
import { refuseUnlessAllowed } from '../../domain/office/rights.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { sendPage } from '../public/page-frame.ts'
import { describeChanges } from './form/describe-changes.ts'
import type { OfficeRequest, OfficeRoute } from './office-route.ts'

/** /office/items/:code/editions: every edition of a guide, what differs between any two, and the way back to an earlier one. */
export function editionRoutes(office: Office, useCases: UseCases): OfficeRoute[] {
  return [
    {
      method: 'get',
      path: '/items/:code/editions',
      action: 'edition.view',
      async handle(request, res) {
        const { actor, frame, param } = request
        const item = await useCases.getItem(param('code'))
        refuseUnlessAllowed(actor, 'edition.view', { agency: item.agency })
        const editions = await office.listEditions(actor, { item: item.code })
        editions.sort((one, other) => serialOf(one.id) - serialOf(other.id))
        const compared = await compareAsked(office, request)
        const people = await office.nameAccounts(editions.flatMap(({ drafters }) => drafters))
        sendPage(res, ItemEditionsPage({ frame: await frame(), item, editions, people, compared }))
      },
    },
  ]
}

/** The two editions that the address names; `null`: it does not name two. */
async function compareAsked(office: Office, { actor, req }: OfficeRequest) {
  const { from, to } = req.query
  if (typeof from !== 'string' || typeof to !== 'string') return null
  const [before, after] = await Promise.all([office.getEdition(actor, from), office.getEdition(actor, to)])
  const changes = describeChanges(compareContents(before.body.content, after.body.content))
  return { from, to, changes }
}
