import { rights } from './rights.ts'

/** What a person does with himself or others; a machine has no part in it. */
const personal = [
  'home.view',
  'password.change',
  'session.end',
  'token.list',
  'token.manage',
  'account.manage',
  'record.read',
]

/** Actions that a machine's token may be made for: all of the table of rights but what is personal. */
export const tokenActions: readonly string[] = [...new Set(rights.map(({ action }) => action))].filter(
  (action) => !personal.includes(action),
)

/** Longest life of a token, in seconds: a year and its leap day. */
export const longestTokenLife = 366 * 24 * 3600
