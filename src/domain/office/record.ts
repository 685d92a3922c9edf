import type { Role } from './roles.ts'

/** What an entry of the record tells. */
export interface RecordFacts {
  /** RFC 3339. */
  at: string
  /** Name of the account; `system`: the service itself; `?name`: somebody who was not let in under that name. */
  actor: string
  role: Role | null
  /** Address the request came from; `local`: the command line or the service itself. */
  from: string
  action: string
  /** Kind and id of what it was done to: `edition/fgw-001.3`. */
  subject: string
  /** Digest of what it was before; `null`: it did not exist, or nothing was changed. */
  before: string | null
  /** Digest of what it is since; `null`: it is gone, or nothing was changed. */
  after: string | null
  /** What else is worth knowing: a comment, a reason, why it was refused. */
  facts: Readonly<Record<string, string>>
}

/** An entry in its place in the chain: whoever changes, removes or inserts one breaks every digest after it. */
export interface RecordEntry extends RecordFacts {
  /** From 1, without gaps. */
  number: number
  /** Digest of the entry before; empty: the first. */
  previous: string
  digest: string
}

/** A digest of a text, in hexadecimal. */
export type DigestText = (text: string) => string

/** The next entry of the chain. */
export function sealEntry(facts: RecordFacts, newest: RecordEntry | undefined, digest: DigestText): RecordEntry {
  const open = { ...facts, number: (newest?.number ?? 0) + 1, previous: newest?.digest ?? '' }
  return { ...open, digest: digest(textOf(open)) }
}

/** Several entries in a row, sealed one after the other. */
export function sealEntries(
  all: readonly RecordFacts[],
  newest: RecordEntry | undefined,
  digest: DigestText,
): RecordEntry[] {
  const sealed: RecordEntry[] = []
  for (const facts of all) sealed.push(sealEntry(facts, sealed.at(-1) ?? newest, digest))
  return sealed
}

/** What is wrong with an entry behind another. */
export type RecordFault = 'gap' | 'broken-link' | 'changed-entry'

/** @returns `undefined`: the entry is as it was sealed and follows the one before. */
export function findFault(
  entry: RecordEntry,
  before: RecordEntry | undefined,
  digest: DigestText,
): RecordFault | undefined {
  if (entry.number !== (before?.number ?? 0) + 1) return 'gap'
  if (entry.previous !== (before?.digest ?? '')) return 'broken-link'
  return digest(textOf(entry)) === entry.digest ? undefined : 'changed-entry'
}

/** The text that is sealed: always the same fields in the same order, whatever order a store answers. */
function textOf({
  number,
  previous,
  at,
  actor,
  role,
  from,
  action,
  subject,
  before,
  after,
  facts,
}: Omit<RecordEntry, 'digest'>) {
  const sortedFacts = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([number, previous, at, actor, role, from, action, subject, before, after, sortedFacts])
}
