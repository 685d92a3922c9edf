import type { ApprovalItem, Policy } from '../../schema/types.ts'
import type { Severity } from '../finding.ts'

/** What a rule may know besides the item. */
export interface RuleContext {
  policy: Policy
}

/** One place in an item that breaks a rule. */
export interface Breach {
  /** JSON pointer inside the item. */
  path: string
  /** What fills the gaps of the rule's message. */
  facts?: Readonly<Record<string, string | number>>
}

/** One rule: a row of the table. */
export interface Rule {
  id: string
  severity: Severity
  /** JSON pointers of the fields that it reads; it is quiet when they did not change. */
  reads: readonly string[]
  /** The law behind it as shown to the reader; `null`: a rule of this project. */
  basis: string | null
  /** Rule profile from which the basis is law: an earlier catalogue is told the rule, but not blamed with a later law. */
  basisSince?: Policy['ruleProfile']
  /** A Chinese sentence; `{name}` is filled with the fact of that name. */
  message: string
  /** Never throws on an item that fits its schema. */
  check(item: ApprovalItem, context: RuleContext): Breach[]
}

/** A breach at one place where the condition holds, else none. */
export function breachIf(broken: boolean, path: string, facts: Breach['facts'] = {}): Breach[] {
  return broken ? [{ path, facts }] : []
}

/** Whether a text says nothing. */
export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}
