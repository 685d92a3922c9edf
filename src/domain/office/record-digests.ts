import type { DigestText } from './record.ts'

/** A digest of a text or of its bytes in UTF-8, in hexadecimal. */
type DigestContent = (content: string | Uint8Array) => string

/** A document's new state, as far as its digest goes; `null`: it was removed. */
export interface DigestedState {
  kind: string
  id: string
  body: object | null
  /** Its JSON in UTF-8, where somebody has written it already: it has the same digest and the body need not be asked for. */
  written?: { json: Uint8Array }
}

/** Digest of a document; `null`: there is none. */
export function digestDocument(body: object | null | undefined, digest: DigestText): string | null {
  return body === null || body === undefined ? null : digest(JSON.stringify(body))
}

/** Digest of everything that a commit of the catalogue changed, in its order: what a store's log says of that commit has the same. */
export function digestChanges(changes: readonly DigestedState[], digest: DigestContent): string {
  return digest(changes.map((change) => digestedLine(change, digest)).join('\n'))
}

/** One line of what `digestChanges` sums up, for those who cannot hold a whole commit. */
export function digestedLine(state: DigestedState, digest: DigestContent): string {
  const { kind, id, written } = state
  return `${kind}/${id} ${written ? digest(written.json) : (digestDocument(state.body, digest) ?? '-')}`
}
