import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { CatalogError } from '../../domain/catalog-error.ts'
import { inTime } from '../../use-cases/in-time.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { problemOf } from '../problems.ts'
import { type MetricFamily, writeMetrics } from './metrics.ts'

export interface OperationParts {
  useCases: Pick<UseCases, 'catalogueRevision' | 'listLaws'>
  /** Figures of every process of the service. */
  gatherMetrics(): Promise<MetricFamily[]>
  /** Whether the service has been told to stop. */
  isStopping(): boolean
  /** Longest wait for the store, in milliseconds. */
  patience?: number
}

type Answer = (res: ServerResponse) => Promise<void>

/**
 * Answers those who run the service, ahead of everything else:
 * `/healthz` the process answers · `/readyz` the store can be reached and the catalogue is loaded, 503 otherwise and while stopping ·
 * `/metrics` figures for Prometheus.
 */
export function answerOperations(next: RequestListener, parts: OperationParts): RequestListener {
  const answers = new Map<string, Answer>([
    ['/healthz', async (res) => send(res, 200, 'text/plain; charset=utf-8', 'ok\n')],
    ['/readyz', async (res) => answerReadiness(res, parts)],
    [
      '/metrics',
      async (res) =>
        send(res, 200, 'text/plain; version=0.0.4; charset=utf-8', writeMetrics(await parts.gatherMetrics())),
    ],
  ])
  return (req: IncomingMessage, res: ServerResponse) => {
    const answer = answers.get(req.url ?? '')
    if (answer === undefined || (req.method !== 'GET' && req.method !== 'HEAD')) next(req, res)
    else answer(res).catch((error: unknown) => sendProblem(res, error))
  }
}

async function answerReadiness(res: ServerResponse, parts: OperationParts): Promise<void> {
  if (parts.isStopping()) throw new CatalogError('stopping')
  const catalogueRevision = await inTime(loadedRevision(parts), parts.patience ?? 2_000)
  send(res, 200, 'application/json; charset=utf-8', JSON.stringify({ status: 'ready', catalogueRevision }))
}

/** The revision that is served; the laws stand for the whole catalogue, which is loaded as one. */
async function loadedRevision({ useCases }: OperationParts): Promise<number> {
  const revision = await useCases.catalogueRevision()
  if (revision === 0) throw new CatalogError('empty-catalogue')
  await useCases.listLaws()
  return revision
}

function send(res: ServerResponse, status: number, type: string, body: string): void {
  res.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  res.end(body)
}

function sendProblem(res: ServerResponse, error: unknown): void {
  const problem = problemOf(error)
  send(res, Math.max(problem.status, 500), 'application/problem+json; charset=utf-8', JSON.stringify(problem))
}
