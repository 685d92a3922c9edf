import type { CatalogueOnDay, Standing } from './chronicle.ts'

/** An item that another one came from or went into. */
export interface Relative {
  standing: Standing
  /** Merges and splits between the two, by the shortest way; 1: directly. */
  steps: number
}

/**
 * The items that an item came from (`predecessors`) or went into (`successors`), and theirs in turn: each once, the nearest first, without the
 * item itself. Empty when there are none, or no such item.
 */
export function traceLineage(
  catalogue: CatalogueOnDay,
  code: string,
  direction: 'predecessors' | 'successors',
): Relative[] {
  const relatives: Relative[] = []
  const seen = new Set([code])
  const follow = (standing: Standing, steps: number) => {
    for (const next of standing[direction]) {
      const relative = catalogue.get(next)
      if (relative === undefined || seen.has(next)) continue
      seen.add(next)
      relatives.push({ standing: relative, steps })
    }
  }
  const root = catalogue.get(code)
  if (root !== undefined) follow(root, 1)
  for (const { standing, steps } of relatives) follow(standing, steps + 1)
  return relatives
}

/** The items in which an item lives on: the last of each line that leads from it; empty when none does, or it never went into another. */
export function findHeirs(catalogue: CatalogueOnDay, code: string): Standing[] {
  return traceLineage(catalogue, code, 'successors')
    .map(({ standing }) => standing)
    .filter(({ successors }) => successors.every((next) => !catalogue.has(next)))
}
