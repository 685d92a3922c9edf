import type { ApprovalItem } from '../../schema/types.ts'
import type { ItemState } from '../labels.ts'

/** An item and its state on the day of the question. */
export interface StandingItem {
  item: ApprovalItem
  state: ItemState
}

/** What the rules ask of all items at once; built once for a catalogue and a day. */
export interface CatalogueIndex {
  /** By code. */
  items: ReadonlyMap<string, StandingItem>
}

/** An index of the items, in the order given. */
export function indexCatalogue(standing: Iterable<StandingItem>): CatalogueIndex {
  const items = new Map<string, StandingItem>()
  for (const one of standing) items.set(one.item.code, one)
  return { items }
}
