import { type Request, type Response, Router } from 'express'
import { ResumePage } from '../../../views/office/resume-page.tsx'
import { SignInPage } from '../../../views/office/sign-in-page.tsx'
import type { PageFrame } from '../../../views/parts/frame.ts'
import { CatalogError } from '../../domain/catalog-error.ts'
import { sentenceFor } from '../../domain/error-sentences.ts'
import type { Office, SignedIn } from '../../use-cases/office/create-office.ts'
import { limitRate } from '../limit-rate.ts'
import { problemForStatus } from '../problems.ts'
import { sendPage } from '../public/page-frame.ts'
import { sendProblem } from '../send-problem.ts'
import type { OfficeFrames } from './office-frames.ts'
import { readResumed, resumable } from './resume.ts'
import { giveSessionKey, readSessionKey } from './session-cookie.ts'

/** Failed tries to sign in from one address in a quarter of an hour, whatever the names; a whole city may come from one address in the morning. */
const mostTries = 60

interface SignInParts {
  office: Office
  publicFrame(req: Request): Promise<PageFrame>
  frames: OfficeFrames
}

/** /office/sign-in: the only page of the office for those who are not signed in. */
export function signInRoutes({ office, publicFrame, frames }: SignInParts): Router {
  const router = Router()
  const limit = limitRate({ most: mostTries, span: 15 * 60, failuresOnly: true })
  router.get('/sign-in', async (req, res) => {
    sendPage(res, SignInPage({ frame: await publicFrame(req), back: safeBack(req.query.back) }))
  })
  router.post('/sign-in', limit, async (req, res) => {
    const { name = '', password = '', back, resume } = textsOf(req.body)
    try {
      const { key } = await office.signIn({
        name,
        password,
        from: addressOf(req),
        browser: req.get('User-Agent') ?? '',
      })
      const old = readSessionKey(req)
      if (old !== undefined) await endOldSession(office, old)
      giveSessionKey(req, res, key)
      const resumed = readResumed(resume)
      const signedIn = await office.identify(key, addressOf(req))
      if (resumed === undefined || signedIn === undefined) return res.redirect(303, safeBack(back))
      sendPage(res, ResumePage({ frame: await frames(req, signedIn), ...resumed }))
    } catch (error) {
      if (!isRefusal(error)) throw error
      const page = { frame: await publicFrame(req), back: safeBack(back), name, resume, message: sentenceFor(error) }
      sendPage(res, SignInPage(page), error.code === 'sign-in-wait' ? 429 : 401)
    }
  })
  return router
}

/** Asks somebody without a session to sign in; what he posted goes along. Programs and scripts are told by a problem document. */
export async function askToSignIn(req: Request, res: Response, publicFrame: SignInParts['publicFrame']): Promise<void> {
  if (req.accepts(['json', 'html']) !== 'html' || req.get('X-Form-Key') !== undefined) {
    sendProblem(res, problemForStatus(401))
    return
  }
  if (req.method === 'GET') return res.redirect(303, `/office/sign-in?back=${encodeURIComponent(req.originalUrl)}`)
  const page = {
    frame: await publicFrame(req),
    back: req.originalUrl,
    resume: resumable(req),
    message: '登录已经过期，请重新登录。',
  }
  sendPage(res, SignInPage(page), 401)
}

/** The address a request came from, through as many proxies as are trusted. */
export function addressOf(req: Request): string {
  return (req.ip ?? '').replace(/^::ffff:/, '')
}

/** A browser that signs in again leaves no session behind. */
async function endOldSession(office: Office, key: string): Promise<void> {
  const old: SignedIn | undefined = await office.identify(key, '')
  if (old !== undefined) await office.signOut(old.actor, old.sessionId)
}

function isRefusal(error: unknown): error is CatalogError {
  return error instanceof CatalogError && (error.code === 'sign-in-failed' || error.code === 'sign-in-wait')
}

/** Only pages of the office: no way to send somebody elsewhere. */
function safeBack(back: unknown): string {
  return typeof back === 'string' && /^\/office(?:[/?#]|$)/.test(back) && !back.includes('\\') ? back : '/office'
}

/** The fields of a form that were posted once. */
function textsOf(body: unknown): Partial<Record<string, string>> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'))
}
