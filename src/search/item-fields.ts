import type { SearchableItem } from '../ports/item-search.ts'

/** How much a field says about an item. */
export const boost = { name: 10, aliases: 6, keywords: 4, agency: 3, materials: 1.5, text: 1 } as const
export type Field = keyof typeof boost

/** Fields short enough to be cut into words by dictionary as well. */
export const shortFields: ReadonlySet<string> = new Set<Field>(['name', 'aliases', 'keywords', 'agency'])

/** What a field of an item says, a line for each text. */
export function fieldText(item: SearchableItem, field: Field): string {
  if (field === 'name') return item.name
  return (field === 'agency' ? item.agencyNames : item[field]).join('\n')
}
