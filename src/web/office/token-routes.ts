import type { Response } from 'express'
import { officePaths } from '../../../views/office/frame.ts'
import { TokensPage } from '../../../views/office/tokens-page.tsx'
import { InputRefusedError } from '../../domain/catalog-error.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import { sendPage } from '../public/page-frame.ts'
import type { OfficeRequest, OfficeRoute } from './office-route.ts'

type Extras = Partial<Omit<Parameters<typeof TokensPage>[0], 'frame' | 'tokens'>>

/** /office/tokens: the keys of machines that act for an account. */
export function tokenRoutes(office: Office): OfficeRoute[] {
  const show = async ({ actor, frame }: OfficeRequest, res: Response, extras: Extras = {}, status = 200) => {
    const tokens = await office.listTokens(actor)
    sendPage(res, TokensPage({ frame: await frame(), tokens, ...extras }), status)
  }
  return [
    { method: 'get', path: '/tokens', action: 'token.list', handle: (request, res) => show(request, res) },
    {
      method: 'post',
      path: '/tokens',
      action: 'token.manage',
      async handle(request, res) {
        const { actor, field, req } = request
        const typed = { label: field('label'), lastDay: field('lastDay'), scopes: readScopes(req.body) }
        try {
          await show(request, res, { issued: await office.addToken(actor, typed) })
        } catch (error) {
          if (!(error instanceof InputRefusedError)) throw error
          await show(request, res, { typed, violations: error.violations }, 400)
        }
      },
    },
    {
      method: 'post',
      path: '/tokens/:id/revoke',
      action: 'token.list',
      async handle({ actor, param }, res) {
        await office.revokeToken(actor, param('id'))
        res.redirect(303, officePaths.tokens)
      },
    },
  ]
}

/** The boxes that were ticked: none, one or several. */
function readScopes(body: Readonly<Record<string, unknown>> | undefined): string[] {
  return [body?.scopes ?? []].flat().filter((scope): scope is string => typeof scope === 'string')
}
