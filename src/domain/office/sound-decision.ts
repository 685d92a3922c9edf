import type { AdjustmentDecision } from '../../schema/types.ts'
import type { Violation } from '../catalog-error.ts'
import type { Action } from '../decisions/standing.ts'
import { actionFields } from './action-fields.ts'

/** A half-written decision that can be judged, with what stands in for what is not written yet. */
export interface SoundDecision {
  decision: AdjustmentDecision
  /** Positions of rows that are not written to the end: what is said of them is not meant. */
  unsound: ReadonlySet<number>
}

/**
 * Puts something in the place of what breaks the schema, so that the rest can be judged: rows keep their positions and kinds.
 *
 * Codes that stand in are unknown to every catalogue; a head field that is wrong counts as absent.
 */
export function standIn(draft: AdjustmentDecision, violations: readonly Violation[]): SoundDecision {
  const unsound = new Set<number>()
  const head: Record<string, unknown> = { ...draft }
  for (const { pointer } of violations) {
    const [, field = '', row] = pointer.split('/')
    if (field === 'actions' && row !== undefined) unsound.add(Number(row))
    else head[field] = absent(field)
  }
  const actions = draft.actions.map((action, row) => (unsound.has(row) ? fillerFor(action, row) : action))
  // Every field that breaks the schema was replaced.
  return { decision: { ...head, actions } as unknown as AdjustmentDecision, unsound }
}

function absent(field: string): unknown {
  if (field === 'title' || field === 'issuer') return '（还没有写）'
  if (field === 'declared') return {}
  return ['basis', 'consultations', 'declaredCounts', 'actions'].includes(field) ? [] : null
}

/** A row of the same kind whose items nobody has. */
function fillerFor({ action }: Action, row: number): Action {
  const code = `zzz-${String(1000 + row)}`
  const other = `zzy-${String(1000 + row)}`
  const fields = (actionFields[action] ?? actionFields.retain).map(({ name, input }) => {
    if (input === 'item') return [name, name === 'into' ? other : code]
    if (input === 'items') return [name, [name === 'into' ? other : code]]
    if (input === 'regions') return [name, ['zzz']]
    if (input === 'agency') return [name, 'zzz']
    if (input === 'type') return [name, 'filing']
    if (input === 'scope') return [name, 'full']
    return [name, input === 'required-text' ? '—' : null]
  })
  // Every field of its kind has a value of its kind.
  return { action: action in actionFields ? action : 'retain', ...Object.fromEntries(fields) } as Action
}
