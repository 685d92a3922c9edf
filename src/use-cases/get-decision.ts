import { checkDecision } from '../domain/decisions/check-decision.ts'
import { type Part, partsOf } from '../domain/decisions/decision-parts.ts'
import { tellOwnEffect } from '../domain/decisions/own-effect.ts'
import type { Action, Standing } from '../domain/decisions/standing.ts'
import { groupBy } from '../domain/group-by.ts'
import { labels } from '../domain/labels.ts'
import type { AdjustmentDecision, Day } from '../schema/types.ts'
import { nameAgency, nameRegions } from './answer-names.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import { answerOf, publicDecision } from './list-decisions.ts'
import type { DecisionDetail, DecisionRow, RowItem } from './use-cases.ts'

/** One public decision with its rows by name, its effect on the numbers and its findings. @throws NotFoundError */
export function createGetDecision(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async (id: string): Promise<DecisionDetail> => {
    const catalogue = await currentCatalogue()
    const stored = publicDecision(catalogue, id)
    return {
      ...answerOf(stored),
      rows: rowsOf(stored.body, catalogue, today()),
      effect: effectOf(stored.body, catalogue),
      findings: checkDecision(stored.body, catalogue.decisionContext()),
    }
  }
}

function effectOf({ id, effectiveOn }: AdjustmentDecision, catalogue: Catalogue): DecisionDetail['effect'] {
  if (effectiveOn === null) return null
  return tellOwnEffect(catalogue.chronicle(), effectiveOn, catalogue.eventsOf(id))
}

/** The rows of a decision with the names behind their codes; `today` stands in where it has no effective day. */
export function rowsOf(decision: AdjustmentDecision, catalogue: Catalogue, today: Day): DecisionRow[] {
  const nameItem = createNameItem(decision, catalogue, today)
  const parts = groupBy(partsOf(decision), ({ row }) => row)
  return decision.actions.map((action, row) => {
    const named = parts.get(row) ?? []
    return {
      row,
      action,
      items: named.filter((part) => !isTarget(part)).map(nameItem),
      into: named.filter(isTarget).map(nameItem),
      receivers: action.action === 'delegate' ? nameRegions(catalogue, action.to).map(({ name }) => name) : [],
      receivingAgency: receivingAgency(action, catalogue),
    }
  })
}

function isTarget({ kind }: Part): boolean {
  return kind === 'mergeIn' || kind === 'splitIn'
}

function receivingAgency(action: Action, catalogue: Catalogue): string | null {
  return action.action === 'transfer' ? nameAgency(catalogue, action.to) : null
}

/** An item as it was just before its row; one that the row brings in, as it came in; where the decision changed nothing, as it is on its day. */
function createNameItem(decision: AdjustmentDecision, catalogue: Catalogue, today: Day): (part: Part) => RowItem {
  const events = new Map(catalogue.eventsOf(decision.id).map((event) => [`${event.row} ${event.code}`, event]))
  const day = decision.effectiveOn ?? today
  return ({ row, code }) => {
    const event = events.get(`${row} ${code}`)
    const before = event?.before.state === 'planned' ? event.after : event?.before
    return rowItem(code, before ?? catalogue.chronicle().standingOn(code, day), catalogue)
  }
}

/** An item as a row of an official table names it, in the standing given. */
export function rowItem(code: string, standing: Standing | undefined, catalogue: Catalogue): RowItem {
  const body = catalogue.items.get(code)?.body
  const { name, agency, type } = standing ?? body ?? { name: code, agency: '', type: 'other-service' as const }
  return {
    code,
    name,
    agency,
    agencyName: nameAgency(catalogue, agency),
    type,
    typeLabel: labels.type[type],
    parentName: catalogue.items.get(body?.parent ?? '')?.body.name ?? null,
    legalBases: body?.legalBases ?? [],
    audiences: body?.audiences ?? [],
    statutoryTimeLimit: body?.statutoryTimeLimit ?? null,
    promisedTimeLimit: body?.promisedTimeLimit ?? null,
    hasFee: body?.guide == null ? null : body.guide.fees.length > 0,
  }
}
