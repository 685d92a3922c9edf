import type { Policy } from '../../schema/types.ts'
import type { Severity } from '../finding.ts'
import type { Rule, RuleContext } from './rule.ts'
import { rules } from './rules.ts'

/** A rule as it applies: the city may have softened it. */
export interface ChosenRule {
  rule: Rule
  severity: Severity
  /** `null`: the basis is a later law than the day of the rules. */
  basis: string | null
}

/** Which rules to ask. */
export interface RuleSelection {
  /** Only this one. */
  rule?: string | undefined
  /** Only those that are fast enough to run at every key stroke. */
  quick?: boolean | undefined
}

const weights: Readonly<Record<Severity, number>> = { hint: 0, warning: 1, error: 2 }
const chosen = new WeakMap<RuleContext, readonly ChosenRule[]>()

/** The rules that hold on the day and that the policy leaves on, in the order of their ids; found once for a context. */
export function chooseRules(context: RuleContext): readonly ChosenRule[] {
  const known = chosen.get(context)
  if (known !== undefined) return known
  const found = rules.filter((rule) => holds(rule, context)).flatMap((rule) => choose(rule, context))
  chosen.set(context, found)
  return found
}

/** Those of the rules in force that were asked for. */
export function selectRules(context: RuleContext, { rule: id, quick }: RuleSelection): readonly ChosenRule[] {
  const all = chooseRules(context)
  if (id === undefined && !quick) return all
  return all.filter(({ rule }) => (id === undefined || rule.id === id) && (!quick || rule.quick))
}

function holds({ from, to }: Rule, { rulesOf }: RuleContext): boolean {
  return (from === undefined || from <= rulesOf) && (to === undefined || rulesOf <= to)
}

function choose(rule: Rule, { policy, rulesOf }: RuleContext): ChosenRule[] {
  const change = findChange(policy, rule.id)
  if (change?.severity === 'off') return []
  const isLater = rule.basisFrom !== undefined && rulesOf < rule.basisFrom
  return [{ rule, severity: soften(rule.severity, change?.severity), basis: isLater ? null : rule.basis }]
}

/** The milder of two severities: a policy can make a rule milder, never sharper. */
export function soften(severity: Severity, wanted: Severity | undefined): Severity {
  return wanted !== undefined && weights[wanted] < weights[severity] ? wanted : severity
}

function findChange(policy: Policy, id: string): Policy['ruleChanges'][number] | undefined {
  return policy.ruleChanges.find(({ rule }) => rule === id)
}
