import type { DigestText } from './record.ts'

/** A document's new state, as far as its digest goes; `null`: it was removed. */
export interface DigestedState {
  kind: string
  id: string
  body: object | null
}

/** Digest of a document; `null`: there is none. */
export function digestDocument(body: object | null | undefined, digest: DigestText): string | null {
  return body === null || body === undefined ? null : digest(JSON.stringify(body))
}

/** Digest of everything that a commit of the catalogue changed, in its order: what a store's log says of that commit has the same. */
export function digestChanges(changes: readonly DigestedState[], digest: DigestText): string {
  return digest(changes.map((change) => digestedLine(change, digest)).join('\n'))
}

/** One line of what `digestChanges` sums up, for those who cannot hold a whole commit. */
export function digestedLine({ kind, id, body }: DigestedState, digest: DigestText): string {
  return `${kind}/${id} ${digestDocument(body, digest) ?? '-'}`
}
