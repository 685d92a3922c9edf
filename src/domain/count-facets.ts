import type { Agency, ApprovalItem } from '../schema/types.ts'
import { stateOf } from './item-state.ts'
import { labels } from './labels.ts'

export interface ValueCount {
  value: string
  count: number
}

/** By what an item is listed: one value or several of each facet. */
export function facetValuesOf(item: ApprovalItem) {
  return {
    agency: [item.agency],
    type: [item.type],
    state: [stateOf(item)],
    audience: item.audiences,
    theme: item.themes,
  } satisfies Record<string, readonly string[]>
}
export type Facet = keyof ReturnType<typeof facetValuesOf>
export const facets = ['agency', 'type', 'state', 'audience', 'theme'] as const satisfies readonly Facet[]

/** How many of the items have each value; the highest count first, then by value. */
export function countFacet(items: readonly ApprovalItem[], facet: Facet): ValueCount[] {
  const counts = new Map<string, number>()
  for (const item of items) {
    for (const value of new Set<string>(facetValuesOf(item)[facet])) counts.set(value, (counts.get(value) ?? 0) + 1)
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
