import { Router } from 'express'
import { AboutDataPage } from '../../../views/pages/about-data-page.tsx'
import { AgenciesPage, AgencyPage } from '../../../views/pages/agencies-page.tsx'
import { CompressionPage } from '../../../views/pages/compression-page.tsx'
import { CountingPage } from '../../../views/pages/counting-page.tsx'
import { HomePage } from '../../../views/pages/home-page.tsx'
import { ItemsPage } from '../../../views/pages/items-page.tsx'
import { NotFoundError } from '../../domain/catalog-error.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { chooseDisplay } from './choose-display.ts'
import { readListQuery } from './list-query.ts'
import { createFrames, sendPage } from './page-frame.ts'
import { refusePage } from './refuse-page.ts'
import { showItem } from './show-item.ts'

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
    sendPage(res, HomePage({ frame, overview }))
  })
  router.get('/items', async (req, res) => {
    const query = readListQuery(req.query)
    const [frame, list] = await Promise.all([frames(req), useCases.listItems(query)])
    sendPage(res, ItemsPage({ frame, list, words: query.q ?? '', filters: query.filters }))
  })
  router.get('/items/:code', showItem(useCases, frames))
  router.get('/agencies', async (req, res) => {
    const [frame, agencies] = await Promise.all([frames(req), useCases.listAgencies()])
    sendPage(res, AgenciesPage({ frame, agencies }))
  })
  router.get('/agencies/:code', async (req, res) => {
    const { code } = req.params
    const agency = await useCases.getAgency(code)
    const list = await useCases.listItems({ filters: { agency: code }, page: 1, pageSize: 100 })
    sendPage(res, AgencyPage({ frame: await frames(req), agency, list }))
  })
  router.get('/compression', async (req, res) => {
    const agency = typeof req.query.agency === 'string' && req.query.agency !== '' ? req.query.agency : undefined
    const report = await useCases.measureCompression(agency === undefined ? {} : { agency })
    sendPage(res, CompressionPage({ frame: await frames(req), report, agency }))
  })
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
