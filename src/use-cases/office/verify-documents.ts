import type { DigestText } from '../../domain/office/record.ts'
import { digestDocument } from '../../domain/office/record-digests.ts'
import type { RecordFinding } from '../../domain/office/record-fault.ts'
import type { OfficeDocument, OfficeKind } from '../../ports/office-store.ts'
import { finding } from './record-finding.ts'

/** By kind and id: digest (`null`: removed) and number of the entry that tells it. */
export type LastStates = ReadonlyMap<string, { digest: string | null; entry: number }>

/** Documents that are not what the record says of them, are missing, or are unknown to it. */
export function findForeignDocuments(
  documents: readonly OfficeDocument<OfficeKind>[],
  states: LastStates,
  digest: DigestText,
): RecordFinding[] {
  const findings: RecordFinding[] = []
  const missing = new Map([...states].filter(([, state]) => state.digest !== null))
  for (const { kind, id, body } of documents) {
    const subject = `${kind}/${id}`
    const known = missing.get(subject)
    missing.delete(subject)
    if (known === undefined) findings.push(finding('unknown-document', { subject }))
    else if (known.digest !== digestDocument(body, digest)) {
      findings.push(finding('changed-document', { subject, entry: known.entry }))
    }
  }
  for (const [subject, { entry }] of missing) findings.push(finding('missing-document', { subject, entry }))
  return findings
}
