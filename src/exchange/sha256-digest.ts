import { createHash } from 'node:crypto'
import type { Digest } from '../ports/digest.ts'

/** SHA-256 of one text, in hexadecimal. */
export function digestSha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A fingerprint by SHA-256; each text is one line, so that no two lists of texts run together. */
export function createSha256Digest(): Digest {
  const hash = createHash('sha256')
  return {
    add: (text) => hash.update(text).update('\n'),
    value: () => hash.copy().digest('hex'),
  }
}
