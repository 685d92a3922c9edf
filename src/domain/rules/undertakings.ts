import type { AdjustmentDecision } from '../../schema/types.ts'
import { groupBy } from '../group-by.ts'

type Undertaking = Extract<AdjustmentDecision['actions'][number], { action: 'undertake' }>
type Decisions = readonly AdjustmentDecision[]

const tables = new WeakMap<Decisions, ReadonlyMap<string, readonly Undertaking[]>>()

/** Rows of decisions, in every stage, by which an item is taken over from above. */
export function undertakingsOf(code: string, decisions: Decisions): readonly Undertaking[] {
  const table = tables.get(decisions) ?? groupBy(undertakingsIn(decisions), ({ item }) => item)
  tables.set(decisions, table)
  return table.get(code) ?? []
}

function undertakingsIn(decisions: Decisions): Undertaking[] {
  return decisions.flatMap(({ actions }) => actions.filter((row) => row.action === 'undertake'))
}
