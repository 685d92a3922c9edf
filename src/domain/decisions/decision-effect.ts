import type { AdjustmentDecision } from '../../schema/types.ts'
import { type Chronicle, type Contradiction, type ItemHead, writeChronicle } from './chronicle.ts'
import { type CountsOnDay, countOnDay } from './count-on-day.ts'
import { forceOf } from './decision-parts.ts'

/** What a decision does to the numbers of its day, alone: with it and without it. */
export interface DecisionEffect {
  before: CountsOnDay
  after: CountsOnDay
  /** Why it cannot apply; empty when it can. */
  contradictions: Contradiction[]
}

/**
 * The numbers of the catalogue on the day a decision takes effect, without it and with it; `undefined`: it has no effective day.
 *
 * A draft is weighed as if it were adopted.
 */
export function weighDecision(
  items: Iterable<ItemHead>,
  decisions: readonly AdjustmentDecision[],
  decision: AdjustmentDecision,
): DecisionEffect | undefined {
  const day = decision.effectiveOn
  if (day === null) return undefined
  const heads = [...items]
  const others = decisions.filter(({ id }) => id !== decision.id)
  const draft: AdjustmentDecision = { ...decision, stage: 'draft' }
  const adopted: AdjustmentDecision = forceOf(decision) === undefined ? { ...decision, stage: 'adopted' } : decision
  const without = writeChronicle(heads, [...others, draft])
  const withIt = writeChronicle(heads, [...others, adopted])
  return {
    before: countOnDay(without, day),
    after: countOnDay(withIt, day),
    contradictions: withIt.contradictions.filter((found) => isNew(found, without)),
  }
}

function isNew(found: Contradiction, { contradictions }: Chronicle): boolean {
  return !contradictions.some(
    ({ decision, pointer, item }) => decision === found.decision && pointer === found.pointer && item === found.item,
  )
}
