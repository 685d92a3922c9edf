import type { AdjustmentDecision, Agency, ApprovalItem, Law, Policy, Regions } from '../../schema/types.ts'
import type { Finding } from '../finding.ts'
import type { Chronicle } from './chronicle.ts'
import type { DecisionContext, DecisionRule } from './decision-rule.ts'
import { mergeRules } from './merge-rules.ts'
import { paperRules } from './paper-rules.ts'
import { rowRules } from './row-rules.ts'

/** Every rule that one decision can break by itself or against the lists; a rule may have an entry for each severity. */
export const decisionRules: readonly DecisionRule[] = [...paperRules, ...rowRules, ...mergeRules].sort((one, other) =>
  one.id === other.id ? 0 : one.id < other.id ? -1 : 1,
)

/** What decisions are checked against, as the catalogue keeps it. */
export interface DecisionSurroundings {
  items: Iterable<ApprovalItem>
  decisions: readonly AdjustmentDecision[]
  chronicle: Chronicle
  agencies: ReadonlyMap<string, Agency>
  regions: Regions | undefined
  laws: readonly Law[]
  conversion: Policy['conversion']
}

/** Puts in order once what checks look up. */
export function surveyDecisions(surroundings: DecisionSurroundings): DecisionContext {
  const { chronicle, agencies, regions, conversion } = surroundings
  const items = new Map<string, ApprovalItem>()
  const subItems = new Map<string, string[]>()
  for (const item of surroundings.items) {
    items.set(item.code, item)
    if (item.parent !== null) addTo(subItems, item.parent, item.code)
  }
  const numbers = new Map<string, string[]>()
  for (const { id, documentNumber } of surroundings.decisions) {
    if (documentNumber !== null) addTo(numbers, documentNumber, id)
  }
  return {
    items,
    subItems,
    numbers,
    chronicle,
    agencies,
    conversion,
    city: regions?.city.code ?? '',
    regions: new Map(regions?.regions.map((region) => [region.code, region])),
    laws: new Map(surroundings.laws.map((law) => [law.title, law])),
  }
}

/**
 * What the rules say of a decision, in the order of their ids; with ADJ-04, why it contradicts the catalogue on its effective day.
 *
 * A draft is told only what is written in it: whether it fits the catalogue, `weighDecision` tells.
 */
export function checkDecision(decision: AdjustmentDecision, context: DecisionContext): Finding[] {
  const findings = decisionRules.flatMap((rule) =>
    rule.check(decision, context).map(
      ({ path, message }): Finding => ({
        rule: rule.id,
        severity: rule.severity,
        subject: decision.id,
        path,
        message,
        basis: rule.basis,
      }),
    ),
  )
  const contradictions = context.chronicle.contradictions.filter((found) => found.decision === decision.id)
  return [
    ...findings,
    ...contradictions.map(
      ({ pointer, message }): Finding => ({
        rule: 'ADJ-04',
        severity: 'error',
        subject: decision.id,
        path: pointer,
        message,
        basis: null,
      }),
    ),
  ].sort((one, other) => (one.rule === other.rule ? 0 : one.rule < other.rule ? -1 : 1))
}

/** Whether errors of a decision keep it out of the catalogue: those of a draft wait until it is to be adopted. */
export function mustHold({ stage }: Pick<AdjustmentDecision, 'stage'>): boolean {
  return stage !== 'draft' && stage !== 'consulting'
}

function addTo(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}
