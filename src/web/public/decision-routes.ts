import type { Router } from 'express'
import { findPaper } from '../../../views/official/decision-tables.tsx'
import { DecisionPage } from '../../../views/pages/decision-page.tsx'
import { DecisionsPage } from '../../../views/pages/decisions-page.tsx'
import { OfficialPage } from '../../../views/pages/official-page.tsx'
import { NotFoundError } from '../../domain/catalog-error.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { type createFrames, sendPage } from './page-frame.ts'

/** /decisions: the list, each decision, and its official tables. */
export function addDecisionRoutes(router: Router, useCases: UseCases, frames: ReturnType<typeof createFrames>): void {
  router.get('/decisions', async (req, res) => {
    const [frame, decisions] = await Promise.all([frames(req), useCases.listDecisions()])
    sendPage(res, DecisionsPage({ frame, decisions }))
  })
  router.get('/decisions/:id', async (req, res) => {
    const decision = await useCases.getDecision(req.params.id)
    const [frame, agencies] = await Promise.all([frames(req), useCases.listAgencies()])
    sendPage(res, DecisionPage({ frame, decision, agencies }))
  })
  router.get('/decisions/:id/tables/:table', async (req, res) => {
    const { id, table } = req.params
    const decision = await useCases.getDecision(id)
    const frame = await frames(req)
    const paper = findPaper(decision, table, frame.city)
    if (paper === undefined) throw new NotFoundError('page', req.path)
    sendPage(res, OfficialPage({ frame, decision, paper }))
  })
}
