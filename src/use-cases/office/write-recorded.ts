import { type RecordFacts, sealEntries } from '../../domain/office/record.ts'
import type { Actor } from '../../domain/office/rights.ts'
import type { Change } from '../../ports/catalog-store.ts'
import type { OfficeChange } from '../../ports/office-store.ts'
import type { OfficePorts } from './office-ports.ts'

/** Who did it, as the record names him. */
export type Doer = Pick<Actor, 'account' | 'from'> & { role: Actor['role'] | null }

/** The command line and the service itself. */
export const theSystem: Doer = { account: 'system', role: null, from: 'local' }

/** One thing done: what the record will say of it. */
export interface Deed {
  action: string
  /** Kind and id: `edition/fgw-001.3`. */
  subject: string
  /** The document before and since; absent: there was or is none, or it was not changed. */
  before?: object | undefined
  after?: object | undefined
  facts?: Record<string, string>
}

export interface RecordedWrite {
  by: Doer
  deeds: readonly Deed[]
  changes?: readonly OfficeChange[]
  /** Changes of the catalogue that belong to it; `seen`: the catalogue revision that was judged. */
  catalogue?: { changes: readonly Change[]; seen?: number }
}

/** Writes something together with its entries in the record: neither is ever there without the other. */
export type WriteRecorded = (write: RecordedWrite) => Promise<void>

export function createWriteRecorded({
  store,
  clock,
  secrets,
}: Pick<OfficePorts, 'store' | 'clock' | 'secrets'>): WriteRecorded {
  const digestOf = (body: object | undefined) => (body === undefined ? null : secrets.digest(JSON.stringify(body)))
  return async ({ by, deeds, changes = [], catalogue }) => {
    const at = clock.now()
    const facts = deeds.map(
      ({ action, subject, before, after, facts = {} }): RecordFacts => ({
        at,
        actor: by.account,
        role: by.role,
        from: by.from,
        action,
        subject,
        before: digestOf(before),
        after: digestOf(after),
        facts,
      }),
    )
    await store.office.write({
      at,
      changes,
      record: (newest) => sealEntries(facts, newest, secrets.digest),
      ...(catalogue === undefined ? {} : { catalogue: commitOf(catalogue, { at, actor: by.account }) }),
    })
  }
}

function commitOf({ changes, seen }: NonNullable<RecordedWrite['catalogue']>, context: { at: string; actor: string }) {
  return { changes, context: { ...context, ...(seen === undefined ? {} : { seenCatalogueRevision: seen }) } }
}
