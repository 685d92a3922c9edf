import { NotFoundError } from '../domain/catalog-error.ts'
import { findHeirs } from '../domain/decisions/lineage.ts'
import { isGone } from '../domain/decisions/standing.ts'
import { ItemGoneError } from '../domain/item-gone-error.ts'
import type { Stored } from '../ports/catalog-store.ts'
import type { Day } from '../schema/types.ts'
import { nameAgency, nameDecision, nameRegions, relateItems } from './answer-names.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import { bodyOn, type ItemOnDay } from './day-view.ts'
import type { AsOf, ItemDetail } from './use-cases.ts'

/** The stored item of a code. @throws NotFoundError */
export function storedItem(catalogue: Catalogue, code: string): Stored<'item'> {
  const stored = catalogue.items.get(code)
  if (stored === undefined) throw new NotFoundError('item', code)
  return stored
}

/** The item of a code on a day. @throws NotFoundError */
export function itemOn(catalogue: Catalogue, code: string, day: Day): ItemOnDay {
  const found = catalogue.on(day).find(code)
  if (found === undefined) throw new NotFoundError('item', code)
  return found
}

/** One item as it is on a day (absent: today), with what the catalogue adds; in every state. */
export function createGetItem(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async (code: string, { asOf = today() }: AsOf = {}): Promise<ItemDetail> =>
    detailOf(await currentCatalogue(), code, asOf)
}

/** The same, but an item that is gone on the day is refused. @throws NotFoundError, ItemGoneError */
export function createGetItemUnlessGone(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async (code: string, { asOf = today() }: AsOf = {}): Promise<ItemDetail> => {
    const catalogue = await currentCatalogue()
    refuseGone(catalogue, code, asOf)
    return detailOf(catalogue, code, asOf)
  }
}

/** @throws NotFoundError, ItemGoneError when the item was in the catalogue and is no more on the day. */
export function refuseGone(catalogue: Catalogue, code: string, day: Day): void {
  const { standing } = itemOn(catalogue, code, day)
  if (!isGone(standing)) return
  const { standings } = catalogue.on(day)
  const heirs = findHeirs(standings, code).map((heir) => heir.code)
  throw new ItemGoneError({
    code,
    name: standing.name,
    asOf: day,
    state: standing.state,
    since: standing.since,
    decision: nameDecision(catalogue, standing.decision),
    successors: standing.successors,
    successorItems: relateItems(catalogue, [...new Set([...standing.successors, ...heirs])], day),
    receivers: nameRegions(catalogue, standing.receivers),
  })
}

function detailOf(catalogue: Catalogue, code: string, asOf: Day): ItemDetail {
  const found = itemOn(catalogue, code, asOf)
  const { revision, updatedAt } = storedItem(catalogue, code)
  const { state, since, decision, kept, receivers, receivedAs, suspendedUntil, predecessors, successors } =
    found.standing
  return {
    ...bodyOn(found),
    agencyName: nameAgency(catalogue, found.standing.agency),
    state,
    revision,
    updatedAt,
    predecessors: [...predecessors],
    successors: [...successors],
    asOf,
    since,
    decision: nameDecision(catalogue, decision),
    kept,
    receivers: nameRegions(catalogue, receivers),
    receivedAs,
    suspendedUntil,
    predecessorItems: relateItems(catalogue, predecessors, asOf),
    successorItems: relateItems(catalogue, successors, asOf),
  }
}
