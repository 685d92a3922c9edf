import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import { type Actor, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import { limitRate } from '../limit-rate.ts'
import { noteRefusals } from '../note-refusals.ts'
import { problemForStatus } from '../problems.ts'
import { sendProblem } from '../send-problem.ts'
import { identifyMachine } from './identify-machine.ts'

/** A request of a machine that may do what its route is for. */
interface MachineRequest {
  req: Request
  actor: Actor
  /** A parameter of the path. */
  param(name: string): string
}

/** One address that needs a token: what it is for is an action of the table of rights, which is looked up before anything is read. */
export interface MachineRoute {
  method: 'get' | 'post' | 'put'
  /** Below /api/v1, as Express writes it. */
  path: string
  action: string
  handle(request: MachineRequest, res: Response): Promise<void>
}

/** Whoever posts or puts sends JSON in UTF-8 of at most 1 MB. */
export const jsonBody: RequestHandler[] = [
  (req, res, next) => {
    if (req.is('application/json')) next()
    else sendProblem(res, problemForStatus(415))
  },
  express.json({ limit: '1mb', strict: false }),
]

/** Requests with tokens that one address may make: ten a second, for a minute. */
const mostRequests = { most: 600, span: 60 }

/** Adds the addresses to the API: who it is, whether he may, then the body, then the route. Nothing is kept by caches. */
export function addMachineRoutes(router: Router, office: Office, routes: readonly MachineRoute[]): void {
  const limit = limitRate(mostRequests)
  for (const { method, path, action, handle } of routes) {
    const identify: RequestHandler = async (req, res, next) => {
      res.setHeader('Cache-Control', 'no-store')
      const actor = await identifyMachine(office, req, res)
      if (actor === undefined) return
      await noteRefusals(office, { req, actor }, async () => refuseUnlessAllowed(actor, action))
      res.locals.actor = actor
      next()
    }
    const answer: RequestHandler = async (req, res) => {
      // Put there above.
      const actor = res.locals.actor as Actor
      const param = (name: string) => String(req.params[name])
      await noteRefusals(office, { req, actor }, () => handle({ req, actor, param }, res))
    }
    router[method](path, limit, identify, ...(method === 'get' ? [] : jsonBody), answer)
  }
}
