import type { Request, Router } from 'express'
import { DifferencePage } from '../../../views/pages/difference-page.tsx'
import { LedgerPage, type LedgerPageProps } from '../../../views/pages/ledger-page.tsx'
import type { AccountOf } from '../../../views/parts/movements.ts'
import { type AskedSpan, type DatedDecision, datedDecisions } from '../../../views/parts/span-form.tsx'
import { NotFoundError } from '../../domain/catalog-error.ts'
import { dayBefore } from '../../domain/days.ts'
import type { Day } from '../../schema/types.ts'
import type { LedgerAnswer, UseCases } from '../../use-cases/use-cases.ts'
import { followMoves } from './ledger-moves.ts'
import { type createFrames, sendPage } from './page-frame.ts'
import { isSound, readSpan } from './read-days.ts'

/** /ledger and /difference: what happened between two days. Days that cannot be answered are 400, with the form and what is wrong. */
export function addLedgerRoutes(router: Router, useCases: UseCases, frames: ReturnType<typeof createFrames>): void {
  router.get('/ledger', async (req, res) => {
    const decisions = datedDecisions(await useCases.listDecisions())
    const asked = readSpan(req.query, wholeTime(decisions, useCases.today()))
    const shown = isSound(asked) ? await showLedger(useCases, req, asked) : null
    sendPage(res, LedgerPage({ frame: await frames(req), asked, decisions, shown }), shown === null ? 400 : 200)
  })
  router.get('/difference', async (req, res) => {
    const decisions = withEves(datedDecisions(await useCases.listDecisions()))
    const today = useCases.today()
    const asked = readSpan(req.query, {
      from: decisions[0]?.eve ?? dayBefore(today),
      to: decisions[0]?.effectiveOn ?? today,
    })
    const difference = isSound(asked) ? await useCases.getDifference(asked) : null
    const agencies = await useCases.listAgencies()
    const page = DifferencePage({ frame: await frames(req), asked, decisions, agencies, difference })
    sendPage(res, page, difference === null ? 400 : 200)
  })
}

/** Decisions with the eve of the day on which they took effect. */
export function withEves(decisions: readonly DatedDecision[]): (DatedDecision & { eve: Day })[] {
  return decisions.map((decision) => ({ ...decision, eve: dayBefore(decision.effectiveOn) }))
}

/** From the year of the first decision to today: everything that ever happened. */
function wholeTime(decisions: readonly DatedDecision[], today: Day): { from: Day; to: Day } {
  const first = decisions.at(-1)?.effectiveOn ?? today
  return { from: `${first.slice(0, 4)}-01-01`, to: today < first ? first : today }
}

async function showLedger(
  useCases: UseCases,
  req: Request,
  { from, to }: AskedSpan,
): Promise<LedgerPageProps['shown']> {
  const ledger = await useCases.getLedger({ from, to })
  const { account, of } = chooseAccount(ledger, req.query)
  const moves = await followMoves(useCases, { account, of, from, to })
  return { ledger, eve: dayBefore(from), account, of, moves }
}

/** The city's account, or that of the agency or type asked for. @throws NotFoundError when there is none. */
function chooseAccount(ledger: LedgerAnswer, { agency, type }: Request['query']) {
  if (typeof agency === 'string' && agency !== '') {
    const account = ledger.agencies.find(({ code }) => code === agency) ?? refuse('agency', agency)
    const of: AccountOf = { kind: 'agency', code: agency, name: account.name }
    return { account, of }
  }
  if (typeof type === 'string' && type !== '') {
    const account = ledger.types.find((own) => own.type === type) ?? refuse('type', type)
    const of: AccountOf = { kind: 'type', code: type, name: account.label }
    return { account, of }
  }
  const of: AccountOf = { kind: 'city', code: '', name: '全市' }
  return { account: ledger, of }
}

function refuse(kind: string, code: string): never {
  throw new NotFoundError(kind, code)
}
