import { labels } from '../../src/domain/labels.ts'
import type { Action, DecisionAnswer } from '../../src/use-cases/use-cases.ts'

/** Every action, in the order in which papers name them. */
export const actionNames = Object.keys(labels.action) as Action['action'][] // the table has every action as its key

/** Rows of one action, and the items on both sides of them: a merge of two into one is one row, two items before, one after. */
export function countAction(actions: readonly Action[], name: Action['action']) {
  const rows = actions.filter(({ action }) => action === name)
  const before = rows.reduce((sum, row) => sum + (row.action === 'merge' ? row.items.length : 1), 0)
  const after = rows.reduce((sum, row) => sum + (row.action === 'split' ? row.into.length : 1), 0)
  return { rows: rows.length, before, after }
}

/** How many items each action concerns: 取消 8、合并 2 项为 1 项. */
export function ActionCounts({ actions }: Pick<DecisionAnswer, 'actions'>) {
  const present = actionNames.map((name) => ({ name, ...countAction(actions, name) })).filter(({ rows }) => rows > 0)
  if (present.length === 0) return <span class="hint">没有一行</span>
  return (
    <ul class="action-counts" aria-label="各类项数">
      {present.map(({ name, before, after }) => (
        <li key={name}>
          {labels.action[name]} <b>{before}</b> 项
          {before !== after && (
            <>
              为 <b>{after}</b> 项
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
