import { NotFoundError } from '../domain/catalog-error.ts'
import { stateOf } from '../domain/item-state.ts'
import type { Stored } from '../ports/catalog-store.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import type { ItemDetail } from './use-cases.ts'

/** The stored item of a code. @throws NotFoundError */
export function storedItem(catalogue: Catalogue, code: string): Stored<'item'> {
  const stored = catalogue.items.get(code)
  if (stored === undefined) throw new NotFoundError('item', code)
  return stored
}

/** One item with what the catalogue adds. Nothing precedes or follows an item until decisions are applied. */
export function createGetItem(currentCatalogue: CurrentCatalogue) {
  return async (code: string): Promise<ItemDetail> => {
    const catalogue = await currentCatalogue()
    const { body, revision, updatedAt } = storedItem(catalogue, code)
    return {
      ...body,
      agencyName: catalogue.agencies.get(body.agency)?.name ?? body.agency,
      state: stateOf(body),
      revision,
      updatedAt,
      predecessors: [],
      successors: [],
    }
  }
}
