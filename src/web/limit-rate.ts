import type { Request, RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { problemForStatus } from './problems.ts'
import { sendProblem } from './send-problem.ts'

interface RateLimit {
  /** Requests in the span. */
  most: number
  /** Seconds. */
  span: number
  /** Whose requests are counted together; absent: those from one address. */
  whose?(req: Request): string
  /** Whether only answers from 400 up are counted; absent: all are. */
  failuresOnly?: boolean
}

/** Refuses with 429 who asks too often. Counted in this process alone: with several workers a limit is that much higher. */
export function limitRate({ most, span, whose, failuresOnly = false }: RateLimit): RequestHandler {
  return rateLimit({
    windowMs: span * 1000,
    limit: most,
    skipSuccessfulRequests: failuresOnly,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, res) => sendProblem(res, problemForStatus(429)),
    ...(whose === undefined ? {} : { keyGenerator: whose }),
  })
}
