import { InputRefusedError } from '../domain/catalog-error.ts'
import { checkFlowchartSource } from '../domain/check-flowchart-source.ts'
import type { Finding } from '../domain/finding.ts'
import { checkItem } from '../domain/rules/check-item.ts'
import { checkDocument } from '../schema/check-document.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import { storedItem } from './get-item.ts'

/** What the rules say of a stored item. @throws NotFoundError, CatalogError `empty-catalogue`. */
export function createFindFindings(currentCatalogue: CurrentCatalogue) {
  return async (code: string): Promise<Finding[]> => {
    const catalogue = await currentCatalogue()
    return checkItem(storedItem(catalogue, code).body, { policy: catalogue.policy() })
  }
}

/** What the rules say of every stored item, in the order of the codes; one rule alone with `rule`. @throws CatalogError `empty-catalogue`. */
export function createCheckCatalogue(currentCatalogue: CurrentCatalogue) {
  return async ({ rule }: { rule?: string }): Promise<Finding[]> => {
    const catalogue = await currentCatalogue()
    const context = { policy: catalogue.policy() }
    const findings = [...catalogue.items.values()].flatMap(({ body }) => checkItem(body, context))
    return rule === undefined ? findings : findings.filter((finding) => finding.rule === rule)
  }
}

/** What the rules say of an item that somebody sent; nothing is stored. @throws InputRefusedError when it breaks the schema or its flowchart cannot be drawn. */
export function createCheckPosted(currentCatalogue: CurrentCatalogue) {
  return async (value: unknown): Promise<Finding[]> => {
    const { document, violations } = checkDocument('item', value)
    if (document === undefined) throw new InputRefusedError(violations)
    const unsafe = checkFlowchartSource(document)
    if (unsafe.length > 0) throw new InputRefusedError(unsafe)
    const catalogue = await currentCatalogue()
    return checkItem(document, { policy: catalogue.policy() })
  }
}
