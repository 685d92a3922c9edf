import type { CatalogueOnDay, Standing } from './chronicle.ts'

/** An item and what it came from or went into, as far as that goes. */
export interface LineageNode {
  standing: Standing
  next: LineageNode[]
}

/**
 * The items that an item came from (`predecessors`) or went into (`successors`), and theirs in turn; the item itself is the root.
 *
 * A merge or split always leads from an item that was active to one that was not yet, so that the walk ends.
 */
export function traceLineage(
  catalogue: CatalogueOnDay,
  code: string,
  direction: 'predecessors' | 'successors',
): LineageNode | undefined {
  const standing = catalogue.get(code)
  if (standing === undefined) return undefined
  const next = standing[direction].map((other) => traceLineage(catalogue, other, direction))
  return { standing, next: next.filter((node) => node !== undefined) }
}

/** The items in which an item lives on: the last of each line that leads from it; empty when none does, or it never went into another. */
export function findHeirs(catalogue: CatalogueOnDay, code: string): Standing[] {
  const heirs = new Map<string, Standing>()
  const walk = (node: LineageNode) => {
    if (node.next.length === 0) heirs.set(node.standing.code, node.standing)
    else node.next.forEach(walk)
  }
  traceLineage(catalogue, code, 'successors')?.next.forEach(walk)
  return [...heirs.values()]
}
