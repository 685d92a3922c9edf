import type { SearchableItem } from '../ports/item-search.ts'
import type { Agency, ApprovalItem } from '../schema/types.ts'

/** What the search is told of an item. */
export function searchableItem(item: ApprovalItem, agencies: ReadonlyMap<string, Agency>): SearchableItem {
  const { guide } = item
  const agency = agencies.get(item.agency)
  return {
    code: item.code,
    name: item.name,
    aliases: item.aliases,
    keywords: item.keywords,
    agencyNames: [agency?.name, agency?.shortName].filter((name) => name !== undefined && name !== null),
    materials: guide?.materials.map(({ name }) => name) ?? [],
    text: [...item.themes, ...(guide?.results.map(({ name }) => name) ?? []), guide?.scope ?? ''],
  }
}
