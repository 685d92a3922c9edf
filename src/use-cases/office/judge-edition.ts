import type { Violation } from '../../domain/catalog-error.ts'
import { checkItemReferences, type KnownNames } from '../../domain/check-references.ts'
import { type EditionContent, mergeContent } from '../../domain/editions/edition-fields.ts'
import { isOfEdition, type Judgement } from '../../domain/office/judge-edition.ts'
import type { CatalogStore } from '../../ports/catalog-store.ts'
import { checkDocument } from '../../schema/check-document.ts'
import type { ItemDetail } from '../use-cases.ts'
import type { EditionPorts } from './edition-ports.ts'
import { plainItem } from './plain-item.ts'

/** Asks schema, references and rules about the item as an edition would make it; of any shape, never refused. */
export function createJudgeEdition({ store, useCases }: Pick<EditionPorts, 'store' | 'useCases'>) {
  return async (item: ItemDetail, content: EditionContent): Promise<Judgement> => {
    const wanted = mergeContent(plainItem(item), content)
    const { findings, violations } = await useCases.checkDraft(wanted)
    return { findings, violations: [...violations, ...(await findDangling(store, wanted))].filter(isOwn) }
  }
}

/** References that lead nowhere; what breaks the schema is told by the schema. */
async function findDangling(store: CatalogStore, item: unknown): Promise<Violation[]> {
  const { document } = checkDocument('item', item)
  return document === undefined ? [] : checkItemReferences(document, await readNames(store))
}

/** Items refer to agencies and laws; no field of an edition refers to items or regions. */
async function readNames(store: CatalogStore): Promise<KnownNames> {
  const [agencies, laws] = await Promise.all([store.find('agencies', 'main'), store.find('laws', 'main')])
  return {
    agencies: new Set(agencies?.body.agencies.map(({ code }) => code)),
    laws: new Set(laws?.body.laws.map(({ title }) => title)),
    regions: undefined,
    items: undefined,
  }
}

function isOwn({ pointer }: Violation): boolean {
  return isOfEdition(pointer)
}
