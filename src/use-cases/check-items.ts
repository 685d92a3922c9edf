import { InputRefusedError } from '../domain/catalog-error.ts'
import { checkFlowchartSource } from '../domain/check-flowchart-source.ts'
import type { Finding } from '../domain/finding.ts'
import { checkWholeCatalogue } from '../domain/rules/check-catalogue.ts'
import { checkItem } from '../domain/rules/check-item.ts'
import { checkDocument } from '../schema/check-document.ts'
import type { Day } from '../schema/types.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import { storedItem } from './get-item.ts'
import type { WithCharts } from './read-charts.ts'
import type { GetRuleContext } from './rule-context.ts'

/** Where the rules learn what they know. */
export interface RuleSources {
  ruleContext: GetRuleContext
  withCharts: WithCharts
}

/** What the rules say of a stored item. @throws NotFoundError, CatalogError `empty-catalogue`. */
export function createFindFindings(currentCatalogue: CurrentCatalogue, { ruleContext, withCharts }: RuleSources) {
  return async (code: string): Promise<Finding[]> => {
    const catalogue = await currentCatalogue()
    const item = storedItem(catalogue, code).body
    return checkItem(item, await withCharts(ruleContext(catalogue), [item]))
  }
}

/** Which catalogue to check, with which rules. */
export interface CheckQuery {
  /** One rule alone. */
  rule?: string
  /** The items active on that day, by the rules of that day. */
  asOf?: Day
}

/** What the rules say of every active item, in the order of the codes, then of the catalogue as a whole. @throws CatalogError `empty-catalogue`. */
export function createCheckCatalogue(currentCatalogue: CurrentCatalogue, { ruleContext, withCharts }: RuleSources) {
  return async ({ rule, asOf }: CheckQuery): Promise<Finding[]> => {
    const known = ruleContext(await currentCatalogue(), asOf)
    const active = [...known.catalogue.items.values()].filter(({ state }) => state === 'active')
    const context = await withCharts(
      known,
      active.map(({ item }) => item),
    )
    const findings = [
      ...active.flatMap(({ item }) => checkItem(item, context, { rule })),
      ...checkWholeCatalogue(context),
    ]
    return rule === undefined ? findings : findings.filter((finding) => finding.rule === rule)
  }
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
