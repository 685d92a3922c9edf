import type {
  AdjustmentDecision,
  Agency,
  ApprovalItem,
  Day,
  Law,
  Policy,
  Procedure,
  Region,
  ServiceGuide,
} from '../../schema/types.ts'
import type { DecisionContext } from '../decisions/decision-rule.ts'
import type { Severity } from '../finding.ts'
import type { FlowchartReading } from '../written-flowchart.ts'
import type { CatalogueIndex } from './catalogue-index.ts'

/** What a rule looks at: a whole item, its guide, its procedure, an adjustment decision, or the catalogue as a whole. */
export type RuleSubject = 'item' | 'guide' | 'procedure' | 'decision' | 'catalogue'

/** A decision that no longer says what was published. */
export interface RewrittenDecision {
  decision: AdjustmentDecision
  /** Fields that were changed. */
  fields: readonly string[]
}

/** What a rule may know besides its subject. Made by `createRuleContext`; nobody changes it. */
export interface RuleContext {
  policy: Policy
  /** The day of the question: a law repealed by then is repealed, an agency dissolved by then is gone. */
  day: Day
  /** The day whose rules apply: that of the question, or the last day of the policy's rule profile. */
  rulesOf: Day
  /** By code. Empty: not known, nothing is held against it. */
  agencies: ReadonlyMap<string, Agency>
  /** By code. */
  regions: ReadonlyMap<string, Region>
  /** By title and by full title, without book marks. */
  laws: ReadonlyMap<string, Law>
  /** Every item with its state on the day, for rules that compare items. */
  catalogue: CatalogueIndex
  /** Hand-written flowchart sources as they were read, by source. What is not among them is not looked into. */
  charts: ReadonlyMap<string, FlowchartReading>
  /** Every decision, in every stage. */
  decisions: readonly AdjustmentDecision[]
  /** What decisions are checked against; `undefined`: there are none. */
  decisionContext: DecisionContext | undefined
  /** Decisions that were changed after they were published, and in what. */
  rewrittenDecisions: readonly RewrittenDecision[]
  /** The n-th working day after a day. */
  addWorkingDays(from: Day, days: number): Day
}

/** What a rule on a part of an item knows: the item as well. */
export interface ItemContext extends RuleContext {
  item: ApprovalItem
}

/** One place that breaks a rule. */
export interface Breach {
  /** JSON pointer inside the item (for a guide and a procedure as well), the decision, or the document that the subject names. */
  path: string
  /** What fills the gaps of the rule's message. */
  facts?: Readonly<Record<string, string | number>>
  /** A sentence of its own, where one rule speaks of several things. */
  message?: string
  /** A milder severity than the rule's, where one rule covers lighter cases as well. */
  severity?: Severity
}

/** A breach somewhere in the catalogue. */
export interface CatalogueBreach extends Breach {
  /** Code of the item, the agency or the law, or id of the decision. */
  subject: string
}

/** What every rule says of itself. */
export interface RuleRow {
  /** Family and number, as in `TIM-04`. */
  id: string
  severity: Severity
  /** JSON pointers of the fields that it reads, from the root of the item (or of its own document); it is quiet when they did not change. */
  reads: readonly string[]
  /** First day on which the rule holds; absent: always. */
  from?: Day
  /** Last day on which the rule holds; absent: no end. */
  to?: Day
  /** The law behind it as shown to the reader; `null`: a rule of this project. */
  basis: string | null
  /** Day from which the basis is law: an earlier catalogue is told the rule, but not blamed with a later law. */
  basisFrom?: Day
  /** A Chinese sentence that says what is wrong; `{name}` is filled with the fact of that name. */
  message: string
  /** A Chinese sentence that says what to do; filled like the message. */
  mend: string
  /** Whether it is fast enough to run at every key stroke. */
  quick: boolean
}

/** No `check` throws on a subject that fits its schema. */
export interface ItemRule extends RuleRow {
  subject: 'item'
  check(item: ApprovalItem, context: RuleContext): Breach[]
}
/** Not asked where an item has no guide. */
export interface GuideRule extends RuleRow {
  subject: 'guide'
  check(guide: ServiceGuide, context: ItemContext): Breach[]
}
/** Not asked where an item has no procedure. */
export interface ProcedureRule extends RuleRow {
  subject: 'procedure'
  check(procedure: Procedure, context: ItemContext): Breach[]
}
export interface DecisionRule extends RuleRow {
  subject: 'decision'
  check(decision: AdjustmentDecision, context: RuleContext): Breach[]
}
export interface CatalogueRule extends RuleRow {
  subject: 'catalogue'
  check(context: RuleContext): CatalogueBreach[]
}

/** One rule: a row of the table. */
export type Rule = ItemRule | GuideRule | ProcedureRule | DecisionRule | CatalogueRule

/** A breach at one place where the condition holds, else none. */
export function breachIf(broken: boolean, path: string, facts: Breach['facts'] = {}): Breach[] {
  return broken ? [{ path, facts }] : []
}

/** Whether a text says nothing. */
export function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}
