import type { Chronicle } from '../domain/decisions/chronicle.ts'
import type { SearchableItem } from '../ports/item-search.ts'
import type { Agency, ApprovalItem, Day } from '../schema/types.ts'

interface Context {
  agencies: ReadonlyMap<string, Agency>
  chronicle: Chronicle
  day: Day
}

/** What the search is told of an item: its name of the day, and every other one that it had or is to have. */
export function searchableItem(item: ApprovalItem, { agencies, chronicle, day }: Context): SearchableItem {
  const { guide } = item
  const now = chronicle.standingOn(item.code, day) ?? item
  const life = chronicle.lifeOf(item.code).flatMap(({ before, after }) => [before, after])
  const others = new Set([item.name, ...life.map(({ name }) => name)])
  others.delete(now.name)
  const owners = [...new Set([now.agency, item.agency, ...life.map(({ agency }) => agency)])]
  return {
    code: item.code,
    name: now.name,
    aliases: [...item.aliases, ...others],
    keywords: item.keywords,
    agencyNames: owners.flatMap((code) => namesOf(agencies.get(code))),
    materials: guide?.materials.map(({ name }) => name) ?? [],
    text: [...item.themes, ...(guide?.results.map(({ name }) => name) ?? []), guide?.scope ?? ''],
  }
}

function namesOf(agency: Agency | undefined): string[] {
  return agency === undefined ? [] : [agency.name, agency.shortName].filter((name) => name !== null)
}
