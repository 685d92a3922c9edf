import type { ApprovalItem } from '../../schema/types.ts'

/**
 * The fields of an item that its agency keeps and an edition of its guide holds, in the order of the schema.
 *
 * What makes the item an entry of the city's list (name, codes, agency, type, role, power, the limit that the law sets, provenance)
 * stays with the reform office and changes by adjustment decision or import.
 */
export const editionFields = [
  'aliases',
  'audiences',
  'themes',
  'keywords',
  'undertakingUnit',
  'legalBases',
  'caseType',
  'promisedTimeLimit',
  'extension',
  'specialProcedures',
  'compressionException',
  'quantityLimit',
  'guide',
  'procedure',
  'mermaid',
] as const satisfies readonly (keyof ApprovalItem)[]

/** What an edition of a guide holds. In a draft it may be half-written: a required text can be empty. */
export type EditionContent = Pick<ApprovalItem, (typeof editionFields)[number]>

/** The agency's part of an item; shares nothing with it. */
export function takeContent(item: ApprovalItem): EditionContent {
  const kept = Object.fromEntries(editionFields.map((field) => [field, item[field]]))
  // Made of exactly the fields of the list above.
  return structuredClone(kept) as unknown as EditionContent
}

/** The item with an edition's content in place of its own; shares nothing with either. */
export function mergeContent(item: ApprovalItem, content: EditionContent): ApprovalItem {
  const kept = Object.fromEntries(editionFields.map((field) => [field, content[field]]))
  return structuredClone({ ...item, ...kept })
}
