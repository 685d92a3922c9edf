import { fileURLToPath } from 'node:url'
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { CatalogError } from '../domain/catalog-error.ts'
import type { Office } from '../use-cases/office/create-office.ts'
import type { UseCases } from '../use-cases/use-cases.ts'
import { apiRoutes } from './api/api-routes.ts'
import { officeRouter } from './office/office-router.ts'
import { routeOf } from './operation/route-of.ts'
import { type Problem, problemForStatus, problemOf } from './problems.ts'
import { publicRoutes } from './public/public-routes.ts'
import { sendProblem } from './send-problem.ts'
import { strongTag } from './strong-tag.ts'

/** What the web needs. Without `log` it is silent. */
export interface AppParts {
  useCases: UseCases
  /** Absent: there are only the public pages and the open API. */
  office?: Office
  /** How many proxies stand in front, each of which tells whom it asks for. */
  trustedProxies?: number
  log?: Logger
}

const assets = fileURLToPath(new URL('../../views/assets', import.meta.url))

/** The Express application, not listening yet. */
export function createApp({ useCases, office, log, trustedProxies = 0 }: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', strongTag)
  app.set('trust proxy', trustedProxies)
  app.use(securityHeaders)
  app.use('/assets', express.static(assets, { maxAge: '1h', index: false, redirect: false }))
  app.use('/api/v1', apiRoutes(useCases, office))
  if (office !== undefined) app.use('/office', officeRouter({ office, useCases }))
  app.use(publicRoutes({ useCases }))
  app.use((req, res) => answerProblem(req, res, problemForStatus(404)))
  app.use(handleErrors(log))
  return app
}

/** Without those that no browser in use reads: every header costs a finished answer half a per cent of its speed. */
const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
})

function handleErrors(log: Logger | undefined): ErrorRequestHandler {
  return (error, req, res, next) => {
    const problem = problemOf(error)
    const level = error instanceof CatalogError && error.code === 'stopping' ? 'info' : 'error'
    if (problem.status >= 500) log?.[level]({ err: error, route: routeOf(req.originalUrl) }, 'request failed')
    if (res.headersSent) next(error)
    else answerProblem(req, res, problem)
  }
}

/** Browsers get the facts as a page, programs as a problem document. */
function answerProblem(req: Request, res: Response, problem: Problem): void {
  if (req.originalUrl.startsWith('/api/') || req.accepts(['json', 'html']) !== 'html') {
    sendProblem(res, problem)
    return
  }
  res.status(problem.status).setHeader('Cache-Control', 'no-store')
  res.type('html').send(problemPage(problem))
}

function problemPage({ title, detail, violations }: Problem): string {
  const list = violations.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(detail)}</p><ul>${list}</ul><p><a href="/">回到首页</a></p></main></body></html>`
}

function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
