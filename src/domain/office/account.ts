import type { Role } from './roles.ts'

/** Somebody who may sign in. */
export interface Account {
  /** What is typed at sign-in: lower-case letters, digits, dot, dash. */
  name: string
  displayName: string
  role: Role
  /** Code of the agency of an editor or a reviewer; `null`: the whole city. */
  agency: string | null
  /** In the PHC string format, with salt and cost. */
  passwordHash: string
  /** Whether the password was given by somebody else and has to be changed at the next sign-in. */
  mustChange: boolean
  disabled: boolean
  /** RFC 3339. */
  createdAt: string
  passwordChangedAt: string
}

/** Failed and successful sign-ins of one account from one address; it slows down guessing. */
export interface SignInTrail {
  account: string
  from: string
  /** Failures since the last success. */
  failures: number
  lastFailureAt: string | null
  lastSuccessAt: string | null
}

/** A signed-in browser. Its id is the digest of what the cookie holds. */
export interface Session {
  account: string
  from: string
  /** What the browser calls itself, shortened. */
  browser: string
  /** Key of the tokens against forged requests. */
  formKey: string
  createdAt: string
  lastSeenAt: string
  /** Moment after which it is over, whatever is done. */
  expiresAt: string
}

/** A key for a machine. Its id is the digest of the key, which is shown once and kept nowhere. */
export interface MachineToken {
  account: string
  /** What it is for, in words. */
  label: string
  /** Actions it may do, each at most what the account may. */
  scopes: string[]
  createdAt: string
  expiresAt: string
  revokedAt: string | null
}

const namePattern = /^[a-z][a-z0-9.-]{1,31}$/

export function isAccountName(text: unknown): text is string {
  return typeof text === 'string' && namePattern.test(text)
}
