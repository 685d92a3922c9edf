import type { Chronicle } from '../domain/decisions/chronicle.ts'
import type { SearchableItem } from '../ports/item-search.ts'
import type { Agency, ApprovalItem } from '../schema/types.ts'

interface Context {
  agencies: ReadonlyMap<string, Agency>
  chronicle: Chronicle
}

/** What the search is told of an item: its last name, and every other one that it had, so that it does not depend on the day. */
export function searchableItem(item: ApprovalItem, { agencies, chronicle }: Context): SearchableItem {
  const { guide } = item
  const life = chronicle.lifeOf(item.code).flatMap(({ before, after }) => [before, after])
  const last = life.at(-1) ?? item
  const others = new Set([item.name, ...life.map(({ name }) => name)])
  others.delete(last.name)
  const owners = new Set([last.agency, item.agency, ...life.map(({ agency }) => agency)])
  return {
    code: item.code,
    name: last.name,
    aliases: [...item.aliases, ...others],
    keywords: item.keywords,
    agencyNames: [...owners].flatMap((code) => namesOf(agencies.get(code))),
    materials: guide?.materials.map(({ name }) => name) ?? [],
    text: [...item.themes, ...(guide?.results.map(({ name }) => name) ?? []), guide?.scope ?? ''],
  }
}

function namesOf(agency: Agency | undefined): string[] {
  return agency === undefined ? [] : [agency.name, agency.shortName].filter((name) => name !== null)
}
