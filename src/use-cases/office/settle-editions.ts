import { type EditionContent, takeContent } from '../../domain/editions/edition-fields.ts'
import { editionId, type GuideEdition, serialOf } from '../../domain/office/edition.ts'
import { isSameDocument } from '../../domain/same-document.ts'
import type { Stored } from '../../ports/catalog-store.ts'
import type { OfficeChange } from '../../ports/office-store.ts'
import { findNewestNumbered, findPublished, type StoredEdition } from './read-editions.ts'

/** Editions of an item that agree with what the public sees, and what has to be written to make them so. */
export interface SettledEditions {
  changes: OfficeChange[]
  /** The edition that the public sees, at the revision it has after the changes; `undefined`: there is no guide. */
  published: StoredEdition | undefined
  nextNumber: number
  nextSerial: number
}

/**
 * What came into the catalogue by import has no edition yet: it becomes one, published at the moment it came in, before anything is put in its
 * place. So nothing that was ever public is missing among the editions.
 */
export function settleEditions(editions: readonly StoredEdition[], item: Stored<'item'>): SettledEditions {
  const serial = 1 + Math.max(0, ...editions.map(({ id }) => serialOf(id)))
  const number = 1 + Math.max(0, ...editions.map(({ body }) => body.number ?? 0))
  const published = findPublished(editions)
  const content = takeContent(item.body)
  if (isKnown(editions, content)) return { changes: [], published, nextNumber: number, nextSerial: serial }
  const adopted: GuideEdition = {
    id: editionId(item.id, serial),
    item: item.id,
    agency: item.body.agency,
    state: 'published',
    number,
    basedOn: published?.body.number ?? null,
    content,
    drafters: [],
    steps: [{ at: item.updatedAt, by: 'import', action: 'import', comment: null }],
    publishOn: null,
    warningsReason: null,
    publishedAt: item.updatedAt,
  }
  const changes: OfficeChange[] = [
    ...(published === undefined ? [] : [supersede(published)]),
    { kind: 'edition', id: adopted.id, expectedRevision: 0, body: adopted },
  ]
  const stored = { kind: 'edition', id: adopted.id, revision: 1, updatedAt: item.updatedAt, body: adopted } as const
  return { changes, published: stored, nextNumber: number + 1, nextSerial: serial + 1 }
}

/** Whether the newest edition is what stands in the catalogue: itself, or its withdrawal. */
function isKnown(editions: readonly StoredEdition[], content: EditionContent): boolean {
  const newest = findNewestNumbered(editions)
  if (newest === undefined) return false
  const { state, content: known } = newest.body
  return isSameDocument(state === 'withdrawn' ? { ...known, guide: null } : known, content)
}

/** The edition that another one has taken the place of. */
export function supersede({ id, revision, body }: StoredEdition): OfficeChange {
  return { kind: 'edition', id, expectedRevision: revision, body: { ...body, state: 'superseded' } }
}
