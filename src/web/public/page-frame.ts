import type { Request, Response } from 'express'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { DisplayChoice, PageFrame } from '../../../views/parts/frame.ts'
import type { Day } from '../../schema/types.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'

/** Reads the display cookies; anything unknown is the normal display. */
export function readDisplay(cookies: string | undefined): DisplayChoice {
  const has = (pair: string) => (cookies ?? '').split(/;\s*/).includes(pair)
  return { text: has('text=large') ? 'large' : 'normal', contrast: has('contrast=high') ? 'high' : 'normal' }
}

/** A request may name anything as its host: what cannot be one is left out. */
function originOf({ protocol, headers: { host } }: Request): string {
  return host !== undefined && /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(host)
    ? `${protocol}://${host}`
    : ''
}

/** Answers the frame of a page; what it takes from the catalogue is kept until the catalogue changes. `asOf`: the day whose catalogue is shown. */
export function createFrames(useCases: UseCases): (req: Request, asOf?: Day | null) => Promise<PageFrame> {
  let kept: { revision: number; city: string; updatedAt: string | null } | undefined
  return async (req, asOf = null) => {
    const revision = await useCases.servedRevision()
    if (kept?.revision !== revision) {
      const { policy, updatedAt } = await useCases.overview()
      kept = { revision, city: policy.city.name, updatedAt }
    }
    const { city, updatedAt } = kept
    const display = readDisplay(req.headers.cookie)
    return { url: req.originalUrl, origin: originOf(req), display, city, updatedAt, asOf }
  }
}

/** Sends a rendered page. It varies with the display cookies. */
export function sendPage(res: Response, page: VNode, status = 200): void {
  res.vary('Cookie')
  res
    .status(status)
    .type('html')
    .send(`<!doctype html>${renderToString(page)}`)
}
