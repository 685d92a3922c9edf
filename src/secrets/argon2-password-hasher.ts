import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'
import type { PasswordHasher } from '../ports/secrets.ts'

export interface Argon2Cost {
  /** Kibibytes. */
  memorySize: number
  iterations: number
}

/** What OWASP's Password Storage Cheat Sheet asks of argon2id at least. */
const usualCost: Argon2Cost = { memorySize: 19_456, iterations: 2 }

/** Argon2id (RFC 9106) with one lane, a salt of 16 and a digest of 32 bytes. */
export function createArgon2PasswordHasher(cost: Argon2Cost = usualCost): PasswordHasher {
  return {
    hash: (password) =>
      argon2id({
        ...cost,
        password: password.normalize('NFC'),
        salt: randomBytes(16),
        parallelism: 1,
        hashLength: 32,
        outputType: 'encoded',
      }),
    // The library refuses to hash nothing; nobody has an empty password.
    verify: async (password, hash) => password !== '' && argon2Verify({ password: password.normalize('NFC'), hash }),
    isCommon: async (password) => (await commonPasswords()).has(password.toLowerCase()),
  }
}

let known: ReadonlySet<string> | undefined

/** The 49,000 most used passwords of zxcvbn; read when first asked for, since they take some megabytes. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  if (known === undefined) {
    const { dictionary } = await import('@zxcvbn-ts/language-common')
    known = new Set(dictionary['passwords-common'])
  }
  return known
}
