import type { AdjustmentDecision, Agency } from '../../src/schema/types.ts'
import { createLocalise, localiseDocument } from './local-words.ts'
import type { PlannedPlace } from './plan-places.ts'
import { agencyCodeOf, itemCodeOf } from './province-codes.ts'
import type { Place } from './read-places.ts'
import { createRandom } from './seeded-random.ts'
import { inventedProvenance } from './vary-item.ts'

type Action = AdjustmentDecision['actions'][number]

/** Decisions that every place has: those of 2014, up to the list of what was kept. */
const commonDecisions = 3

/**
 * The decisions of a place: the sample's up to a year that differs from place to place, about the items that it has. A county has nobody below it
 * to delegate to.
 */
export function varyDecisions(
  decisions: readonly AdjustmentDecision[],
  { place, items }: PlannedPlace,
  { agencies, seed }: { agencies: readonly Agency[]; seed: string },
): AdjustmentDecision[] {
  const known = new Set(items.filter(({ part }) => part === 0).map(({ item }) => item.code))
  const random = createRandom(`${seed} ${place.number} decisions`)
  const last = commonDecisions + random.below(decisions.length - commonDecisions + 1)
  const localise = createLocalise(place, agencies)
  return decisions.slice(0, last).flatMap((decision) => {
    const rows = decision.actions.filter((row) => isPossible(row, known, place))
    if (rows.length === 0) return []
    const actions = rows.map((row) => takePlace(row, place))
    const declared = declaredWithout(decision, rows)
    const varied = { ...decision, actions, declared, id: `${decision.id}-${String(place.number).padStart(3, '0')}` }
    return [{ ...localiseDocument(varied, localise), provenance: inventedProvenance() }]
  })
}

function isPossible(row: Action, known: ReadonlySet<string>, place: Place): boolean {
  if (row.action === 'delegate' && place.regions.length === 0) return false
  return itemsOf(row).every((code) => known.has(code))
}

function itemsOf(row: Action): string[] {
  if (row.action === 'merge') return [...row.items, row.into]
  return row.action === 'split' ? [row.item, ...row.into] : [row.item]
}

function takePlace(row: Action, place: Place): Action {
  const local = (code: string) => itemCodeOf(code, place, 0)
  switch (row.action) {
    case 'merge':
      return { ...row, items: row.items.map(local), into: local(row.into) }
    case 'split':
      return { ...row, item: local(row.item), into: row.into.map(local) }
    case 'transfer':
      return { ...row, item: local(row.item), to: agencyCodeOf(row.to, place) }
    case 'delegate':
      return { ...row, item: local(row.item), to: place.regions.slice(0, row.to.length) }
    default:
      return { ...row, item: local(row.item) }
  }
}

/** What the decision says of its own rows, less the rows that the place does not have. */
function declaredWithout(decision: AdjustmentDecision, rows: readonly Action[]): AdjustmentDecision['declared'] {
  const gone = decision.actions.filter((row) => !rows.includes(row))
  const left = Object.entries(decision.declared).map(([action, count]) => {
    const missing = gone.filter((row) => row.action === action)
    return [action, count - missing.reduce((sum, row) => sum + (row.action === 'merge' ? row.items.length : 1), 0)]
  })
  return Object.fromEntries(left.filter(([, count]) => count !== 0))
}
