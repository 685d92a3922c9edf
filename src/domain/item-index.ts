import type { Agency, ApprovalItem } from '../schema/types.ts'

/** What the store filters, sorts and counts items by. */
export interface ItemIndex {
  agency: string
  type: string
  state: string
  audience: readonly string[]
  theme: readonly string[]
  /** Position of the agency in the official order, then the code; to be compared byte by byte. */
  sortKey: string
}

/** What an item says of itself in short: all that is needed to file it. */
export type ItemHead = Pick<
  ApprovalItem,
  'agency' | 'audiences' | 'catalogCode' | 'code' | 'implementationCode' | 'themes' | 'type'
>

/** The head of an item. */
export function headOf({ agency, audiences, catalogCode, code, implementationCode, themes, type }: ItemHead): ItemHead {
  return { agency, audiences, catalogCode, code, implementationCode, themes, type }
}

/** Position of each agency in the official order, by code. */
export type AgencyOrder = ReadonlyMap<string, number>

export function orderAgencies(agencies: readonly Agency[]): AgencyOrder {
  return new Map(agencies.map(({ code }, index) => [code, index]))
}

/**
 * The index entry of an item as its file has it. An agency that is not in the order sorts behind all others.
 *
 * The store knows nothing of decisions: to it every item is active. What an item is on a day is told by the chronicle.
 */
export function indexItem(item: ItemHead, order: AgencyOrder): ItemIndex {
  return {
    agency: item.agency,
    type: item.type,
    state: 'active',
    audience: item.audiences,
    theme: item.themes,
    sortKey: sortKeyOf(item, order),
  }
}

/** Four places are more than any city has agencies. */
export function sortKeyOf({ agency, code }: Pick<ItemHead, 'agency' | 'code'>, order: AgencyOrder): string {
  return `${String(order.get(agency) ?? 9999).padStart(4, '0')}-${code}`
}
