import type { ApprovalItem } from '../schema/types.ts'
import { checkItemReferences, type KnownNames } from './check-references.ts'

const lists = ['agencies', 'laws', 'items'] as const

/** By list of the catalogue: the names that an item refers to, each once. */
export type ItemNames = Readonly<Record<(typeof lists)[number], readonly string[]>>

/** The names that an item refers to; `undefined`: something in it is wrong whatever is known, so that it must be checked whole. */
export function listItemNames(item: ApprovalItem): ItemNames | undefined {
  const used = { agencies: new Set<string>(), laws: new Set<string>(), items: new Set<string>() }
  const record = (names: Set<string>) => ({ has: (name: string) => names.add(name).has(name) })
  const violations = checkItemReferences(item, {
    agencies: record(used.agencies),
    laws: record(used.laws),
    items: record(used.items),
    regions: undefined,
  })
  if (violations.length > 0) return undefined
  return { agencies: [...used.agencies], laws: [...used.laws], items: [...used.items] }
}

/** Whether `checkItemReferences` would find nothing: an item with these names refers to nothing unknown. */
export function areKnown(names: ItemNames, known: KnownNames): boolean {
  return lists.every((list) => names[list].every((name) => known[list]?.has(name) ?? true))
}
