import { parse } from 'cookie'
import type { Request, Response } from 'express'

const name = 'banshi-office'
/** Kept to the office: public pages are the same for everybody. */
const path = '/office'

/** The key of the session in the browser; `undefined`: there is none. */
export function readSessionKey(req: Request): string | undefined {
  return parse(req.headers.cookie ?? '')[name]
}

/** Gives the browser the key; it goes over encrypted lines only when it came over one. */
export function giveSessionKey(req: Request, res: Response, key: string): void {
  res.cookie(name, key, { ...traits(req), path })
}

export function takeSessionKey(req: Request, res: Response): void {
  res.clearCookie(name, { ...traits(req), path })
}

function traits(req: Request) {
  return { httpOnly: true, sameSite: 'lax', secure: req.secure } as const
}
