import { type Request, type RequestHandler, type Response, Router } from 'express'
import { CatalogError, InputRefusedError, NotFoundError } from '../../domain/catalog-error.ts'
import { readDuration } from '../../domain/durations.ts'
import { labels } from '../../domain/labels.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import type { AsOf, ItemListQuery, UseCases } from '../../use-cases/use-cases.ts'
import { limitRate } from '../limit-rate.ts'
import { problemForStatus } from '../problems.ts'
import { sendProblem } from '../send-problem.ts'
import { type Answer, addDecisionRoutes } from './decision-routes.ts'
import { docsPage } from './docs-page.tsx'
import { draftRoutes } from './draft-routes.ts'
import { addEditionRoutes } from './edition-routes.ts'
import { itemWriteRoute } from './item-write-route.ts'
import { addMachineRoutes, jsonBody, type MachineRoute } from './machine-route.ts'
import { openApiDocument } from './openapi.ts'
import { day, oneOf, readQuery, required, text, wholeNumber } from './read-query.ts'

const listChecks = {
  q: text(200),
  agency: text(100),
  type: oneOf(Object.keys(labels.type)),
  state: oneOf(Object.keys(labels.state)),
  audience: oneOf(Object.keys(labels.audience)),
  theme: text(100),
  page: wholeNumber(1, 1_000_000),
  pageSize: wholeNumber(1, 100),
  asOf: day,
}

/** Largest amount of a limit that is counted on request; 10,000 working days are forty years. */
const longestLimit = 10_000

/** Checks that one address may ask for: ten a second, for a minute. */
const mostChecks = { most: 600, span: 60 }

/** The JSON interface under /api/v1 (contract §3). Without an office there is nothing to write. */
export function apiRoutes(useCases: UseCases, office?: Office): Router {
  const router = Router({ caseSensitive: true })
  const machineRoutes = office === undefined ? [] : [...draftRoutes(office, useCases), itemWriteRoute(office, useCases)]
  if (office !== undefined) addMachineRoutes(router, office, machineRoutes)
  /** The methods of an address that only tokens reach are told as well. */
  const allowOf = (path: string, open: string) =>
    [open, ...machineRoutes.flatMap((route) => (route.path === path ? [allowed(route.method)] : []))]
      .filter((method) => method !== '')
      .join(', ')
  const get = (path: string, answer: Answer) =>
    router
      .route(path)
      .get(async (req, res) => {
        const body = await answer(req, res)
        if (!res.headersSent) res.json(body)
      })
      .all(refuseMethod(allowOf(path, 'GET, HEAD')))
  const plain = (path: string, answer: (code: string) => Promise<unknown>) =>
    get(path, (req) => {
      readQuery(req.query, {})
      return answer(String(req.params.code))
    })

  const onDay = (path: string, answer: (code: string, query: AsOf) => Promise<unknown>) =>
    get(path, (req) => answer(String(req.params.code), readQuery(req.query, { asOf: day })))

  get('/items', async (req) => useCases.listItems(await readListQuery(req, useCases)))
  onDay('/items/:code', (code, query) => useCases.getItemUnlessGone(code, query))
  onDay('/items/:code/guide', (code, query) => useCases.getGuide(code, query))
  plain('/items/:code/history', async (code) => ({ data: await useCases.getHistory(code) }))
  plain('/items/:code/findings', async (code) => ({ findings: await useCases.findFindings(code) }))
  get('/items/:code/flowchart.svg', (req, res) => sendPicture(useCases, req, res))
  get('/items/:code/flowchart.mmd', (req, res) => sendSource(useCases, req, res))
  get('/items/:code/due', (req) => {
    const query = readQuery(req.query, { from: day })
    return useCases.getItemDue(String(req.params.code), required(query, 'from'))
  })
  get('/due', async (req) => readDue(req, useCases))
  get('/agencies', async (req) => ({ data: await useCases.listAgencies(readQuery(req.query, { asOf: day })) }))
  onDay('/agencies/:code', (code, query) => useCases.getAgency(code, query))
  get('/compression', async (req) => {
    const query = readQuery(req.query, { agency: text(100), asOf: day })
    if (query.agency !== undefined) await checkAgency(useCases, query.agency)
    return useCases.measureCompression(query)
  })
  get('/findings', async (req) => useCases.reportFindings(readQuery(req.query, { agency: text(100), asOf: day })))
  get('/laws', async (req) => ({ data: await useCases.listLaws(readQuery(req.query, { asOf: day })) }))
  get('/laws/:title', (req) => useCases.getLaw(String(req.params.title), readQuery(req.query, { asOf: day })))
  addDecisionRoutes(get, useCases)
  addEditionRoutes(get, useCases)
  get('/suggest', async (req) => {
    const query = readQuery(req.query, { q: text(200) })
    return { data: await useCases.suggest(required(query, 'q')) }
  })
  const description = openApiDocument()
  get('/openapi.json', async (req) => {
    readQuery(req.query, {})
    return description
  })
  get('/docs', async (req, res) => {
    readQuery(req.query, {})
    res.type('html').send(docsPage())
  })
  router
    .route('/checks')
    .post(limitRate(mostChecks), ...jsonBody, async (req, res) => {
      const { draft } = readQuery(req.query, { draft: oneOf(['true', 'false']) })
      res.json(
        draft === 'true' ? await useCases.checkDraft(req.body) : { findings: await useCases.checkPosted(req.body) },
      )
    })
    .all(refuseMethod('POST'))
  for (const path of new Set(machineRoutes.map((route) => route.path))) {
    router.all(path, refuseMethod(allowOf(path, '')))
  }
  router.use((_req, res) => sendProblem(res, problemForStatus(404)))
  return router
}

/** Whoever may GET may ask for the head alone. */
const allowed = (method: MachineRoute['method']) => (method === 'get' ? 'GET, HEAD' : method.toUpperCase())

function refuseMethod(allow: string): RequestHandler {
  return (_req, res) => {
    res.setHeader('Allow', allow)
    sendProblem(res, problemForStatus(405))
  }
}

async function readListQuery(req: Request, useCases: UseCases): Promise<ItemListQuery> {
  const { q, page, pageSize, asOf, ...filters } = readQuery(req.query, listChecks)
  if (filters.agency !== undefined) await checkAgency(useCases, filters.agency)
  if (filters.theme !== undefined) await checkTheme(useCases, filters.theme, asOf === undefined ? {} : { asOf })
  return {
    ...(q === undefined ? {} : { q }),
    ...(asOf === undefined ? {} : { asOf }),
    filters,
    page: Number(page ?? 1),
    pageSize: Number(pageSize ?? 20),
  }
}

/** A mistyped agency is an error of the request, not an empty answer. @throws InputRefusedError */
async function checkAgency(useCases: UseCases, code: string): Promise<void> {
  try {
    await useCases.getAgency(code)
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    const message = `没有代码为“${code}”的部门。`
    throw new InputRefusedError([{ pointer: 'agency', rule: 'unknown-agency', message }])
  }
}

/** A theme is one that the policy offers or that an item has. @throws InputRefusedError */
async function checkTheme(useCases: UseCases, theme: string, query: AsOf): Promise<void> {
  const { policy, themes } = await useCases.overview(query)
  const known = new Set([...policy.themes, ...themes.map(({ value }) => value)])
  if (known.has(theme)) return
  const message = `没有“${theme}”这个主题，请填以下之一：${[...known].join('、')}。`
  throw new InputRefusedError([{ pointer: 'theme', rule: 'unknown-theme', message }])
}

async function readDue(req: Request, useCases: UseCases): Promise<unknown> {
  const query = readQuery(req.query, { from: day, limit: text(100) })
  const [from, limit] = [required(query, 'from'), required(query, 'limit')]
  try {
    checkLength(limit)
    return useCases.getDueDay({ from, limit })
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'unreadable-duration') throw error
    const message = `读不懂时限“${limit}”，请写成“20个工作日”“3个月”或“当场”。`
    throw new InputRefusedError([{ pointer: 'limit', rule: 'unreadable-duration', message }])
  }
}

/** Counting day by day takes time and the answer names every day skipped. @throws InputRefusedError, CatalogError `unreadable-duration` */
function checkLength(limit: string): void {
  if ((readDuration(limit)?.amount ?? 0) <= longestLimit) return
  const message = `时限太长了，请不要超过 ${longestLimit}。`
  throw new InputRefusedError([{ pointer: 'limit', rule: 'limit-too-long', message }])
}

async function sendPicture(useCases: UseCases, req: Request, res: Response): Promise<void> {
  readQuery(req.query, {})
  const svg = await useCases.renderFlowchart(String(req.params.code))
  res.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  res.type('image/svg+xml').send(svg)
}

async function sendSource(useCases: UseCases, req: Request, res: Response): Promise<void> {
  readQuery(req.query, {})
  const code = String(req.params.code)
  const { source } = await useCases.getFlowchart(code)
  if (source === '') throw new NotFoundError('flowchart', code)
  res.type('text/plain; charset=utf-8').send(source)
}
