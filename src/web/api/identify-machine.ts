import type { Request, Response } from 'express'
import type { Actor } from '../../domain/office/rights.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import { problemForStatus } from '../problems.ts'
import { sendProblem } from '../send-problem.ts'

/**
 * Who a request of the API acts for, by `Authorization: Bearer` (RFC 6750). `undefined`: it is answered already, with 401 and `WWW-Authenticate`.
 *
 * What the actor may do is asked where it is done: his scopes bind `may` and `refuseUnlessAllowed`.
 */
export async function identifyMachine(
  office: Pick<Office, 'identifyToken'>,
  req: Request,
  res: Response,
): Promise<Actor | undefined> {
  const key = readBearer(req.get('Authorization'))
  const actor = key === undefined ? undefined : await office.identifyToken(key, (req.ip ?? '').replace(/^::ffff:/, ''))
  if (actor !== undefined) return actor
  // Who shows no key is told how; who shows a wrong one, that it is wrong.
  const wrong = key === undefined ? '' : ', error="invalid_token"'
  res.setHeader('WWW-Authenticate', `Bearer realm="banshi"${wrong}`)
  sendProblem(res, problemForStatus(401))
  return undefined
}

/** The scheme in any case, one key of the letters of RFC 6750 §2.1. */
function readBearer(header: string | undefined): string | undefined {
  return /^Bearer +([\w\-.~+/]+=*)$/i.exec(header ?? '')?.[1]
}
