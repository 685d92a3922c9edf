import type { Request } from 'express'
import { CatalogError } from '../../domain/catalog-error.ts'

/** What the encodings of an answer add to its tag. */
const endings = /-(?:br|gz)$/

/**
 * The tags of `If-Match`, without quotes and without what the encoding of the answer added.
 *
 * A weak tag and `*` do not say which version was seen.
 * @throws CatalogError `revision-missing` when there is none that does.
 */
export function readIfMatch(req: Request): string[] {
  const tags = [...(req.get('If-Match') ?? '').matchAll(/(?:^|,)\s*"([^"]*)"/g)]
  if (tags.length === 0) throw new CatalogError('revision-missing')
  return tags.map(([, tag = '']) => tag.replace(endings, ''))
}

/** The revision of a draft that the writer has seen: the newest of those that he names. @throws CatalogError `revision-missing`, `stale-revision`. */
export function readSeenRevision(req: Request, id: string): number {
  const revisions = readIfMatch(req).flatMap((tag) => (/^\d{1,9}$/.test(tag) ? [Number(tag)] : []))
  if (revisions.length === 0) throw new CatalogError('stale-revision', { kind: 'edition', id })
  return Math.max(...revisions)
}

/** The tag of a revision of a draft. */
export function revisionTag(revision: number): string {
  return `"${revision}"`
}
