import type { AdjustmentDecision } from '../../schema/types.ts'
import type { Finding } from '../finding.ts'
import { type RuleSelection, selectRules } from './choose-rules.ts'
import { findingOf } from './finding-of.ts'
import type { RuleContext } from './rule.ts'

/** What the rules on the catalogue as a whole say, in the order of their ids. */
export function checkWholeCatalogue(context: RuleContext, selection: RuleSelection = {}): Finding[] {
  return selectRules(context, selection).flatMap((chosen) =>
    chosen.rule.subject === 'catalogue'
      ? chosen.rule.check(context).map((breach) => findingOf(chosen, breach, breach.subject))
      : [],
  )
}

/** What the rules on decisions say of one, in the order of their ids. */
export function checkAdjustment(
  decision: AdjustmentDecision,
  context: RuleContext,
  selection: RuleSelection = {},
): Finding[] {
  return selectRules(context, selection).flatMap((chosen) =>
    chosen.rule.subject === 'decision'
      ? chosen.rule.check(decision, context).map((breach) => findingOf(chosen, breach, decision.id))
      : [],
  )
}
