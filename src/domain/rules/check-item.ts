import type { ApprovalItem, Policy } from '../../schema/types.ts'
import type { Finding } from '../finding.ts'
import type { Breach, Rule, RuleContext } from './rule.ts'
import { rules } from './rules.ts'

/** What all rules say of an item, in the order of their ids. */
export function checkItem(item: ApprovalItem, context: RuleContext): Finding[] {
  return rules.flatMap((rule) =>
    rule.check(item, context).map((breach) => findingOf(rule, breach, item, context.policy)),
  )
}

function findingOf(rule: Rule, breach: Breach, item: ApprovalItem, policy: Policy): Finding {
  const isLater = rule.basisSince !== undefined && policy.ruleProfile < rule.basisSince
  return {
    rule: rule.id,
    severity: rule.severity,
    subject: item.code,
    path: breach.path,
    message: fillIn(rule.message, breach.facts ?? {}),
    basis: isLater ? null : rule.basis,
  }
}

function fillIn(message: string, facts: NonNullable<Breach['facts']>): string {
  return message.replace(/\{(\w+)\}/g, (gap, name: string) => (Object.hasOwn(facts, name) ? String(facts[name]) : gap))
}
