import type { Response } from 'express'
import { AdoptedDecisionPage } from '../../../../views/office/decisions/adopted-decision-page.tsx'
import { officePaths } from '../../../../views/office/frame.ts'
import { InputRefusedError, type Violation } from '../../../domain/catalog-error.ts'
import type { Office } from '../../../use-cases/office/create-office.ts'
import type { CloseWish, RevocationEffect } from '../../../use-cases/office/decisions/create-decision-desk.ts'
import type { UseCases } from '../../../use-cases/use-cases.ts'
import { sendPage } from '../../public/page-frame.ts'
import { textAt } from '../form/form-values.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { postedRevision, postedValues } from '../posted-values.ts'

interface Parts {
  office: Office
  useCases: UseCases
}
interface Asked {
  fields?: CloseWish['fields']
  violations?: readonly Violation[]
  revocation?: RevocationEffect
}

/** A decision that was adopted. @throws NotFoundError */
export async function showAdopted(
  { useCases }: Parts,
  request: OfficeRequest,
  res: Response,
  { fields = {}, violations = [], revocation }: Asked = {},
): Promise<void> {
  const [frame, decision, agencies] = await Promise.all([
    request.frame(),
    useCases.getDecision(request.param('id')),
    useCases.listAgencies(),
  ])
  const page = AdoptedDecisionPage({ frame, decision, agencies, typed: fields, violations, revocation })
  sendPage(res, page, violations.length > 0 ? 400 : 200)
}

/** Publishing and revoking. A revocation is done when its effect was shown and the button for it pressed. */
export function adoptedRoutes(office: Office, useCases: UseCases): OfficeRoute[] {
  const parts = { office, useCases }
  const wishOf = ({ req, param }: OfficeRequest, action: CloseWish['action']): CloseWish => {
    const values = postedValues(req)
    const names = action === 'publish' ? (['documentNumber', 'publishedOn'] as const) : (['revokedOn'] as const)
    return {
      id: param('id'),
      revision: postedRevision(values),
      action,
      fields: Object.fromEntries(names.map((name) => [name, textAt(values, `/${name}`)])),
    }
  }
  const orShow = async (request: OfficeRequest, res: Response, wish: CloseWish, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof InputRefusedError)) throw error
      await showAdopted(parts, request, res, { fields: wish.fields, violations: error.violations })
    }
  }
  return [
    {
      method: 'post',
      path: '/decisions/:id/publish',
      action: 'decision.publish',
      async handle(request, res) {
        const wish = wishOf(request, 'publish')
        await orShow(request, res, wish, async () => {
          await office.closeDecision(request.actor, wish)
          res.redirect(303, officePaths.decision(wish.id))
        })
      },
    },
    {
      method: 'post',
      path: '/decisions/:id/revoke',
      action: 'decision.publish',
      async handle(request, res) {
        const wish = wishOf(request, 'revoke')
        await orShow(request, res, wish, async () => {
          if (request.field('do') !== 'revoke') {
            const revocation = await office.weighRevocation(request.actor, wish)
            return showAdopted(parts, request, res, { fields: wish.fields, revocation })
          }
          await office.closeDecision(request.actor, wish)
          res.redirect(303, officePaths.decision(wish.id))
        })
      },
    },
  ]
}
