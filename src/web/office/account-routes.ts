import type { Response } from 'express'
import { AccountsPage } from '../../../views/office/accounts-page.tsx'
import { officePaths } from '../../../views/office/frame.ts'
import { InputRefusedError } from '../../domain/catalog-error.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { sendPage } from '../public/page-frame.ts'
import type { OfficeRequest, OfficeRoute } from './office-route.ts'

type Extras = Partial<Omit<Parameters<typeof AccountsPage>[0], 'frame' | 'accounts' | 'agencies'>>

/** /office/accounts: the accounts, for the administrator. */
export function accountRoutes(office: Office, useCases: UseCases): OfficeRoute[] {
  const action = 'account.manage'
  const show = async (request: OfficeRequest, res: Response, extras: Extras = {}, status = 200) => {
    const [frame, accounts, agencies] = await Promise.all([
      request.frame(),
      office.listAccounts(request.actor),
      useCases.listAgencies(),
    ])
    sendPage(res, AccountsPage({ frame, accounts, agencies, ...extras }), status)
  }
  return [
    { method: 'get', path: '/accounts', action, handle: (request, res) => show(request, res) },
    {
      method: 'post',
      path: '/accounts',
      action,
      async handle(request, res) {
        const { actor, field } = request
        const typed = {
          name: field('name').trim().toLowerCase(),
          displayName: field('displayName'),
          role: field('role'),
          agency: field('agency'),
        }
        try {
          const issued = await office.addAccount(actor, { ...typed, agency: typed.agency || null })
          await show(request, res, { issued })
        } catch (error) {
          if (!(error instanceof InputRefusedError)) throw error
          await show(request, res, { typed, violations: error.violations }, 400)
        }
      },
    },
    {
      method: 'post',
      path: '/accounts/:name/password',
      action,
      async handle(request, res) {
        const issued = await office.resetPassword(request.actor, request.param('name'))
        await show(request, res, { issued })
      },
    },
    {
      method: 'post',
      path: '/accounts/:name/disable',
      action,
      async handle({ actor, param }, res) {
        await office.disableAccount(actor, param('name'))
        res.redirect(303, officePaths.accounts)
      },
    },
    {
      method: 'post',
      path: '/accounts/:name/enable',
      action,
      async handle({ actor, param }, res) {
        await office.enableAccount(actor, param('name'))
        res.redirect(303, officePaths.accounts)
      },
    },
  ]
}
