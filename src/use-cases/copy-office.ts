import { CatalogError } from '../domain/catalog-error.ts'
import { type DigestText, findFault, type RecordEntry } from '../domain/office/record.ts'
import type { OfficeSource, OfficeSummary } from '../ports/archives.ts'
import type { CreateDigest } from '../ports/digest.ts'
import { archivedKinds, type OfficeSnapshot, type OfficeStore } from '../ports/office-store.ts'

/** How many documents or entries are taken over in one transaction. */
const portion = 500

/** Whether the record of a store is the beginning of another one: the digest of an entry stands for all before it. */
export async function hasCommonRecord(source: OfficeSource, target: OfficeStore): Promise<boolean> {
  const newest = await target.newestEntry()
  if (newest === undefined) return true
  const { number, digest } = newest
  for await (const entry of source.readRecord(number - 1, number)) return entry.digest === digest
  return false
}

/**
 * Makes the office of a store what a snapshot of another one says, and its record the same up to that moment; then compares the two.
 *
 * @throws CatalogError `stale-revision` when somebody else writes to the target meanwhile, `copy-differs`.
 */
export async function copyOffice(
  { createDigest, secrets: { digest } }: { createDigest: CreateDigest; secrets: { digest: DigestText } },
  { source, snapshot, target }: { source: OfficeSource; snapshot: OfficeSnapshot; target: OfficeStore },
): Promise<OfficeSummary> {
  await removeOthers(snapshot.documents, target)
  for (let start = 0; start < snapshot.documents.length; start += portion) {
    await target.copyIn({ documents: snapshot.documents.slice(start, start + portion), entries: [] })
  }
  await copyRecord(source, snapshot.newestEntry, target)
  const copied = await sumOffice(createDigest, { ...(await target.snapshot(archivedKinds)), source: target })
  const expected = await sumOffice(createDigest, { ...snapshot, source })
  if (copied !== expected) throw new CatalogError('copy-differs', { reason: '后台的内容或操作记录不同' })
  return { documents: snapshot.documents.length, ...(await describeRecord(target, snapshot.newestEntry, digest)) }
}

/** What the target has and the snapshot has not is gone since. */
async function removeOthers(documents: OfficeSnapshot['documents'], target: OfficeStore): Promise<void> {
  const wanted = new Set(documents.map(({ kind, id }) => `${kind}/${id}`))
  const present = (await target.snapshot(archivedKinds)).documents
  const others = present.filter(({ kind, id }) => !wanted.has(`${kind}/${id}`))
  const changes = others.map(({ kind, id, revision }) => ({ kind, id, expectedRevision: revision, body: null }))
  const [first] = others
  if (first !== undefined) await target.write({ at: first.updatedAt, changes })
}

async function copyRecord(source: OfficeSource, through: number, target: OfficeStore): Promise<void> {
  let entries: RecordEntry[] = []
  const begun = (await target.newestEntry())?.number ?? 0
  for await (const entry of source.readRecord(begun, through)) {
    entries.push(entry)
    if (entries.length < portion) continue
    await target.copyIn({ documents: [], entries })
    entries = []
  }
  if (entries.length > 0) await target.copyIn({ documents: [], entries })
}

/** A digest of all documents and of the whole record up to the snapshot's moment. */
async function sumOffice(
  createDigest: CreateDigest,
  { documents, newestEntry, source }: Omit<OfficeSnapshot, 'catalogueRevision'> & { source: OfficeSource },
): Promise<string> {
  const sum = createDigest()
  for (const { kind, id, revision, updatedAt, body } of documents) {
    sum.add(JSON.stringify([kind, id, revision, updatedAt, body]))
  }
  for await (const entry of source.readRecord(0, newestEntry)) sum.add(`${entry.number} ${entry.digest}`)
  return sum.value()
}

/** The end of a record, and where its chain breaks: a record that was tampered with is evidence, and is kept as it is. */
async function describeRecord(
  source: OfficeSource,
  through: number,
  digest: DigestText,
): Promise<Omit<OfficeSummary, 'documents'>> {
  let before: RecordEntry | undefined
  let brokenAt: number | null = null
  for await (const entry of source.readRecord(0, through)) {
    if (brokenAt === null && findFault(entry, before, digest) !== undefined) brokenAt = entry.number
    before = entry
  }
  return { entries: through, head: before?.digest ?? null, brokenAt }
}
