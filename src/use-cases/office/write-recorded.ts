import { type RecordFacts, sealEntries } from '../../domain/office/record.ts'
import { digestChanges, digestDocument } from '../../domain/office/record-digests.ts'
import type { Actor } from '../../domain/office/rights.ts'
import type { Change } from '../../ports/catalog-store.ts'
import { isRecorded, type OfficeChange, type OfficeStore } from '../../ports/office-store.ts'
import type { OfficePorts } from './office-ports.ts'

/** Who did it, as the record names him. */
export type Doer = Pick<Actor, 'account' | 'from' | 'token'> & { role: Actor['role'] | null }

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
  /** At least one. */
  deeds: readonly Deed[]
  changes?: readonly OfficeChange[]
  /** Changes of the catalogue that belong to it; `seen`: the catalogue revision that was judged; `actor`: who, in the history, if not the doer. */
  catalogue?: { changes: readonly Change[]; seen?: number; actor?: string }
}

/** Writes something together with its entries in the record: neither is ever there without the other. */
export type WriteRecorded = (write: RecordedWrite) => Promise<void>

/** What recording stands on. */
export type RecordPorts = Pick<OfficePorts, 'clock'> & {
  store: { office: Pick<OfficeStore, 'write'> }
  secrets: Pick<OfficePorts['secrets'], 'digest'>
}

/** Fact of an entry whose document was removed: its digest afterwards is `null`, as that of one that nothing was done to. */
export const removedFact = 'removed'

/**
 * What it writes is known to the record whole: a document that no deed speaks of gets an entry of its own (`document.follow`), and the first deed
 * names the commit of the catalogue with the digest of all its changes.
 */
export function createWriteRecorded({ store, clock, secrets }: RecordPorts): WriteRecorded {
  return async ({ by, deeds, changes = [], catalogue }) => {
    const at = clock.now()
    const written = new Map(
      changes.filter(({ kind }) => isRecorded(kind)).map((one) => [`${one.kind}/${one.id}`, one.body]),
    )
    const toFacts = (deed: Deed): RecordFacts => {
      // What is written is what the entry tells, whatever the deed says.
      const after = written.has(deed.subject) ? written.get(deed.subject) : deed.after
      return {
        at,
        actor: by.account,
        role: by.role,
        from: by.from,
        action: deed.action,
        subject: deed.subject,
        before: digestDocument(deed.before, secrets.digest),
        after: digestDocument(after, secrets.digest),
        facts: {
          ...deed.facts,
          ...(by.token && { token: by.token }),
          ...(after === null ? { [removedFact]: deed.subject } : {}),
        },
      }
    }
    const all = [...deeds, ...followers(deeds, written.keys())].map(toFacts)
    const content = catalogue === undefined ? {} : contentOf(catalogue.changes, secrets.digest)
    await store.office.write({
      at,
      changes,
      record: (newest, commit) => sealEntries(withCommit(all, commit, content), newest, secrets.digest),
      ...(catalogue === undefined ? {} : { catalogue: commitOf(catalogue, { at, actor: by.account }) }),
    })
  }
}

/** Documents that change along with what is done. */
function followers(deeds: readonly Deed[], written: Iterable<string>): Deed[] {
  const told = new Set(deeds.map(({ subject }) => subject))
  return [...written].flatMap((subject) => (told.has(subject) ? [] : [{ action: 'document.follow', subject }]))
}

function contentOf(changes: readonly Change[], digest: OfficePorts['secrets']['digest']): Record<string, string> {
  return changes.length === 0 ? {} : { changed: String(changes.length), content: digestChanges(changes, digest) }
}

function withCommit(
  [first, ...rest]: readonly RecordFacts[],
  commit: number | undefined,
  content: Record<string, string>,
): RecordFacts[] {
  if (first === undefined) return []
  if (commit === undefined || content.content === undefined) return [first, ...rest]
  return [{ ...first, facts: { ...first.facts, ...content, commit: String(commit) } }, ...rest]
}

function commitOf(
  { changes, seen, actor }: NonNullable<RecordedWrite['catalogue']>,
  context: { at: string; actor: string },
) {
  return {
    changes,
    context: {
      at: context.at,
      actor: actor ?? context.actor,
      ...(seen === undefined ? {} : { seenCatalogueRevision: seen }),
    },
  }
}
