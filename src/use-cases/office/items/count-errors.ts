import type { Catalogue } from '../../current-catalogue.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'

/** How many errors the rules find in each item. */
export type CountErrors = (catalogue: Catalogue) => Promise<ReadonlyMap<string, number>>

/** Asks all rules about all items once for each state of the catalogue and day. */
export function createCountErrors({ useCases, clock }: Pick<CataloguePorts, 'useCases' | 'clock'>): CountErrors {
  let kept: { catalogue: Catalogue; day: string; counts: Promise<ReadonlyMap<string, number>> } | undefined
  const count = async () => {
    const counts = new Map<string, number>()
    for (const { subject, severity } of await useCases.checkCatalogue({})) {
      if (severity === 'error') counts.set(subject, (counts.get(subject) ?? 0) + 1)
    }
    return counts
  }
  return (catalogue) => {
    const day = clock.today()
    if (kept?.catalogue === catalogue && kept.day === day) return kept.counts
    const counts = count()
    kept = { catalogue, day, counts }
    counts.catch(() => {
      kept = undefined
    })
    return counts
  }
}
