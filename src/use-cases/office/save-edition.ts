import { InputRefusedError } from '../../domain/catalog-error.ts'
import { type EditionContent, editionFields } from '../../domain/editions/edition-fields.ts'
import { type Actor, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import { isSameDocument } from '../../domain/same-document.ts'
import type { EditionPorts } from './edition-ports.ts'
import { getStoredEdition, type StoredEdition } from './read-editions.ts'

export interface EditionSave {
  id: string
  /** Revision that the writer has seen. */
  revision: number
  /** The whole content; half-written is all right. */
  content: EditionContent
  /** As which right it is written: by hand, or as a plan of the compression desk. */
  action?: 'edition.write' | 'desk.save'
}

/** Largest content, in characters of JSON. */
const largestContent = 1_000_000

/**
 * Keeps what was written so far. Content that is the same as before changes nothing.
 *
 * @throws NotFoundError; CatalogError `not-allowed`, `stale-revision`; InputRefusedError: not the fields of an edition, or too large.
 */
export function createSaveEdition({ store, writeRecorded }: Pick<EditionPorts, 'store' | 'writeRecorded'>) {
  return async (
    actor: Actor,
    { id, revision, content, action = 'edition.write' }: EditionSave,
  ): Promise<StoredEdition> => {
    const edition = await getStoredEdition(store, id)
    const { agency, state, drafters } = edition.body
    refuseUnlessAllowed(actor, action, { agency, state })
    if (state !== 'draft') refuseUnlessAllowed(actor, 'edition.write', { agency, state })
    const kept = checkContent(content)
    if (edition.revision === revision && isSameDocument(kept, edition.body.content)) return edition
    const body = {
      ...edition.body,
      content: kept,
      drafters: drafters.includes(actor.account) ? drafters : [...drafters, actor.account],
    }
    await writeRecorded({
      by: actor,
      deeds: [{ action, subject: `edition/${id}`, before: edition.body, after: body }],
      changes: [{ kind: 'edition', id, expectedRevision: revision, body }],
    })
    return getStoredEdition(store, id)
  }
}

/** @throws InputRefusedError */
function checkContent(content: EditionContent): EditionContent {
  const given = new Map(Object.entries(content))
  const strange = [...given.keys()].filter((key) => !editionFields.some((field) => field === key))
  const violations = strange.map((key) => ({
    pointer: `/${key.slice(0, 60)}`,
    rule: 'additionalProperties',
    message: `指南里没有“${key.slice(0, 60)}”这个字段。`,
  }))
  if (JSON.stringify(content).length > largestContent) {
    violations.push({ pointer: '', rule: 'size', message: '内容太多，一份指南最多一百万字。' })
  }
  if (violations.length > 0) throw new InputRefusedError(violations)
  // Every field of the list, and no other: what is missing is empty.
  return Object.fromEntries(
    editionFields.map((field) => [field, given.get(field) ?? null]),
  ) as unknown as EditionContent
}
