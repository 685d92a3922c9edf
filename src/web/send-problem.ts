import type { Response } from 'express'
import type { Problem } from './problems.ts'

/** Answers with a problem document; never kept by caches. */
export function sendProblem(res: Response, { members, ...problem }: Problem): void {
  res.status(problem.status)
  res.setHeader('Cache-Control', 'no-store')
  res.type('application/problem+json').send(JSON.stringify({ ...problem, ...members }))
}
