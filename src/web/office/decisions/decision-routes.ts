import type { Response } from 'express'
import { OfficeDecisionsPage } from '../../../../views/office/decisions/decisions-page.tsx'
import { officePaths } from '../../../../views/office/frame.ts'
import { InputRefusedError, NotFoundError, type Violation } from '../../../domain/catalog-error.ts'
import type { Office } from '../../../use-cases/office/create-office.ts'
import type { UseCases } from '../../../use-cases/use-cases.ts'
import { sendPage } from '../../public/page-frame.ts'
import { textAt } from '../form/form-values.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { postedValues } from '../posted-values.ts'
import { adoptedRoutes, showAdopted } from './adopted-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { showDraft } from './show-draft.ts'

/** /office/decisions: the list; one decision as a draft or, once adopted, to be published or revoked. */
export function decisionRoutes(office: Office, useCases: UseCases): OfficeRoute[] {
  const showList = async (
    request: OfficeRequest,
    res: Response,
    refused?: { typed: { id: string; title: string }; violations: readonly Violation[] },
  ) => {
    const [frame, decisions] = await Promise.all([request.frame(), office.listOfficeDecisions(request.actor)])
    const typed = refused?.typed ?? { id: proposeId(useCases.today(), decisions), title: '' }
    sendPage(
      res,
      OfficeDecisionsPage({ frame, decisions, typed, violations: refused?.violations ?? [] }),
      refused === undefined ? 200 : 400,
    )
  }
  return [
    { method: 'get', path: '/decisions', action: 'decision.view', handle: (request, res) => showList(request, res) },
    {
      method: 'post',
      path: '/decisions',
      action: 'decision.write',
      async handle(request, res) {
        const values = postedValues(request.req)
        const typed = { id: textAt(values, '/id').trim(), title: textAt(values, '/title').trim() }
        try {
          res.redirect(303, officePaths.decision(await office.startDecision(request.actor, typed)))
        } catch (error) {
          if (!(error instanceof InputRefusedError)) throw error
          await showList(request, res, { typed, violations: error.violations })
        }
      },
    },
    {
      method: 'get',
      path: '/decisions/:id',
      action: 'decision.view',
      async handle(request, res) {
        try {
          await showDraft(office, request, res)
        } catch (error) {
          if (!(error instanceof NotFoundError)) throw error
          await showAdopted({ office, useCases }, request, res)
        }
      },
    },
    ...draftRoutes(office, useCases),
    ...adoptedRoutes(office, useCases),
  ]
}

type Listed = Awaited<ReturnType<Office['listOfficeDecisions']>>

/** Today and the next number that nobody has. */
function proposeId(today: string, { drafts, imported, adopted }: Listed): string {
  const taken = new Set([...drafts, ...imported, ...adopted].map(({ id }) => id))
  for (let number = 1; ; number += 1) if (!taken.has(`${today}-${number}`)) return `${today}-${number}`
}
