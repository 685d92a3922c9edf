import { findFault, type RecordEntry } from '../../domain/office/record.ts'
import type { RecordFinding } from '../../domain/office/record-fault.ts'
import { type Actor, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import type { CatalogStore } from '../../ports/catalog-store.ts'
import { type OfficeSnapshot, recordedKinds } from '../../ports/office-store.ts'
import { finding } from './record-finding.ts'
import { findForeignCommits, type KnownCommits } from './verify-commits.ts'
import { findForeignDocuments } from './verify-documents.ts'
import { type RecordPorts, removedFact } from './write-recorded.ts'

export interface RecordCheck {
  /** How many entries were looked at. */
  entries: number
  /** The newest entry: its digest, kept elsewhere, proves later that nothing before it was rewritten. `null`: the record is empty. */
  head: { number: number; digest: string; at: string } | null
  isIntact: boolean
  findings: RecordFinding[]
}

export type VerifyPorts = Pick<RecordPorts, 'secrets'> & { store: CatalogStore }

/** What was read of the chain. */
interface ReadChain {
  newest: RecordEntry | undefined
  findings: RecordFinding[]
  /** The last state that the record knows of each document of the office. */
  states: Map<string, { digest: string | null; entry: number }>
  commits: KnownCommits
  hasHead: boolean
}

/** Nobody reads more. */
const mostFindings = 1000

/**
 * Looks at the whole record and at everything it speaks of: every entry in its place in the chain, every document of the office and every commit of
 * the catalogue as the record knows it. `head`: the digest of an entry that was noted elsewhere and has to lie in the chain still.
 *
 * All of it is of one moment, whatever others write meanwhile.
 */
export function createInspectRecord({ store, secrets }: VerifyPorts) {
  return async ({ head }: { head?: string | undefined } = {}): Promise<RecordCheck> => {
    const snapshot = await store.office.snapshot(recordedKinds)
    const chain = await readChain(head, snapshot)
    const findings = [
      ...(head === undefined || chain.hasHead ? [] : [finding('head-missing')]),
      ...chain.findings,
      ...findForeignDocuments(snapshot.documents, chain.states, secrets.digest),
      ...(await findForeignCommits({ store, secrets }, snapshot.catalogueRevision, chain.commits)),
    ]
    const { newest } = chain
    return {
      entries: snapshot.newestEntry,
      head: newest === undefined ? null : { number: newest.number, digest: newest.digest, at: newest.at },
      isIntact: findings.length === 0,
      findings: findings.slice(0, mostFindings),
    }
  }

  async function readChain(head: string | undefined, { newestEntry }: OfficeSnapshot): Promise<ReadChain> {
    const chain: ReadChain = {
      newest: undefined,
      findings: [],
      states: new Map(),
      commits: new Map(),
      hasHead: false,
    }
    for await (const entry of store.office.readRecord(0, newestEntry)) {
      const kind = findFault(entry, chain.newest, secrets.digest)
      if (kind !== undefined) chain.findings.push(finding(kind, { entry: entry.number }))
      chain.hasHead ||= entry.digest === head
      noteState(chain, entry)
      noteCommit(chain, entry)
      chain.newest = entry
    }
    return chain
  }
}

/** An entry without digests changed nothing. */
function noteState({ states }: ReadChain, { subject, before, after, facts, number }: RecordEntry): void {
  const isRecorded = recordedKinds.some((kind) => subject.startsWith(`${kind}/`))
  const tellsState = before !== null || after !== null || facts[removedFact] !== undefined
  if (isRecorded && tellsState) states.set(subject, { digest: after, entry: number })
}

function noteCommit({ commits }: ReadChain, { facts: { commit, content }, number }: RecordEntry): void {
  if (commit !== undefined && content !== undefined) commits.set(Number(commit), { digest: content, entry: number })
}

/** For the auditor; see `createInspectRecord`. @throws CatalogError `not-allowed`. */
export function createVerifyRecord(ports: VerifyPorts) {
  const inspect = createInspectRecord(ports)
  return async (actor: Actor, query: { head?: string | undefined } = {}): Promise<RecordCheck> => {
    refuseUnlessAllowed(actor, 'record.read')
    return inspect(query)
  }
}
