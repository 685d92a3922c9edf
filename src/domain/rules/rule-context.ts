import type { Agency, Day, Law, Policy, Region } from '../../schema/types.ts'
import type { FlowchartReading } from '../written-flowchart.ts'
import { indexCatalogue, type StandingItem } from './catalogue-index.ts'
import type { RuleContext } from './rule.ts'
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
}

/** Lays out what the rules need, once for a catalogue and a day. */
export function createRuleContext(facts: CatalogueFacts): RuleContext {
  const { policy, today, asOf, agencies = [], regions = [], laws = [], items = [], charts = new Map() } = facts
  return {
    policy,
    day: asOf ?? today,
    rulesOf: asOf ?? dayOfProfile(policy.ruleProfile, today),
    agencies: new Map([...agencies].map((agency) => [agency.code, agency])),
    regions: new Map([...regions].map((region) => [region.code, region])),
    laws: registerLaws(laws),
    catalogue: indexCatalogue(items),
    charts,
  }
}

/** A title that items cite goes before the full title of another law. */
function registerLaws(laws: Iterable<Law>): ReadonlyMap<string, Law> {
  const all = [...laws]
  const byFullTitle = all.flatMap((law) => (law.fullTitle === null ? [] : [[law.fullTitle, law] as const]))
  return new Map([...byFullTitle, ...all.map((law) => [law.title, law] as const)])
}
