import type { Day } from '../schema/types.ts'
import { CatalogError } from './catalog-error.ts'
import type { ItemState } from './labels.ts'

/** What is known of an item that is gone on the day asked for. */
export interface GoneItem {
  code: string
  /** Its last name. */
  name: string
  asOf: Day
  /** `cancelled`, `delegated`, `merged`, `split` or `internal`. */
  state: ItemState
  /** First day on which it was gone. */
  since: Day | null
  /** The decision that ended it. */
  decision: { id: string; title: string; documentNumber: string | null } | null
  /** Codes of the items it went into directly. */
  successors: readonly string[]
  /** Those items, and the ones in which it lives on at the end of the line. */
  successorItems: readonly { code: string; name: string; agencyName: string; state: ItemState }[]
  /** Regions that received it. */
  receivers: readonly { code: string; name: string }[]
}

/** An item was in the catalogue and is no more on the day asked for. */
export class ItemGoneError extends CatalogError {
  readonly gone: GoneItem

  constructor(gone: GoneItem) {
    super('item-gone', { code: gone.code, name: gone.name, state: gone.state, since: gone.since })
    this.gone = gone
  }
}
