import type { Action } from '../../../domain/decisions/standing.ts'
import { labels } from '../../../domain/labels.ts'
import { blankAction } from '../../../domain/office/action-fields.ts'
import type { DecisionDraft } from '../../../domain/office/decision-draft.ts'

type Draft = Pick<DecisionDraft, 'decision' | 'items'>

/** A draft after its rows were changed, and the number of the row to go on at, from 0; `undefined`: nothing was asked for. */
export interface ChangedDraft {
  draft: Draft
  row: number
}

const form = /^(?:(?<verb>up|down|remove)-(?<row>\d{1,4})|add)$/

/** Does what a button beside the rows asks for: `add` (a row of `kind` at the end), `up-3`, `down-3`, `remove-3`. */
export function changeRows(draft: Draft, asked: string, kind: string): ChangedDraft | undefined {
  const groups = form.exec(asked)?.groups
  if (groups === undefined) return undefined
  const { actions } = draft.decision
  const put = (changed: readonly Action[], row: number): ChangedDraft => ({
    draft: { ...draft, decision: { ...draft.decision, actions: [...changed] } },
    row: Math.max(0, Math.min(row, changed.length - 1)),
  })
  if (groups.verb === undefined) {
    return isKind(kind) ? put([...actions, blankAction(kind)], actions.length) : undefined
  }
  const row = Number(groups.row)
  const moved = actions[row]
  if (moved === undefined) return undefined
  if (groups.verb === 'remove') return put(actions.toSpliced(row, 1), row)
  const to = row + (groups.verb === 'up' ? -1 : 1)
  if (to < 0 || to >= actions.length) return put(actions, row)
  return put(actions.toSpliced(row, 1).toSpliced(to, 0, moved), to)
}

function isKind(kind: string): kind is Action['action'] {
  return Object.hasOwn(labels.action, kind)
}
