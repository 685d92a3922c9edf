import type { Request, Router } from 'express'
import { FindingsPage } from '../../../views/pages/findings-page.tsx'
import { LawPage } from '../../../views/pages/law-page.tsx'
import { LawsPage } from '../../../views/pages/laws-page.tsx'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { type createFrames, sendPage } from './page-frame.ts'
import { dayAskedFor } from './read-days.ts'

/** /findings: what the rules find, by agency. /laws: the register, and what rests on each law. */
export function addRuleRoutes(router: Router, useCases: UseCases, frames: ReturnType<typeof createFrames>): void {
  const dayOf = (query: Request['query']) => dayAskedFor(query, useCases.today())
  router.get('/findings', async (req, res) => {
    const { day, asked } = dayOf(req.query)
    const agency = typeof req.query.agency === 'string' && req.query.agency !== '' ? req.query.agency : undefined
    const report = await useCases.reportFindings({ ...(agency === undefined ? {} : { agency }), ...asked })
    sendPage(res, FindingsPage({ frame: await frames(req, day), report, agency }))
  })
  router.get('/laws', async (req, res) => {
    const { day, asked } = dayOf(req.query)
    const [frame, laws] = await Promise.all([frames(req, day), useCases.listLaws(asked)])
    sendPage(res, LawsPage({ frame, laws }))
  })
  router.get('/laws/:title', async (req, res) => {
    const { day, asked } = dayOf(req.query)
    const [frame, law] = await Promise.all([frames(req, day), useCases.getLaw(req.params.title, asked)])
    sendPage(res, LawPage({ frame, law }))
  })
}
