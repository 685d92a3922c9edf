import type { AdjustmentDecision } from '../../schema/types.ts'
import { labels } from '../labels.ts'
import { isSameDocument } from '../same-document.ts'
import { mustHold } from './check-decision.ts'
import { breachWhen, type DecisionBreach } from './decision-rule.ts'
import type { Action } from './standing.ts'

const stages: readonly AdjustmentDecision['stage'][] = ['draft', 'consulting', 'adopted', 'published', 'revoked']

/**
 * A decision that was adopted stays what it was: its rows and days, and its stage only moves on (CAT-05). Corrections are new decisions.
 *
 * Numbers, days of publication and notes may be added, and it may be revoked, once.
 */
export function checkRewriting(before: AdjustmentDecision, after: AdjustmentDecision): DecisionBreach[] {
  if (!mustHold(before)) return []
  const [old, recent] = [labels.stage[before.stage], labels.stage[after.stage]]
  return [
    ...breachWhen(
      stages.indexOf(after.stage) < stages.indexOf(before.stage),
      '/stage',
      `决定已经“${old}”，阶段不能退回“${recent}”。`,
    ),
    ...checkDays(before, after),
    ...checkRows(before.actions, after.actions),
  ]
}

const dayNames = { effectiveOn: '施行日期', adoptedOn: '审议通过的日期', revokedOn: '撤销日期' } as const

function checkDays(before: AdjustmentDecision, after: AdjustmentDecision): DecisionBreach[] {
  const fixed: (keyof typeof dayNames)[] = ['effectiveOn', 'adoptedOn']
  // Until it is revoked a decision has no day of revocation to change.
  if (before.stage === 'revoked') fixed.push('revokedOn')
  return fixed.flatMap((field) =>
    breachWhen(
      before[field] !== after[field],
      `/${field}`,
      `已经审议通过的决定不能改动${dayNames[field]}（原为 ${before[field] ?? '空'}）；要更正，请另作一个决定。`,
    ),
  )
}

function checkRows(before: readonly Action[], after: readonly Action[]): DecisionBreach[] {
  const message = (row: number) => `已经审议通过的决定不能改动第${row + 1}行；要更正，请另作一个决定。`
  const changed = after.flatMap((row, index) =>
    breachWhen(!isSameRow(row, before[index]), `/actions/${index}`, message(index)),
  )
  const isShorter = after.length < before.length
  return [...changed, ...breachWhen(isShorter, '/actions', message(after.length).replace('改动', '删去'))]
}

/** Whether two rows do the same; a remark may be added later. */
function isSameRow(one: Action, other: Action | undefined): boolean {
  return other !== undefined && isSameDocument({ ...one, note: null }, { ...other, note: null })
}
