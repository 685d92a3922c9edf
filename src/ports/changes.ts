import type { ItemHead, ItemIndex } from '../domain/item-index.ts'
import type { AdjustmentDecision, Agencies, ApprovalItem, Laws, Policy, Regions } from '../schema/types.ts'

/** Every kind of document and its shape. The four lists are single documents, with the id `main`. */
export interface DocumentKinds {
  policy: Policy
  regions: Regions
  agencies: Agencies
  laws: Laws
  item: ApprovalItem
  decision: AdjustmentDecision
}
export type DocumentKind = keyof DocumentKinds

interface ChangeOf<Kind extends DocumentKind> {
  kind: Kind
  id: string
  /** Revision the writer has seen; 0: the document must not exist yet. */
  expectedRevision: number
  /** The new body; `null` removes the document (its history stays). */
  body: DocumentKinds[Kind] | null
}
/** One change of one document. An item comes with its index entry. */
export type Change =
  | { [Kind in Exclude<DocumentKind, 'item'>]: ChangeOf<Kind> }[Exclude<DocumentKind, 'item'>]
  | (ChangeOf<'item'> & { index: ItemIndex; written?: WrittenItem })

/** The body of a change where somebody has written it as JSON already: a store of texts may keep that and never ask for the body. */
export interface WrittenItem {
  head: ItemHead
  /** In UTF-8. */
  json: Uint8Array
}

export interface CommitContext {
  /** Moment of the change, RFC 3339. */
  at: string
  /** Who made it, in words: `import`, or the name of an account. */
  actor: string
  /** Catalogue revision that the writer has judged as a whole; absent: only the documents it changes matter. */
  seenCatalogueRevision?: number
}
