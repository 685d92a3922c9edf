import { CatalogError, InputRefusedError, NotFoundError, type Violation } from '../../../domain/catalog-error.ts'
import { checkItemReferences } from '../../../domain/check-references.ts'
import { sentenceFor } from '../../../domain/error-sentences.ts'
import type { Finding } from '../../../domain/finding.ts'
import { itemFactFields } from '../../../domain/office/item-facts.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import { isSameDocument } from '../../../domain/same-document.ts'
import { checkDocument } from '../../../schema/check-document.ts'
import type { ApprovalItem } from '../../../schema/types.ts'
import type { Catalogue } from '../../current-catalogue.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import { itemChange } from '../publish-edition.ts'

export interface FactsSave {
  /** Code of the item. */
  code: string
  /** Revision that the writer has seen. */
  revision: number
  /** The fields of `itemFactFields`, of any shape; others are left alone. */
  facts: Readonly<Record<string, unknown>>
}

/**
 * Changes what the reform office keeps of an item by itself. Errors that the rules found before do not stand in the way; new ones do.
 *
 * @throws NotFoundError; CatalogError `not-allowed`, `stale-revision`; InputRefusedError with everything that schema, references and rules say.
 */
export function createSaveItemFacts({ store, currentCatalogue, useCases, writeRecorded }: CataloguePorts) {
  return async (actor: Actor, { code, revision, facts }: FactsSave): Promise<void> => {
    refuseUnlessAllowed(actor, 'item.write')
    const item = await store.find('item', code)
    if (item === undefined) throw new NotFoundError('item', code)
    if (item.revision !== revision) {
      throw new CatalogError('stale-revision', { kind: 'item', id: code, expected: revision, actual: item.revision })
    }
    const given = Object.fromEntries(itemFactFields.flatMap((field) => (field in facts ? [[field, facts[field]]] : [])))
    const { document, violations } = checkDocument('item', { ...item.body, ...given })
    if (document === undefined) throw new InputRefusedError(violations)
    if (isSameDocument(document, item.body)) return
    const catalogue = await currentCatalogue()
    const refused = [
      ...checkItemReferences(document, namesOf(catalogue)),
      ...checkParentage(document, catalogue),
      ...newErrors((await useCases.checkDraft(item.body)).findings, (await useCases.checkDraft(document)).findings),
    ]
    if (refused.length > 0) throw new InputRefusedError(refused)
    await writeRecorded({
      by: actor,
      deeds: [{ action: 'item.write', subject: `item/${code}`, before: item.body, after: document }],
      catalogue: { changes: [await itemChange(store, item, document)] },
    }).catch(tellTwin)
  }
}

function namesOf({ agencies, laws, regions, items }: Catalogue) {
  return {
    agencies: new Set(agencies.keys()),
    laws: new Set(laws.map(({ title }) => title)),
    regions: new Set(regions.map(({ code }) => code)),
    items: new Set(items.keys()),
  }
}

/** Main items and sub-items are two levels: neither an item nor its main item can be both. */
function checkParentage({ code, parent }: ApprovalItem, { items }: Catalogue): Violation[] {
  if (parent === null) return []
  const refuse = (message: string) => [{ pointer: '/parent', rule: 'parent', message }]
  const grandparent = items.get(parent)?.body.parent
  if (grandparent != null) return refuse(`${parent} 自己是 ${grandparent} 的子项，不能再作主项。`)
  const isMain = [...items.values()].some(({ body }) => body.parent === code)
  return isMain ? refuse('它自己有子项，不能再作别的事项的子项。') : []
}

/** Errors that were not there before, at the places they name. */
function newErrors(before: readonly Finding[], after: readonly Finding[]): Violation[] {
  const keyOf = ({ rule, path, message }: Finding) => `${rule} ${path} ${message}`
  const known = new Set(before.map(keyOf))
  return after
    .filter((finding) => finding.severity === 'error' && !known.has(keyOf(finding)))
    .map(({ path, rule, message, mend }) => ({ pointer: path, rule, message: `${message}${mend ?? ''}` }))
}

/** Another item has the code: said at its field. */
function tellTwin(error: unknown): never {
  if (!(error instanceof CatalogError) || error.code !== 'duplicate-code') throw error
  const pointer = `/${String(error.facts.field)}`
  throw new InputRefusedError([{ pointer, rule: error.code, message: sentenceFor(error) }])
}
