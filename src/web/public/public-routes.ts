import { Router } from 'express'
import { AboutDataPage } from '../../../views/pages/about-data-page.tsx'
import { CountingPage } from '../../../views/pages/counting-page.tsx'
import { HomePage } from '../../../views/pages/home-page.tsx'
import { NotFoundError } from '../../domain/catalog-error.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { addCatalogueRoutes } from './catalogue-routes.ts'
import { chooseDisplay } from './choose-display.ts'
import { addDecisionRoutes } from './decision-routes.ts'
import { addEditionRoutes } from './edition-routes.ts'
import { addLedgerRoutes } from './ledger-routes.ts'
import { createFrames, sendPage } from './page-frame.ts'
import { refusePage } from './refuse-page.ts'
import { addRuleRoutes } from './rule-routes.ts'

/**
 * The public pages. A parameter that a page does not know is ignored: links from elsewhere carry marks of their own
 * (the API refuses them, for programs should learn of a misspelt filter). Mounted last: a page that does not exist is said to be so, programs get what
 * the next handler answers.
 */
export function publicRoutes({ useCases }: { useCases: UseCases }): Router {
  const router = Router()
  const frames = createFrames(useCases)
  router.get('/', async (req, res) => {
    const [frame, overview] = await Promise.all([frames(req), useCases.overview()])
    sendPage(res, HomePage({ frame, overview, decisions: await useCases.listDecisions(), today: useCases.today() }))
  })
  addCatalogueRoutes(router, useCases, frames)
  addEditionRoutes(router, useCases, frames)
  addDecisionRoutes(router, useCases, frames)
  addLedgerRoutes(router, useCases, frames)
  addRuleRoutes(router, useCases, frames)
  router.get('/about/data', async (req, res) => {
    const [frame, overview] = await Promise.all([frames(req), useCases.overview()])
    sendPage(res, AboutDataPage({ frame, overview }))
  })
  router.get('/help/counting', async (req, res) => {
    const [frame, { policy }] = await Promise.all([frames(req), useCases.overview()])
    sendPage(res, CountingPage({ frame, policy }))
  })
  router.get('/display', chooseDisplay)
  router.get('/{*path}', (req, _res, next) => {
    next(req.accepts(['json', 'html']) === 'html' ? new NotFoundError('page', req.path) : undefined)
  })
  router.use(refusePage(frames))
  return router
}
