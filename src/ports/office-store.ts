import type { Account, MachineToken, Session, SignInTrail } from '../domain/office/account.ts'
import type { DecisionDraft, Presence, ReviewRequest, ShareLink } from '../domain/office/decision-draft.ts'
import type { GuideEdition } from '../domain/office/edition.ts'
import type { RecordEntry } from '../domain/office/record.ts'
import type { Change, CommitContext } from './changes.ts'

/** Every kind of document that the office keeps beside the catalogue. */
export interface OfficeKinds {
  account: Account
  signInTrail: SignInTrail
  session: Session
  token: MachineToken
  edition: GuideEdition
  presence: Presence
  shareLink: ShareLink
  decisionDraft: DecisionDraft
  reviewRequest: ReviewRequest
}
export type OfficeKind = keyof OfficeKinds

/** Kinds of which the record knows every state; sessions, sign-in trails and presence come and go by themselves. */
export const recordedKinds = [
  'account',
  'decisionDraft',
  'edition',
  'reviewRequest',
  'shareLink',
  'token',
] as const satisfies readonly OfficeKind[]

/** Kinds that go along into backups and copies: sessions must not hold elsewhere, presence is over in minutes. */
export const archivedKinds = [...recordedKinds, 'signInTrail'] as const satisfies readonly OfficeKind[]

export function isRecorded(kind: OfficeKind): boolean {
  return recordedKinds.some((recorded) => recorded === kind)
}

export interface OfficeDocument<Kind extends OfficeKind> {
  kind: Kind
  id: string
  /** 1 when created, one more with every change. Numbers begin again when a document was removed and comes back. */
  revision: number
  /** Moment of the change, RFC 3339. */
  updatedAt: string
  body: OfficeKinds[Kind]
}

/** What documents are listed by; a field that the body of a kind has not is `null`. */
export const officeKeys = ['account', 'agency', 'item', 'state'] as const
export type OfficeKey = (typeof officeKeys)[number]
/** Only documents with these values; absent: no restriction. */
export type OfficeQuery = Partial<Record<OfficeKey, string>>

export type OfficeChange = {
  [Kind in OfficeKind]: {
    kind: Kind
    id: string
    /** Revision the writer has seen; 0: the document must not exist yet. */
    expectedRevision: number
    /** `null` removes the document. */
    body: OfficeKinds[Kind] | null
  }
}[OfficeKind]

/** What is written as one: all of it or nothing. */
export interface OfficeWrite {
  /** Moment of the write, RFC 3339. */
  at: string
  changes: readonly OfficeChange[]
  /**
   * The next entries of the record, sealed behind the newest one; `commit` is the catalogue revision that the changes of the catalogue make, `undefined`
   * without them. Called inside the transaction, again when that has to be repeated: it must have no other effects. Absent: nothing is recorded.
   */
  record?(newest: RecordEntry | undefined, commit: number | undefined): readonly RecordEntry[]
  /** Changes of the catalogue that belong to it. */
  catalogue?: { changes: readonly Change[]; context: CommitContext }
}

/** Entries of the record, newest first. */
export interface RecordQuery {
  actor?: string
  subject?: string
  action?: string
  /** Only entries before this number. */
  before?: number
  limit: number
}

/** What a store holds at one moment, with the places up to which its logs, which only grow, belong to it. */
export interface OfficeSnapshot {
  catalogueRevision: number
  /** Number of the newest entry of the record; 0: there is none. */
  newestEntry: number
  /** By kind and id, byte by byte. */
  documents: OfficeDocument<OfficeKind>[]
}

/** What is taken over from another store or a backup as it is, with revisions, moments and numbers. */
export interface OfficePart {
  documents: readonly OfficeDocument<OfficeKind>[]
  entries: readonly RecordEntry[]
}

/**
 * Keeps what the office needs beside the catalogue, in the same database: accounts, sessions, editions on their way, and the record.
 *
 * What `write` acknowledged survives kill -9; what it refused left no trace. `test/stores/contract/office.ts` proves it for each store. Every
 * method throws CatalogError `store-unavailable` (fact: `reason`) when the store cannot be reached or written.
 */
export interface OfficeStore {
  find<Kind extends OfficeKind>(kind: Kind, id: string): Promise<OfficeDocument<Kind> | undefined>
  /** Sorted by id, byte by byte. */
  list<Kind extends OfficeKind>(kind: Kind, query?: OfficeQuery): Promise<OfficeDocument<Kind>[]>
  /**
   * @throws CatalogError `stale-revision` (facts: `kind`, `id`, `expected`, `actual`) when a document is not at its expected revision; and what
   *   `CatalogStore.commit` throws for the changes of the catalogue.
   */
  write(write: OfficeWrite): Promise<void>
  /** `undefined`: the record is empty. */
  newestEntry(): Promise<RecordEntry | undefined>
  /** Newest first. */
  listRecord(query: RecordQuery): Promise<RecordEntry[]>
  /**
   * The whole record, oldest first, from the one after `after` up to and including `through`. What an entry is filed under is read from where it is
   * filed, so that whoever changes that is found out by the digest.
   */
  readRecord(after?: number, through?: number): AsyncIterable<RecordEntry>
  /** Documents of some kinds together with the ends of catalogue and record, all of the same moment. They are held in memory. */
  snapshot(kinds: readonly OfficeKind[]): Promise<OfficeSnapshot>
  /**
   * Puts a part of another store in its place, all of it or nothing; a document of the same kind and id is replaced.
   *
   * @throws CatalogError `stale-revision` (facts: `kind: 'record'`, `id`, `expected`, `actual`) when the first entry does not follow the newest one.
   */
  copyIn(part: OfficePart): Promise<void>
}

/** The values that a document is listed by. */
export function officeKeysOf(body: object): Record<OfficeKey, string | null> {
  const fields = new Map<string, unknown>(Object.entries(body))
  const read = (key: OfficeKey) => {
    const value = fields.get(key)
    return typeof value === 'string' ? value : null
  }
  return { account: read('account'), agency: read('agency'), item: read('item'), state: read('state') }
}
