import express, { type Request, type Response, Router } from 'express'
import { officePaths } from '../../../views/office/frame.ts'
import { refuseUnlessAllowed } from '../../domain/office/rights.ts'
import type { Office, SignedIn } from '../../use-cases/office/create-office.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { limitRate } from '../limit-rate.ts'
import { noteRefusals } from '../note-refusals.ts'
import { createFrames } from '../public/page-frame.ts'
import { accountRoutes } from './account-routes.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { draftRoutes } from './draft-routes.ts'
import { editionRoutes } from './edition-routes.ts'
import { editorRoutes } from './editor-routes.ts'
import { createOfficeFrames, type OfficeFrames } from './office-frames.ts'
import type { OfficeRequest, OfficeRoute } from './office-route.ts'
import { ownAccountRoutes } from './own-account-routes.ts'
import { previewPage } from './preview-page.ts'
import { recordRoutes } from './record/record-routes.ts'
import { refuseOtherSites, refuseWithoutKey } from './refuse-forgery.ts'
import { readSessionKey } from './session-cookie.ts'
import { addressOf, askToSignIn, signInRoutes } from './sign-in-routes.ts'
import { tellProblem } from './tell-problem.ts'
import { tokenRoutes } from './token-routes.ts'

/** What the pages of the office stand on. */
export interface OfficeParts {
  office: Office
  useCases: UseCases
}

/** Largest form and most fields of one: a guide with some hundred materials. */
const formLimits = { extended: false, limit: '2mb', parameterLimit: 30_000 }
/** Checks and drawings of one person: four a second, for a minute. */
const costlyRequests = { most: 240, span: 60 }
/** What may be done with a password that somebody else has given. */
const beforeChange = ['/password', '/sign-out']

/** Every address of the office that needs a session. */
export function officeRoutes({ office, useCases }: OfficeParts): OfficeRoute[] {
  return [
    ...ownAccountRoutes(office),
    ...accountRoutes(office, useCases),
    ...tokenRoutes(office),
    ...recordRoutes(office),
    ...draftRoutes(office, useCases),
    ...editionRoutes(office, useCases),
    ...editorRoutes({ office, useCases }),
    ...catalogueRoutes(office, useCases),
  ]
}

/** Everything below /office: who it is, whether the request is his own, whether he may; then the route. */
export function officeRouter(parts: OfficeParts): Router {
  const router = Router()
  const publicFrame = createFrames(parts.useCases)
  const frames = createOfficeFrames(parts.useCases, publicFrame)
  router.use((req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    if (req.method !== 'GET' && req.method !== 'HEAD') refuseOtherSites(req)
    next()
  })
  router.use(express.urlencoded(formLimits))
  router.use(signInRoutes({ office: parts.office, publicFrame, frames }))
  router.get('/shared/:key', async (req, res) => {
    // Only the path's parameters tell its type from that of any request.
    const frame = await publicFrame(req as Request)
    const edition = await parts.office.findShared(req.params.key)
    await previewPage({ ...parts, frame, edition }, res)
  })
  const costly = limitRate({ ...costlyRequests, whose: (req) => readSessionKey(req) ?? addressOf(req) })
  for (const route of officeRoutes(parts)) {
    if (route.isCostly) router[route.method](route.path, costly)
    router[route.method](route.path, async (req, res) => {
      const key = readSessionKey(req)
      const signedIn = key === undefined ? undefined : await parts.office.identify(key, addressOf(req))
      if (signedIn === undefined) return askToSignIn(req, res, publicFrame)
      if (req.method === 'POST') refuseWithoutKey(req, signedIn.session.formKey)
      if (signedIn.mustChange && !beforeChange.includes(route.path)) return res.redirect(303, officePaths.password)
      const work = () => allow(route, requestOf(req, signedIn, frames), res)
      await noteRefusals(parts.office, { req, actor: signedIn.actor }, work).catch((error: unknown) =>
        tellProblem(error, { req, res, signedIn, frames }),
      )
    })
  }
  return router
}

async function allow(route: OfficeRoute, request: OfficeRequest, res: Response): Promise<void> {
  refuseUnlessAllowed(request.actor, route.action)
  await route.handle(request, res)
}

function requestOf(req: Request, signedIn: SignedIn, frames: OfficeFrames): OfficeRequest {
  const body: Partial<Record<string, unknown>> = req.body ?? {}
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    req,
    signedIn,
    actor: signedIn.actor,
    frame: () => frames(req, signedIn),
    param: (name) => textOf(req.params[name]),
    field: (name) => textOf(body[name]),
  }
}
