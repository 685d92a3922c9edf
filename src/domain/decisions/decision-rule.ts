import type { AdjustmentDecision, Agency, ApprovalItem, Law, Policy, Region } from '../../schema/types.ts'
import type { Severity } from '../finding.ts'
import type { Chronicle } from './chronicle.ts'

/** What decisions are checked against. */
export interface DecisionContext {
  items: ReadonlyMap<string, ApprovalItem>
  /** The catalogue as the decisions make it, the checked one included. */
  chronicle: Chronicle
  agencies: ReadonlyMap<string, Agency>
  regions: ReadonlyMap<string, Region>
  /** Code of the city's own region. */
  city: string
  laws: ReadonlyMap<string, Law>
  conversion: Policy['conversion']
  /** Ids of the decisions that carry a document number. */
  numbers: ReadonlyMap<string, readonly string[]>
  /** Codes of the sub-items of an item. */
  subItems: ReadonlyMap<string, readonly string[]>
}

/** A place in a decision where a rule is broken. */
export interface DecisionBreach {
  /** JSON pointer inside the decision. */
  path: string
  /** A sentence in Chinese. */
  message: string
}

/** A rule of decisions. Errors refuse a decision that is to be in force; warnings and hints are shown. */
export interface DecisionRule {
  id: string
  severity: Severity
  /** The law or paper behind it; `null`: a rule of this project. */
  basis: string | null
  check(decision: AdjustmentDecision, context: DecisionContext): DecisionBreach[]
}

/** One breach when something is wrong, else none. */
export function breachWhen(isWrong: boolean, path: string, message: string): DecisionBreach[] {
  return isWrong ? [{ path, message }] : []
}
