import { labels } from '../../src/domain/labels.ts'
import type { DecisionAnswer, DecisionName } from '../../src/use-cases/use-cases.ts'
import { paths } from './links.ts'

/** 文号, or that there is none yet. */
export function writeNumber({ documentNumber }: Pick<DecisionName, 'documentNumber'>): string {
  return documentNumber ?? '尚未编号'
}

/** The stage of a decision as a word with a shape. */
export function Stage({ stage }: Pick<DecisionName, 'stage'>) {
  return <span class={`stage stage-${stage}`}>{labels.stage[stage]}</span>
}

/** A decision named in a sentence, with its way there; `row` leads to that row (from 0). */
export function DecisionLink({ decision, row = null }: { decision: DecisionName; row?: number | null }) {
  const place = row === null ? '' : `#row-${row + 1}`
  return (
    <>
      <a href={`${paths.decision(decision.id)}${place}`}>{decision.title}</a>（{writeNumber(decision)}）
    </>
  )
}

const actions = Object.keys(labels.action) as (keyof typeof labels.action)[] // the table has every action as its key

/** How many rows of each action, in the order of the table of actions: 取消 8、下放 5. */
export function ActionCounts({ counts }: Pick<DecisionAnswer, 'counts'>) {
  const present = actions.filter((action) => (counts[action] ?? 0) > 0)
  if (present.length === 0) return <span class="hint">没有一行</span>
  return (
    <ul class="action-counts" aria-label="各类行数">
      {present.map((action) => (
        <li key={action}>
          {labels.action[action]} <b>{counts[action]}</b>
        </li>
      ))}
    </ul>
  )
}
