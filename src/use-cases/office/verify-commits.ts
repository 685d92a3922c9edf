import { digestDocument, digestedLine } from '../../domain/office/record-digests.ts'
import type { RecordFinding } from '../../domain/office/record-fault.ts'
import type { CatalogStore, DocumentKind } from '../../ports/catalog-store.ts'
import { documentKey } from '../sum-log.ts'
import { finding } from './record-finding.ts'
import type { RecordPorts } from './write-recorded.ts'

/** By number: digest of all changes of a commit, and number of the entry that tells it. */
export type KnownCommits = Map<number, { digest: string; entry: number }>

type Ports = Pick<RecordPorts, 'secrets'> & { store: CatalogStore }

const kinds = ['policy', 'regions', 'agencies', 'laws', 'item', 'decision'] as const satisfies DocumentKind[]

/** What the log of the catalogue amounts to. */
interface ReadLog {
  /** By number: digest of all changes. */
  commits: Map<number, string>
  /** Digest of every document that exists, by kind and id. */
  present: Map<string, string>
}

/**
 * Commits of the catalogue that are not what the record says of them, are missing, or are unknown to it; and documents that are not what their
 * newest state in the log says. Commits before the first one that the record knows are of a time without record.
 */
export async function findForeignCommits(ports: Ports, through: number, known: KnownCommits): Promise<RecordFinding[]> {
  const log: ReadLog = { commits: new Map(), present: new Map() }
  await readOn(ports, log, { after: 0, through })
  return [...compareCommits(log.commits, known), ...(await compareDocuments(ports, log, through))]
}

function compareCommits(commits: ReadLog['commits'], known: KnownCommits): RecordFinding[] {
  const findings: RecordFinding[] = []
  const first = Math.min(...known.keys())
  for (const [commit, digest] of commits) {
    const told = known.get(commit)
    if (told === undefined) {
      if (commit > first) findings.push(finding('unknown-commit', { commit }))
    } else if (told.digest !== digest) findings.push(finding('changed-commit', { commit, entry: told.entry }))
  }
  for (const [commit, { entry }] of known) {
    if (!commits.has(commit)) findings.push(finding('missing-commit', { commit, entry }))
  }
  return findings
}

/** Reads the log on, one commit after the other. */
async function readOn(
  { store, secrets }: Ports,
  { commits, present }: ReadLog,
  range: { after: number; through: number },
): Promise<void> {
  let lines: string[] = []
  let current = range.after
  const finish = () => {
    if (lines.length > 0) commits.set(current, secrets.digest(lines.join('\n')))
    lines = []
  }
  for await (const state of store.readLog(range)) {
    if (state.commit !== current) finish()
    current = state.commit
    lines.push(digestedLine(state, secrets.digest))
    const digest = digestDocument(state.body, secrets.digest)
    if (digest === null) present.delete(documentKey(state.kind, state.id))
    else present.set(documentKey(state.kind, state.id), digest)
  }
  finish()
}

/** Others may write between the log and the documents: what they wrote is read on, so that only what lasts is told. */
async function compareDocuments(ports: Ports, log: ReadLog, through: number): Promise<RecordFinding[]> {
  for (let seen = through; ; ) {
    const findings = await compareOnce(ports, log)
    const now = await ports.store.catalogueRevision()
    if (findings.length === 0 || now === seen) return findings
    await readOn(ports, log, { after: seen, through: now })
    seen = now
  }
}

async function compareOnce({ store, secrets }: Ports, { present }: ReadLog): Promise<RecordFinding[]> {
  const findings: RecordFinding[] = []
  const missing = new Set(present.keys())
  for (const kind of kinds) {
    for (const { id, body } of await store.list(kind)) {
      const subject = documentKey(kind, id)
      missing.delete(subject)
      if (present.get(subject) !== digestDocument(body, secrets.digest)) {
        findings.push(finding('changed-catalogue', { subject }))
      }
    }
  }
  for (const subject of missing) findings.push(finding('changed-catalogue', { subject }))
  return findings
}
