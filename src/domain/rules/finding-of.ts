import type { Finding } from '../finding.ts'
import { type ChosenRule, soften } from './choose-rules.ts'
import type { Breach } from './rule.ts'

/** The finding that a breach of a rule is: its sentences filled with the facts. */
export function findingOf({ rule, severity, basis }: ChosenRule, breach: Breach, subject: string): Finding {
  const facts = breach.facts ?? {}
  return {
    rule: rule.id,
    severity: soften(severity, breach.severity),
    subject,
    path: breach.path,
    message: breach.message ?? fillIn(rule.message, facts),
    basis,
    mend: fillIn(rule.mend, facts),
  }
}

function fillIn(sentence: string, facts: NonNullable<Breach['facts']>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => (Object.hasOwn(facts, name) ? String(facts[name]) : gap))
}
