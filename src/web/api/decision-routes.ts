import type { Request, Response } from 'express'
import { InputRefusedError } from '../../domain/catalog-error.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { day, readQuery, required } from './read-query.ts'

/** Answers one GET. */
export type Answer = (req: Request, res: Response) => Promise<unknown>

/** Adjustment decisions, the ledger, and the catalogue of one day and of two. */
export function addDecisionRoutes(get: (path: string, answer: Answer) => void, useCases: UseCases): void {
  get('/decisions', async (req) => {
    readQuery(req.query, {})
    return { data: await useCases.listDecisions() }
  })
  get('/decisions/:id', (req) => {
    readQuery(req.query, {})
    return useCases.getDecision(String(req.params.id))
  })
  get('/ledger', (req) => {
    const query = readQuery(req.query, { from: day, to: day })
    refuseReversed(query.from, query.to ?? useCases.today())
    return useCases.getLedger(query)
  })
  get('/state', (req) => useCases.getState(readQuery(req.query, { asOf: day })))
  get('/difference', (req) => {
    const query = readQuery(req.query, { from: day, to: day })
    const [from, to] = [required(query, 'from'), query.to ?? useCases.today()]
    refuseReversed(from, to)
    return useCases.getDifference({ from, to })
  })
}

/** @throws InputRefusedError that names the parameter. */
function refuseReversed(from: string | undefined, to: string): void {
  if (from === undefined || from <= to) return
  const message = `起日 ${from} 在止日 ${to} 之后，请对调。`
  throw new InputRefusedError([{ pointer: 'from', rule: 'invalid-date-range', message }])
}
