import type { Request, Router } from 'express'
import { AgenciesPage, AgencyPage } from '../../../views/pages/agencies-page.tsx'
import { CompressionPage } from '../../../views/pages/compression-page.tsx'
import { DirectoryPage } from '../../../views/pages/directory-page.tsx'
import { ItemsPage } from '../../../views/pages/items-page.tsx'
import type { DayChoice } from '../../../views/parts/day-picker.tsx'
import { existingAgencies } from '../../../views/parts/existing-agencies.ts'
import { datedDecisions } from '../../../views/parts/span-form.tsx'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { withEves } from './ledger-routes.ts'
import { readListQuery } from './list-query.ts'
import { type createFrames, sendPage } from './page-frame.ts'
import { dayAskedFor } from './read-days.ts'
import { showItem } from './show-item.ts'

/** The catalogue of today or of the day `asOf`: items, agencies, compression, the directory to print. */
export function addCatalogueRoutes(router: Router, useCases: UseCases, frames: ReturnType<typeof createFrames>): void {
  const choiceOfDays = async (): Promise<DayChoice> => ({
    today: useCases.today(),
    decisions: withEves(datedDecisions(await useCases.listDecisions())),
  })
  const dayOf = (query: Request['query']) => dayAskedFor(query, useCases.today())
  router.get('/items', async (req, res) => {
    const query = readListQuery(req.query)
    const { day, asked } = dayOf(req.query)
    const [frame, list] = await Promise.all([frames(req, day), useCases.listItems({ ...query, ...asked })])
    const choice = await choiceOfDays()
    sendPage(res, ItemsPage({ frame, list, words: query.q ?? '', filters: query.filters, choice }))
  })
  router.get('/items/:code', showItem(useCases, frames))
  router.get('/agencies', async (req, res) => {
    const { day, asked } = dayOf(req.query)
    const [frame, agencies] = await Promise.all([frames(req, day), useCases.listAgencies(asked)])
    sendPage(res, AgenciesPage({ frame, agencies, choice: await choiceOfDays() }))
  })
  router.get('/agencies/:code', async (req, res) => {
    const { code } = req.params
    const { day, asked } = dayOf(req.query)
    const agency = await useCases.getAgency(code, asked)
    const list = await useCases.listItems({ filters: { agency: code }, page: 1, pageSize: 100, ...asked })
    sendPage(res, AgencyPage({ frame: await frames(req, day), agency, list, choice: await choiceOfDays() }))
  })
  router.get('/compression', async (req, res) => {
    const { day, asked } = dayOf(req.query)
    const agency = typeof req.query.agency === 'string' && req.query.agency !== '' ? req.query.agency : undefined
    const report = await useCases.measureCompression({ ...(agency === undefined ? {} : { agency }), ...asked })
    const choice = await choiceOfDays()
    sendPage(res, CompressionPage({ frame: await frames(req, day), report, agency, choice }))
  })
  router.get('/directory', async (req, res) => {
    const { day, asked } = dayOf(req.query)
    const agency = typeof req.query.agency === 'string' && req.query.agency !== '' ? req.query.agency : undefined
    const directory = await useCases.getDirectory({ ...(agency === undefined ? {} : { agency }), ...asked })
    const agencies = existingAgencies(await useCases.listAgencies(asked), directory.asOf)
    const [frame, choice] = await Promise.all([frames(req, day), choiceOfDays()])
    sendPage(res, DirectoryPage({ frame, directory, agencies, choice }))
  })
}
