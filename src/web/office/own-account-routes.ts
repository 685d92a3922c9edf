import { officePaths } from '../../../views/office/frame.ts'
import { OfficeHomePage } from '../../../views/office/office-home-page.tsx'
import { PasswordPage } from '../../../views/office/password-page.tsx'
import { CatalogError, InputRefusedError, type Violation } from '../../domain/catalog-error.ts'
import { sentenceFor } from '../../domain/error-sentences.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import { sendPage } from '../public/page-frame.ts'
import type { OfficeRoute } from './office-route.ts'
import { takeSessionKey } from './session-cookie.ts'

/** One's own desk, password and sessions. */
export function ownAccountRoutes(office: Office): OfficeRoute[] {
  return [
    {
      method: 'get',
      path: '/',
      action: 'home.view',
      async handle({ actor, frame }, res) {
        sendPage(res, OfficeHomePage({ frame: await frame(), home: await office.getHome(actor) }))
      },
    },
    {
      method: 'get',
      path: '/password',
      action: 'password.change',
      async handle({ frame, signedIn: { mustChange }, req }, res) {
        sendPage(res, PasswordPage({ frame: await frame(), mustChange, isDone: req.query.done === '1' }))
      },
    },
    {
      method: 'post',
      path: '/password',
      action: 'password.change',
      async handle({ actor, signedIn: { sessionId, mustChange }, field, frame }, res) {
        try {
          await office.changePassword(actor, { current: field('current'), wanted: field('password'), sessionId })
          res.redirect(303, mustChange ? officePaths.home : `${officePaths.password}?done=1`)
        } catch (error) {
          const violations = violationsOf(error)
          if (violations === undefined) throw error
          sendPage(res, PasswordPage({ frame: await frame(), mustChange, violations }), 400)
        }
      },
    },
    {
      method: 'post',
      path: '/sign-out',
      action: 'session.end',
      async handle({ req, actor, signedIn }, res) {
        await office.signOut(actor, signedIn.sessionId)
        takeSessionKey(req, res)
        res.redirect(303, officePaths.signIn)
      },
    },
    {
      method: 'post',
      path: '/sign-out-everywhere',
      action: 'session.end',
      async handle({ req, actor }, res) {
        await office.signOutEverywhere(actor)
        takeSessionKey(req, res)
        res.redirect(303, officePaths.signIn)
      },
    },
  ]
}

function violationsOf(error: unknown): readonly Violation[] | undefined {
  if (error instanceof InputRefusedError) return error.violations
  if (!(error instanceof CatalogError) || !['wrong-password', 'sign-in-wait'].includes(error.code)) return undefined
  return [{ pointer: '/current', rule: error.code, message: sentenceFor(error) }]
}
