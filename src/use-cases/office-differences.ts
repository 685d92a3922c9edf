import { isSameDocument } from '../domain/same-document.ts'
import type { OfficeSource } from '../ports/archives.ts'
import { archivedKinds, type OfficeChange, type OfficeDocument, type OfficeKind } from '../ports/office-store.ts'
import type { Deed } from './office/write-recorded.ts'

/** Work on the catalogue goes back to what the backup holds. */
const restoredKinds: readonly OfficeKind[] = ['edition', 'decisionDraft', 'reviewRequest']

/**
 * What has to be written in the office of a store that has moved on, and what the record says of it. Drafts, editions and requests become what the
 * backup holds. Accounts come back only where they are missing, tokens and links not at all: a password that was changed, an account that was
 * disabled or a token that was revoked since must not return.
 */
export async function officeDifferences(
  backup: OfficeSource,
  present: OfficeSource,
): Promise<{ changes: OfficeChange[]; deeds: Deed[] }> {
  const wanted = new Map((await backup.snapshot(archivedKinds)).documents.map((found) => [keyOf(found), found]))
  const [changes, deeds]: [OfficeChange[], Deed[]] = [[], []]
  const set = (
    document: OfficeDocument<OfficeKind>,
    before: OfficeDocument<OfficeKind> | undefined,
    isGone = false,
  ) => {
    const { kind, id, body } = document
    const change = { kind, id, expectedRevision: before?.revision ?? 0, body: isGone ? null : body }
    // Kind and body come from the same document, which TypeScript does not follow through a union.
    changes.push(change as OfficeChange)
    const after = isGone ? {} : { after: body }
    deeds.push({ action: 'document.restore', subject: keyOf(document), before: before?.body, ...after })
  }
  for (const document of (await present.snapshot(archivedKinds)).documents) {
    const kept = wanted.get(keyOf(document))
    wanted.delete(keyOf(document))
    if (!restoredKinds.includes(document.kind)) continue
    if (kept === undefined) set(document, document, true)
    else if (!isSameDocument(kept.body, document.body)) set(kept, document)
  }
  for (const document of wanted.values()) {
    if (document.kind === 'account' || restoredKinds.includes(document.kind)) set(document, undefined)
  }
  return { changes, deeds }
}

function keyOf({ kind, id }: OfficeDocument<OfficeKind>): string {
  return `${kind}/${id}`
}
