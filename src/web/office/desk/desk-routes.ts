import type { Response } from 'express'
import { renderToString } from 'preact-render-to-string'
import { DeskPage } from '../../../../views/office/desk/desk-page.tsx'
import { plannedWords } from '../../../../views/office/desk/desk-table.tsx'
import { PlanTotals } from '../../../../views/office/desk/plan-totals.tsx'
import { InputRefusedError, type Violation } from '../../../domain/catalog-error.ts'
import { gainOrders } from '../../../domain/compression-desk.ts'
import { writeDuration } from '../../../domain/durations.ts'
import type { Office } from '../../../use-cases/office/create-office.ts'
import type { Desk, DeskQuery } from '../../../use-cases/office/desk/compression-desk.ts'
import type { PlanOutcome } from '../../../use-cases/office/desk/save-plan.ts'
import type { UseCases } from '../../../use-cases/use-cases.ts'
import { sendPage } from '../../public/page-frame.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { postedValues } from '../posted-values.ts'

interface Shown {
  typed?: ReadonlyMap<string, string>
  violations?: readonly Violation[]
  outcomes?: readonly PlanOutcome[]
}

/** /office/desk: promises over their target, and plans for shorter ones. */
export function deskRoutes(office: Office, useCases: UseCases): OfficeRoute[] {
  const show = async (
    request: OfficeRequest,
    res: Response,
    { typed = new Map(), outcomes, ...refused }: Shown = {},
  ) => {
    const query = queryOf(request)
    const [frame, desk, agencies] = await Promise.all([
      request.frame(),
      office.getDesk(request.actor, query, typed),
      useCases.listAgencies(),
    ])
    const violations = refused.violations ?? desk.violations
    const page = DeskPage({
      frame,
      desk,
      order: query.order,
      agencies,
      typed,
      violations,
      ...(outcomes && { outcomes }),
    })
    sendPage(res, page, violations.length > 0 ? 400 : 200)
  }
  return [
    { method: 'get', path: '/desk', action: 'desk.view', handle: (request, res) => show(request, res) },
    {
      method: 'post',
      path: '/desk/try',
      action: 'desk.view',
      async handle(request, res) {
        const typed = promisesOf(request)
        if (request.req.accepts(['html', 'json']) === 'json') {
          return answerNumbers(res, await office.getDesk(request.actor, queryOf(request), typed))
        }
        const asked = request.field('do')
        if (asked.startsWith('longest')) {
          const { rows } = await office.getDesk(request.actor, queryOf(request))
          fillLongest(typed, rows, asked)
        }
        await show(request, res, { typed })
      },
    },
    {
      method: 'post',
      path: '/desk/save',
      action: 'desk.save',
      async handle(request, res) {
        const typed = promisesOf(request)
        try {
          const outcomes = await office.savePlan(request.actor, queryOf(request), typed)
          await show(request, res, { typed, outcomes })
        } catch (error) {
          if (!(error instanceof InputRefusedError)) throw error
          await show(request, res, { typed, violations: error.violations })
        }
      },
    },
  ]
}

function queryOf({ req }: OfficeRequest): DeskQuery {
  const { agency, order } = req.query
  return {
    order: gainOrders.find((known) => known === order) ?? 'least',
    ...(typeof agency === 'string' && agency !== '' ? { agency } : {}),
  }
}

/** What was typed for each item; the fields are called `/promise/<code>`. */
function promisesOf({ req }: OfficeRequest): Map<string, string> {
  const prefix = '/promise/'
  return new Map(
    [...postedValues(req)]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, texts]) => [name.slice(prefix.length), texts[0] ?? '']),
  )
}

/** Puts the longest promise that meets the target in the place of one, or of all. */
function fillLongest(typed: Map<string, string>, rows: Desk['rows'], asked: string): void {
  for (const { code, longest } of rows) {
    if (asked === 'longest' || asked === `longest-${code}`) typed.set(code, writeDuration(longest))
  }
}

/** The numbers for the script of the page. */
function answerNumbers(res: Response, desk: Desk): void {
  const { totals, city, rows, violations } = desk
  res.json({
    totals,
    city,
    rows: rows.map((row) => ({ code: row.code, isMet: row.isPlannedMet, words: plannedWords(row) })),
    violations,
    html: renderToString(PlanTotals({ desk })),
  })
}
