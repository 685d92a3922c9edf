import { CatalogError } from '../domain/catalog-error.ts'
import type { ArchiveSummary, LogSource } from '../ports/archives.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import type { CreateDigest } from '../ports/digest.ts'
import { archivedKinds } from '../ports/office-store.ts'
import { copyOffice, hasCommonRecord } from './copy-office.ts'
import type { OnProgress } from './import-batch.ts'
import type { RecordPorts } from './office/write-recorded.ts'
import { replayLog } from './replay-log.ts'
import { isSameSum, type LogSum, sumLog } from './sum-log.ts'

export interface CopyPorts extends Pick<RecordPorts, 'secrets'> {
  createDigest: CreateDigest
  onProgress?: OnProgress
}
export interface CopyReport extends ArchiveSummary {
  /** How many commits were made now; the others were there already. */
  commits: number
}

/**
 * Copies all commits, pictures and the office of one store into another and compares the two afterwards. A copy that was interrupted goes on where it
 * stopped, and one that is done takes up what was written since. Neither record tells of it: a copy is the same as its source, entry for entry, and
 * stays one that can be copied to again.
 *
 * The function it makes throws CatalogError `empty-catalogue`, `target-not-empty` when the target holds anything but the beginning of the source,
 * `copy-differs` (fact: `reason`) when the two are not equal in the end.
 */
export function createCopyStore(ports: CopyPorts) {
  return async (source: LogSource, target: CatalogStore): Promise<CopyReport> => {
    if ((await source.catalogueRevision()) === 0) throw new CatalogError('empty-catalogue')
    const begun = await findCommonBeginning(ports, source, target)
    if (begun === undefined) throw new CatalogError('target-not-empty')
    return goOn(ports, { source, target, begun, withOffice: true })
  }
}

/** What the target holds, where that is the beginning of the source's log; `undefined`: it holds something else. */
export async function findCommonBeginning(
  { createDigest }: Pick<CopyPorts, 'createDigest'>,
  source: LogSource,
  target: CatalogStore,
): Promise<Beginning | undefined> {
  const revision = await target.catalogueRevision()
  if (revision > (await source.catalogueRevision())) return undefined
  if (!(await hasCommonRecord(source.office, target.office))) return undefined
  const range = { after: 0, through: revision }
  const sum = await sumLog(createDigest, target.readLog(range))
  const expected = await sumLog(createDigest, source.readLog(range))
  return isSameSum(sum, expected) ? { revision, sum } : undefined
}

interface Beginning {
  revision: number
  sum: LogSum
}
interface Copy {
  source: LogSource
  target: CatalogStore
  begun: Beginning
  /** False: the source is a backup that knows of no office; the target's stays. */
  withOffice: boolean
}

/** Copies what the target lacks and compares. All of it is of one moment of the source. */
export async function goOn(ports: CopyPorts, { source, target, begun, withOffice }: Copy): Promise<CopyReport> {
  const { createDigest, onProgress } = ports
  const snapshot = await source.office.snapshot(archivedKinds)
  const { catalogueRevision } = snapshot
  const range = { after: begun.revision, through: catalogueRevision }
  const total = await source.countLog(range)
  let done = 0
  const onState = () => onProgress?.({ done: ++done, total })
  await replayLog(target, source.readLog(range), { sum: begun.sum, onState })
  const pictures = await copyPictures(source, target)
  const copied = await sumLog(createDigest, target.readLog({ after: 0, through: catalogueRevision }))
  if (!isSameSum(copied, begun.sum)) throw new CatalogError('copy-differs', { reason: '历史版本的数目或摘要不同' })
  const office = withOffice ? await copyOffice(ports, { source: source.office, snapshot, target: target.office }) : null
  const { states, digest } = copied
  const commits = catalogueRevision - begun.revision
  return { catalogueRevision, commits, states, pictures, office, digest: digest.value() }
}

/** Copies the pictures that the target lacks, reads each again, and answers how many the source has. */
export async function copyPictures(source: LogSource, target: CatalogStore): Promise<number> {
  let count = 0
  for await (const { key, content } of source.readPictures()) {
    if ((await target.findPicture(key)) === undefined) await target.savePicture(key, content)
    if ((await target.findPicture(key)) !== content) {
      throw new CatalogError('copy-differs', { reason: `流程图 ${key} 的内容不同` })
    }
    count += 1
  }
  return count
}
