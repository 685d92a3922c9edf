import { InputRefusedError } from '../domain/catalog-error.ts'
import { checkFlowchartSource } from '../domain/check-flowchart-source.ts'
import { findRewriting } from '../domain/find-rewriting.ts'
import type { Finding } from '../domain/finding.ts'
import { checkAdjustment, checkWholeCatalogue } from '../domain/rules/check-catalogue.ts'
import { checkHalfWritten, checkItem } from '../domain/rules/check-item.ts'
import type { RuleSelection } from '../domain/rules/choose-rules.ts'
import type { RewrittenDecision, RuleContext } from '../domain/rules/rule.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import { checkDocument } from '../schema/check-document.ts'
import type { ApprovalItem, Day } from '../schema/types.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import { bodyOn } from './day-view.ts'
import { storedItem } from './get-item.ts'
import type { WithCharts } from './read-charts.ts'
import type { GetRuleContext } from './rule-context.ts'
import type { DraftReport } from './use-cases.ts'

/** Where the rules learn what they know. */
export interface RuleSources {
  ruleContext: GetRuleContext
  withCharts: WithCharts
}

/** What the rules say of a stored item as it is today. @throws NotFoundError, CatalogError `empty-catalogue`. */
export function createFindFindings(currentCatalogue: CurrentCatalogue, { ruleContext, withCharts }: RuleSources) {
  return async (code: string): Promise<Finding[]> => {
    const catalogue = await currentCatalogue()
    const { body } = storedItem(catalogue, code)
    const context = ruleContext(catalogue)
    const today = catalogue.on(context.day).find(code)
    const item = today === undefined ? body : bodyOn(today)
    return checkItem(item, await withCharts(context, [item]))
  }
}

/** Which catalogue to check, with which rules. */
export interface CheckQuery extends RuleSelection {
  /** The items active on that day, by the rules of that day. */
  asOf?: Day
}

/**
 * What the rules say of every active item, in the order of the codes, then of the decisions and of the catalogue as a whole.
 *
 * @throws CatalogError `empty-catalogue`.
 */
export function createCheckCatalogue(
  store: CatalogStore,
  currentCatalogue: CurrentCatalogue,
  { ruleContext, withCharts }: RuleSources,
) {
  return async ({ asOf, ...selection }: CheckQuery): Promise<Finding[]> => {
    const catalogue = await currentCatalogue()
    const rewrittenDecisions = await findRewritten(store, catalogue)
    const known: RuleContext = { ...ruleContext(catalogue, asOf), rewrittenDecisions }
    const active = listActive(catalogue, known)
    const context = await withCharts(known, active)
    return [
      ...active.flatMap((item) => checkItem(item, context, selection)),
      ...context.decisions.flatMap((decision) => checkAdjustment(decision, context, selection)),
      ...checkWholeCatalogue(context, selection),
    ]
  }
}

function listActive(catalogue: Catalogue, { day }: RuleContext): ApprovalItem[] {
  const view = catalogue.on(day)
  return [...catalogue.items.keys()].flatMap((code) => {
    const found = view.find(code)
    return found?.standing.state === 'active' ? [bodyOn(found)] : []
  })
}

/** Decisions that were published and say something else today; the store keeps what they said. */
async function findRewritten(store: CatalogStore, catalogue: Catalogue): Promise<RewrittenDecision[]> {
  const changed = [...catalogue.decisions.values()].filter(({ revision }) => revision > 1)
  const rewritten = await Promise.all(
    changed.map(async ({ id, body }) => {
      const revisions = await store.revisions('decision', id)
      const states = revisions.flatMap((past) => past.body ?? []).toReversed()
      return { decision: body, fields: findRewriting(states) }
    }),
  )
  return rewritten.filter(({ fields }) => fields.length > 0)
}

/** What the rules say of an item that somebody sent; nothing is stored. @throws InputRefusedError when it breaks the schema or its flowchart cannot be drawn. */
export function createCheckPosted(currentCatalogue: CurrentCatalogue, { ruleContext, withCharts }: RuleSources) {
  return async (value: unknown): Promise<Finding[]> => {
    const { document, violations } = checkDocument('item', value)
    if (document === undefined) throw new InputRefusedError(violations)
    const unsafe = checkFlowchartSource(document)
    if (unsafe.length > 0) throw new InputRefusedError(unsafe)
    return checkItem(document, await withCharts(ruleContext(await currentCatalogue()), [document]))
  }
}

/** Checks an item that somebody is still writing: whatever is missing or of the wrong shape is told, nothing is refused and nothing stored. */
export function createCheckDraft(currentCatalogue: CurrentCatalogue, { ruleContext, withCharts }: RuleSources) {
  return async (value: unknown): Promise<DraftReport> => {
    const { document, violations = [] } = checkDocument('item', value)
    const context = ruleContext(await currentCatalogue())
    if (document === undefined) return { findings: checkHalfWritten(value, context), violations }
    const unsafe = checkFlowchartSource(document)
    // A chart that cannot be drawn is not read either.
    const known = unsafe.length > 0 ? context : await withCharts(context, [document])
    return { findings: checkItem(document, known), violations: unsafe }
  }
}
