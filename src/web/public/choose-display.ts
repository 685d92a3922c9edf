import type { RequestHandler } from 'express'

const choices = { text: ['normal', 'large'], contrast: ['normal', 'high'] } as const

/** GET /display — keeps the reader's choice in a cookie for a year and goes back to the page. */
export const chooseDisplay: RequestHandler = (req, res) => {
  for (const [name, values] of Object.entries(choices)) {
    const value = values.find((known) => known === req.query[name])
    if (value) res.cookie(name, value, { maxAge: 31_536_000_000, sameSite: 'lax', httpOnly: true, path: '/' })
  }
  res.redirect(303, safeBack(req.query.back))
}

/** A path of this site; anything else leads to the home page, so that nobody is sent elsewhere. */
export function safeBack(back: unknown): string {
  if (typeof back !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(back)) return '/'
  return back
}
