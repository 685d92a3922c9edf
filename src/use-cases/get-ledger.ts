import { CatalogError } from '../domain/catalog-error.ts'
import { compareDays } from '../domain/decisions/compare-days.ts'
import { countOnDay } from '../domain/decisions/count-on-day.ts'
import { drawLedger } from '../domain/decisions/ledger.ts'
import type { Day } from '../schema/types.ts'
import { nameAgency, nameDecision } from './answer-names.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import { namesOf } from './get-life.ts'
import type { AsOf, DifferenceAnswer, LedgerAnswer, StateAnswer } from './use-cases.ts'

/** The ledger of active items over a span of days. @throws CatalogError `invalid-date-range`. */
export function createGetLedger(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async (query: { from?: Day; to?: Day }): Promise<LedgerAnswer> => {
    const to = query.to ?? today()
    const from = query.from ?? `${to.slice(0, 4)}-01-01`
    refuseReversed(from, to)
    const catalogue = await currentCatalogue()
    return drawLedger(catalogue.chronicle(), { from, to, agencies: catalogue.agencies.values() })
  }
}

/** The state of every item on a day (absent: today), in the order of the codes. */
export function createGetState(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async ({ asOf = today() }: AsOf = {}): Promise<StateAnswer> => {
    const catalogue = await currentCatalogue()
    const items = [...catalogue.on(asOf).standings.values()].map(
      ({ code, name, agency, type, state, successors, decision }) => ({
        code,
        name,
        agency,
        type,
        state,
        successors,
        decision,
      }),
    )
    return { asOf, items }
  }
}

/** Every item that differs between the ends of two days, and the decisions behind it. @throws CatalogError `invalid-date-range`. */
export function createGetDifference(currentCatalogue: CurrentCatalogue) {
  return async ({ from, to }: { from: Day; to: Day }): Promise<DifferenceAnswer> => {
    refuseReversed(from, to)
    const catalogue = await currentCatalogue()
    const chronicle = catalogue.chronicle()
    const items = compareDays(chronicle, from, to).map(({ code, before, after, events }) => ({
      code,
      before,
      after,
      agencyNames: { before: nameAgency(catalogue, before.agency), after: nameAgency(catalogue, after.agency) },
      decisions: [...new Set(events.map(({ decision }) => decision))].map((id) => nameDecision(catalogue, id)),
      events,
      names: namesOf({ day: to, before, after }, catalogue),
    }))
    return { from, to, before: countOnDay(chronicle, from), after: countOnDay(chronicle, to), items }
  }
}

function refuseReversed(from: Day, to: Day): void {
  if (from > to) throw new CatalogError('invalid-date-range', { from, to })
}
