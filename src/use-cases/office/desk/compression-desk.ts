import { NotFoundError, type Violation } from '../../../domain/catalog-error.ts'
import { type CompressionTotals, measureCompression } from '../../../domain/compression.ts'
import {
  compareGains,
  type GainOrder,
  type PromiseGain,
  weighPromise,
  withPromises,
} from '../../../domain/compression-desk.ts'
import { isOpen } from '../../../domain/office/edition.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import type { ApprovalItem, Duration } from '../../../schema/types.ts'
import { nameAgency } from '../../answer-names.ts'
import type { Catalogue } from '../../current-catalogue.ts'
import { bodyOn } from '../../day-view.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import { type PromisePlan, readPlan, type TypedPromises } from './read-plan.ts'

export interface DeskQuery {
  /** Code of the one agency; absent: all that the actor may see. */
  agency?: string
  order: GainOrder
}

/** A promise on the desk. */
export interface DeskRow extends Pick<PromiseGain, 'daysOff' | 'overTarget' | 'isMet' | 'longest'> {
  code: string
  name: string
  agency: string
  agencyName: string
  statutory: Duration
  promised: Duration
  /** The promise of the plan; the item's own where the plan says nothing. */
  planned: Duration
  /** Whether the planned promise meets the target. */
  isPlannedMet: boolean
  /** Id of the edition that is being worked on; `null`: none. */
  edition: string | null
}

/** Totals as they are and as the plan would make them. */
export interface PlanTotals {
  before: CompressionTotals
  after: CompressionTotals
}

export interface Desk {
  agency: string | null
  agencyName: string | null
  target: { numerator: number; denominator: number }
  /** Of the agency, or of the city. */
  totals: PlanTotals
  /** Of the whole city, beside those of one agency. */
  city: PlanTotals | null
  /** Promises over their target. */
  rows: DeskRow[]
  plan: PromisePlan
  /** What was typed and cannot be promised. */
  violations: Violation[]
}

/**
 * What is promised beyond the target, sorted by what would gain most; with a plan, what it would make of the totals. Nothing is stored.
 *
 * @throws NotFoundError for an unknown agency; CatalogError `not-allowed`: another agency's.
 */
export function createGetDesk({ store, clock, currentCatalogue }: CataloguePorts) {
  return async (actor: Actor, query: DeskQuery, typed: TypedPromises = new Map()): Promise<Desk> => {
    const agency = query.agency ?? actor.agency ?? undefined
    refuseUnlessAllowed(actor, 'desk.view', agency === undefined ? {} : { agency })
    const catalogue = await currentCatalogue()
    if (agency !== undefined && !catalogue.agencies.has(agency)) throw new NotFoundError('agency', agency)
    const day = clock.today()
    const measure = createMeasure(catalogue, day)
    const items = catalogue.on(day).items.map(bodyOn)
    const over = listOver(catalogue, day, agency)
    const { plan, violations } = readPlan(over, typed, catalogue.policy())
    const planned = withPromises(items, plan)
    const totalsOf = (of?: string) => ({ before: measure(items, of), after: measure(planned, of) })
    const editions = await store.office.list('edition', agency === undefined ? {} : { agency })
    const open = new Map(editions.filter(({ body }) => isOpen(body)).map(({ id, body }) => [body.item, id]))
    const { numerator, denominator } = catalogue.policy().compression
    return {
      agency: agency ?? null,
      agencyName: agency === undefined ? null : nameAgency(catalogue, agency),
      target: { numerator, denominator },
      totals: totalsOf(agency),
      city: agency === undefined ? null : totalsOf(),
      rows: over
        .map((row) => withPlan(row, plan, { catalogue, day, open }))
        .sort((one, other) => compareGains(query.order, one, other)),
      plan,
      violations,
    }
  }
}

function createMeasure(catalogue: Catalogue, day: string) {
  const { standings } = catalogue.on(day)
  return (items: readonly ApprovalItem[], agency?: string) =>
    measureCompression({
      items,
      stateOf: ({ code }) => standings.get(code)?.state ?? 'planned',
      policy: catalogue.policy(),
      agencies: [...catalogue.agencies.values()],
      asOf: day,
      ...(agency === undefined ? {} : { agency }),
    }).overall
}

type OverTarget = Omit<DeskRow, 'planned' | 'isPlannedMet' | 'edition'>

/** Promises over their target, in official order. */
function listOver(catalogue: Catalogue, day: string, agency: string | undefined): OverTarget[] {
  return catalogue.on(day).items.flatMap((found) => {
    const item = bodyOn(found)
    const { code, name, statutoryTimeLimit: statutory, promisedTimeLimit: promised } = item
    if (statutory === null || promised === null || (agency !== undefined && item.agency !== agency)) return []
    const gain = weighPromise(item, found.standing.state, catalogue.policy())
    if (gain === undefined || gain.isMet) return []
    const agencyName = catalogue.agencies.get(item.agency)?.shortName ?? nameAgency(catalogue, item.agency)
    return [{ ...gain, code, name, agency: item.agency, agencyName, statutory, promised }]
  })
}

function withPlan(
  row: OverTarget,
  plan: PromisePlan,
  { catalogue, day, open }: { catalogue: Catalogue; day: string; open: ReadonlyMap<string, string> },
): DeskRow {
  const planned = plan.get(row.code) ?? row.promised
  const item = catalogue.on(day).find(row.code)
  const gain =
    item === undefined
      ? undefined
      : weighPromise({ ...bodyOn(item), promisedTimeLimit: planned }, item.standing.state, catalogue.policy())
  return { ...row, planned, isPlannedMet: gain?.isMet ?? false, edition: open.get(row.code) ?? null }
}
