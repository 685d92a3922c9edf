import { timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { CatalogError } from '../../domain/catalog-error.ts'

/**
 * Refuses a change that another site has sent (OWASP Cross-Site Request Forgery Prevention Cheat Sheet: fetch metadata, else the origin).
 *
 * @throws CatalogError `forged-request`.
 */
export function refuseOtherSites(req: Request): void {
  const site = req.get('Sec-Fetch-Site')
  const origin = req.get('Origin')
  const isOurs =
    site === undefined ? origin === undefined || isOwnOrigin(req, origin) : site === 'same-origin' || site === 'none'
  if (!isOurs) throw new CatalogError('forged-request')
}

function isOwnOrigin(req: Request, origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === req.host
}

/** Refuses a form that does not carry the key of the session. @throws CatalogError `forged-request`. */
export function refuseWithoutKey(req: Request, formKey: string): void {
  const body: unknown = req.body
  const inForm = typeof body === 'object' && body !== null && '_key' in body ? body._key : undefined
  const given = Buffer.from(String(req.get('X-Form-Key') ?? inForm ?? ''))
  const wanted = Buffer.from(formKey)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new CatalogError('forged-request')
}
