import type { AdjustmentDecision, Agency, Day, Law, Policy, Region } from '../../schema/types.ts'
import type { DecisionContext } from '../decisions/decision-rule.ts'
import type { HolidayArrangements } from '../holiday-arrangements.ts'
import { registerLaws } from '../law-register.ts'
import { findDueDay } from '../working-days.ts'
import type { FlowchartReading } from '../written-flowchart.ts'
import { indexCatalogue, type StandingItem } from './catalogue-index.ts'
import type { RewrittenDecision, RuleContext } from './rule.ts'
import { dayOfProfile } from './rule-profiles.ts'

/** What there is to know of a catalogue. Lists that are left out are empty, and nothing is held against what they would have named. */
export interface CatalogueFacts {
  policy: Policy
  today: Day
  /** The day of the question; absent: today, with the rules of the policy's profile. */
  asOf?: Day | undefined
  agencies?: Iterable<Agency>
  regions?: Iterable<Region>
  laws?: Iterable<Law>
  items?: Iterable<StandingItem>
  /** By source. */
  charts?: ReadonlyMap<string, FlowchartReading>
  decisions?: readonly AdjustmentDecision[]
  /** What the decisions are checked against; absent: they are not checked. */
  decisionContext?: DecisionContext | undefined
  rewrittenDecisions?: readonly RewrittenDecision[]
  /** By the State Council's arrangements; absent: weekends alone are off. */
  arrangements?: () => HolidayArrangements
}

const nothingArranged = (): HolidayArrangements => ({
  from: '0001-01-01',
  through: '0001-01-01',
  holidays: new Map(),
  makeUpDays: new Map(),
})

/** Lays out what the rules need, once for a catalogue and a day. */
export function createRuleContext(facts: CatalogueFacts): RuleContext {
  const { policy, today, asOf, agencies = [], regions = [], laws = [], items = [], decisions = [] } = facts
  const { charts = new Map() } = facts
  return {
    policy,
    day: asOf ?? today,
    rulesOf: asOf ?? dayOfProfile(policy.ruleProfile, today),
    agencies: new Map([...agencies].map((agency) => [agency.code, agency])),
    regions: new Map([...regions].map((region) => [region.code, region])),
    laws: registerLaws(laws),
    catalogue: indexCatalogue(items, { policy, day: asOf ?? today }),
    decisions,
    decisionContext: facts.decisionContext,
    rewrittenDecisions: facts.rewrittenDecisions ?? [],
    addWorkingDays: (from, amount) =>
      findDueDay({ from, limit: { amount, unit: 'working-day' } }, (facts.arrangements ?? nothingArranged)()).dueOn,
    charts,
  }
}
