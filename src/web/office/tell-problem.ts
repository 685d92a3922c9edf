import type { Request, Response } from 'express'
import { ProblemPage } from '../../../views/office/problem-page.tsx'
import { CatalogError } from '../../domain/catalog-error.ts'
import type { SignedIn } from '../../use-cases/office/create-office.ts'
import { problemOf } from '../problems.ts'
import { sendPage } from '../public/page-frame.ts'
import type { OfficeFrames } from './office-frames.ts'

/**
 * Tells somebody at a page of the office what could not be done, in the office's own frame.
 *
 * @throws what it was given, where a script asked, nobody can be told any more, or the fault is ours.
 */
export async function tellProblem(
  error: unknown,
  { req, res, signedIn, frames }: { req: Request; res: Response; signedIn: SignedIn; frames: OfficeFrames },
): Promise<void> {
  const isForReader = req.get('X-Form-Key') === undefined && req.accepts(['json', 'html']) === 'html'
  if (!(error instanceof CatalogError) || !isForReader || res.headersSent) throw error
  const { status, title, detail, violations } = problemOf(error)
  if (status >= 500) throw error
  const page = { frame: await frames(req, signedIn), title, detail, violations, back: placeBefore(req) }
  sendPage(res, ProblemPage(page), status)
}

/** Where the request came from, when that is a page of the office. */
function placeBefore(req: Request): string | undefined {
  const before = req.get('Referer')
  if (before === undefined || !URL.canParse(before)) return undefined
  const { host, pathname, search } = new URL(before)
  return host === req.host && pathname.startsWith('/office') ? pathname + search : undefined
}
