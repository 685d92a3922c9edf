import type { RequestListener } from 'node:http'
import type { Logger } from 'pino'
import { inTime } from '../use-cases/in-time.ts'
import type { Office } from '../use-cases/office/create-office.ts'
import type { UseCases } from '../use-cases/use-cases.ts'
import { createApp } from './create-app.ts'
import { type FinishedAnswers, serveFinishedAnswers } from './finished/serve-finished-answers.ts'
import { figure, type MetricFamily, RequestFigures } from './operation/metrics.ts'
import { observeRequests } from './operation/observe-requests.ts'
import { answerOperations } from './operation/operation-answers.ts'
import { createProcessFigures } from './operation/process-figures.ts'

export interface SiteParts {
  useCases: UseCases
  office?: Office
  trustedProxies?: number
  log: Logger
  /** Whether the service has been told to stop. */
  isStopping(): boolean
  /** Figures of every process of the service; absent: this one is the service. */
  gatherMetrics?(): Promise<MetricFamily[]>
  /** Tells the other processes that the catalogue may have changed. */
  tellOthers?(): void
}

export interface Site {
  handler: RequestListener
  /** Figures of this process. */
  metrics(): Promise<MetricFamily[]>
  /** Asks for the catalogue's revision before the next answer. */
  lookAgain(): void
}

/** Everything that one process answers: operation first, then finished answers, then the application. */
export function createSite({ isStopping, gatherMetrics, tellOthers = () => {}, ...parts }: SiteParts): Site {
  const { useCases, log } = parts
  const figures = new RequestFigures()
  const processFigures = createProcessFigures()
  const answers = serveFinishedAnswers(createApp(parts), useCases, { changed: tellOthers })
  const metrics = async () => [
    ...figures.families(),
    ...answerFigures(answers),
    await revisionFigure(useCases),
    ...processFigures(),
  ]
  const operated = answerOperations(answers.handler, { useCases, isStopping, gatherMetrics: gatherMetrics ?? metrics })
  return { handler: observeRequests(operated, { figures, log }), metrics, lookAgain: answers.lookAgain }
}

function answerFigures(answers: FinishedAnswers): MetricFamily[] {
  const { given, made, bytes, count } = answers.figures()
  return [
    figure('banshi_answers_given_total', 'counter', 'Answers given out of memory.', given),
    figure('banshi_answers_made_total', 'counter', 'Answers that the application had to make.', made),
    figure('banshi_answers_kept', 'gauge', 'Answers in memory.', count),
    figure('banshi_answers_kept_bytes', 'gauge', 'Memory that they take.', bytes),
  ]
}

/** Longest wait for the store before its figure is given up, in milliseconds. */
const patience = 2_000

/** −1: the store cannot be asked. */
async function revisionFigure({ catalogueRevision }: UseCases): Promise<MetricFamily> {
  const revision = await inTime(catalogueRevision(), patience).catch(() => -1)
  return figure(
    'banshi_catalogue_revision',
    'gauge',
    'Revision of the catalogue in the store; -1: not reachable.',
    revision,
  )
}
