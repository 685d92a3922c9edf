import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Secrets } from '../ports/secrets.ts'

/** Without what is easily taken for something else: 0 and o, 1, i and l. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Secrets from the random numbers of the system. */
export const nodeSecrets: Secrets = {
  newKey: () => randomBytes(32).toString('base64url'),
  newPassword() {
    const letters = Array.from({ length: 20 }, () => readable[randomInt(readable.length)])
    return [0, 5, 10, 15].map((start) => letters.slice(start, start + 5).join('')).join('-')
  },
  digest: (text) => createHash('sha256').update(text).digest('hex'),
}
