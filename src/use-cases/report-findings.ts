import { NotFoundError } from '../domain/catalog-error.ts'
import { countFindings, rankRules } from '../domain/count-findings.ts'
import type { Finding } from '../domain/finding.ts'
import { groupBy } from '../domain/group-by.ts'
import type { Day } from '../schema/types.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import type { FindingsQuery, FindingsReport, UseCases } from './use-cases.ts'

interface Parts {
  checkCatalogue: UseCases['checkCatalogue']
  today: () => Day
}

/** How many rules are named as the commonest. */
const commonest = 10
/** How many earlier days are counted beside the day of the question. */
const earlierDays = 5

/**
 * What the rules find in a catalogue, by agency and rule, and how it was at the end of the last years in which a decision took effect.
 *
 * The present guides are judged by the items and the rules of each day: what an earlier edition of a guide said is not looked into.
 * @throws NotFoundError for an unknown agency, CatalogError `empty-catalogue`.
 */
export function createReportFindings(currentCatalogue: CurrentCatalogue, { checkCatalogue, today }: Parts) {
  const findingsOn = keepFindings(checkCatalogue)
  return async ({ asOf = today(), agency, overYears = true }: FindingsQuery = {}): Promise<FindingsReport> => {
    const catalogue = await currentCatalogue()
    if (agency !== undefined && !catalogue.agencies.has(agency)) throw new NotFoundError('agency', agency)
    const all = await findingsOn(catalogue, asOf)
    const byAgency = groupBy(all, ({ subject }) => agencyOf(catalogue, asOf, subject))
    const own = agency === undefined ? all : (byAgency.get(agency) ?? [])
    const overTime = []
    for (const on of [...(overYears ? yearEnds(catalogue, asOf) : []), asOf]) {
      const found = await findingsOn(catalogue, on)
      const meant =
        agency === undefined ? found : found.filter((one) => agencyOf(catalogue, on, one.subject) === agency)
      overTime.push({ on, counts: countFindings(meant) })
    }
    return {
      asOf,
      counts: countFindings(own),
      agencies: [...catalogue.agencies.values()].flatMap(({ code, name }) => {
        const found = byAgency.get(code)
        return found === undefined ? [] : [{ code, name, counts: countFindings(found) }]
      }),
      commonest: rankRules(own).slice(0, commonest),
      overTime,
      findings: agency === undefined ? null : own.map((found) => ({ ...found, name: nameOf(catalogue, asOf, found) })),
    }
  }
}

/** Keeps what was found on the days asked for, as long as the catalogue stays; other work goes on between two days. */
function keepFindings(checkCatalogue: UseCases['checkCatalogue']) {
  const kept = new WeakMap<Catalogue, Map<Day, Promise<readonly Finding[]>>>()
  return async (catalogue: Catalogue, asOf: Day): Promise<readonly Finding[]> => {
    const byDay = kept.get(catalogue) ?? new Map<Day, Promise<readonly Finding[]>>()
    kept.set(catalogue, byDay)
    const found = byDay.get(asOf) ?? rest().then(() => checkCatalogue({ asOf }))
    if (byDay.size > 2 * earlierDays) byDay.clear()
    byDay.set(asOf, found)
    found.catch(() => byDay.delete(asOf))
    return found
  }
}

/** Lets waiting requests be answered. */
function rest(): Promise<void> {
  return new Promise((done) => setTimeout(done))
}

/** The agency of an item, or the agency itself; decisions are the city's. */
function agencyOf(catalogue: Catalogue, day: Day, subject: string): string | undefined {
  return catalogue.agencies.has(subject) ? subject : catalogue.on(day).standings.get(subject)?.agency
}

function nameOf(catalogue: Catalogue, day: Day, { subject }: Finding): string {
  return catalogue.on(day).standings.get(subject)?.name ?? catalogue.agencies.get(subject)?.name ?? subject
}

/** The last days of the years in which decisions took effect, oldest first, before a day. */
function yearEnds(catalogue: Catalogue, before: Day): Day[] {
  const years = new Set(catalogue.chronicle().events.map(({ day }) => `${day.slice(0, 4)}-12-31`))
  return [...years].filter((end) => end < before).slice(-earlierDays)
}
