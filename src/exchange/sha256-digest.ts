import { createHash } from 'node:crypto'
import type { Digest } from '../ports/digest.ts'

/** A fingerprint by SHA-256; each text is one line, so that no two lists of texts run together. */
export function createSha256Digest(): Digest {
  const hash = createHash('sha256')
  return {
    add: (text) => hash.update(text).update('\n'),
    value: () => hash.copy().digest('hex'),
  }
}
