import type { AdjustmentDecision, Day } from '../../schema/types.ts'
import { bringingIn, compareDecisions, forceOf, partsOf } from './decision-parts.ts'
import type { EffectivePart } from './take-part.ts'

/** A decision that is in force at some time. */
export interface Enactment {
  id: string
  on: Day
  /** The first day on which it does not hold any more; `null`: for ever. */
  until: Day | null
  parts: EffectivePart[]
}

/** Decisions in the order in which they apply, and what can be said of them without applying them. */
export interface SortedDecisions {
  enactments: Enactment[]
  /** The decisions, in any stage, that are to bring an item in. */
  bringers: ReadonlyMap<string, readonly string[]>
}

/** Puts decisions in their order, those that are never in force for what they name alone. */
export function sortDecisions(decisions: readonly AdjustmentDecision[]): SortedDecisions {
  const bringers = new Map<string, string[]>()
  const enactments: Enactment[] = []
  for (const decision of [...decisions].sort(compareDecisions)) {
    const { id } = decision
    const parts = partsOf(decision)
    for (const { code, kind } of parts) {
      if (!bringingIn.has(kind)) continue
      const known = bringers.get(code)
      if (known === undefined) bringers.set(code, [id])
      else known.push(id)
    }
    const force = forceOf(decision)
    if (force === undefined) continue
    const { from: on, to: until } = force
    enactments.push({ id, on, until, parts: parts.map((part) => Object.assign(part, { decision: id, on })) })
  }
  return { enactments, bringers }
}
