import type { Agency, ApprovalItem } from '../schema/types.ts'
import type { Standing } from './decisions/standing.ts'
import { labels } from './labels.ts'

export interface ValueCount {
  value: string
  count: number
}

/** What an item is listed by: agency, type and state of the day, audiences and themes as stored. */
export interface ListedItem {
  body: Pick<ApprovalItem, 'audiences' | 'themes'>
  standing: Pick<Standing, 'agency' | 'type' | 'state'>
}

export const facets = ['agency', 'type', 'state', 'audience', 'theme'] as const
export type Facet = (typeof facets)[number]

const readers: Readonly<Record<Facet, (item: ListedItem) => readonly string[]>> = {
  agency: ({ standing }) => [standing.agency],
  type: ({ standing }) => [standing.type],
  state: ({ standing }) => [standing.state],
  audience: ({ body }) => body.audiences,
  theme: ({ body }) => body.themes,
}

/** The values of an item in a facet: one, or several. */
export function facetValuesOf(item: ListedItem, facet: Facet): readonly string[] {
  return readers[facet](item)
}

/** How many of the items have each value; the highest count first, then by value. An item counts once for a value, however often it names it. */
export function countFacet(items: Iterable<ListedItem>, facet: Facet): ValueCount[] {
  const counts = new Map<string, number>()
  for (const item of items) {
    const values = facetValuesOf(item, facet)
    const distinct = values.length > 1 ? new Set(values) : values
    for (const value of distinct) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** The Chinese word for a value of a facet; a value that nobody knows stands for itself. */
export function labelOfFacet(facet: Facet, value: string, agencies: ReadonlyMap<string, Agency>): string {
  if (facet === 'agency') return agencies.get(value)?.name ?? value
  if (facet === 'theme') return value
  const words: Readonly<Record<string, string>> = labels[facet]
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value
}
