import type { MachineToken, Session, SignInTrail } from '../../src/domain/office/account.ts'
import type { RecordEntry } from '../../src/domain/office/record.ts'
import { createArchiveFiles } from '../../src/exchange/archive-files.ts'
import { createSha256Digest } from '../../src/exchange/sha256-digest.ts'
import type { CatalogStore, LogEntry, Picture } from '../../src/ports/catalog-store.ts'
import { archivedKinds, type OfficeChange } from '../../src/ports/office-store.ts'
import type { ApprovalItem } from '../../src/schema/types.ts'
import { nodeSecrets } from '../../src/secrets/node-secrets.ts'
import { createWriteRecorded } from '../../src/use-cases/office/write-recorded.ts'
import { aContext, aDecisionChange, aDecisionRemoval, aMinimalDecision } from './changes.ts'
import { aFullItem, aMinimalItem, anItemChange, anItemRemoval } from './items.ts'

/** What moving whole stores needs, with a clock that stands still. */
export const transferPorts = {
  archives: createArchiveFiles(),
  createDigest: createSha256Digest,
  secrets: nodeSecrets,
  clock: { now: () => '2016-05-04T09:00:00+08:00', today: () => '2016-05-04' },
}

/** Fills a store by five commits: two items that exchange a code, one that is removed and comes back, a decision, a picture. */
export async function writeHistory(store: CatalogStore): Promise<void> {
  const [one, two] = [aFullItem(), aMinimalItem({ code: 'fgw-002', implementationCode: 'B' })]
  const decision = aMinimalDecision({ title: '行分隔\u2028与\u0000𠮷' })
  await store.commit([anItemChange(one), anItemChange(two), aDecisionChange(decision)], aContext())
  const exchanged = [
    { ...one, implementationCode: 'B' },
    { ...two, implementationCode: one.implementationCode },
  ]
  await store.commit(
    exchanged.map((item) => anItemChange(item, 1)),
    aContext({ at: '2015-04-01T09:00:00+08:00', actor: '张三' }),
  )
  await store.commit([anItemRemoval(one, 2)], aContext({ at: '2015-04-01T09:00:00+08:00' }))
  await store.commit([anItemChange(itemThatCameBack(), 0, { state: 'suspended' })], aContext())
  await store.commit([aDecisionRemoval(decision.id, 1)], aContext({ actor: '李四' }))
  await store.savePicture('fgw-001@1', '<svg>办\u2029</svg>')
  await writeOfficeHistory(store)
}

/** A token that is made and revoked, failed sign-ins, a session: three documents, two entries of the record. */
async function writeOfficeHistory(store: CatalogStore): Promise<void> {
  const at = transferPorts.clock.now()
  const trail: SignInTrail = { account: 'zhang', from: '10.0.0.1', failures: 2, lastFailureAt: at, lastSuccessAt: null }
  const own = { account: 'zhang', from: '10.0.0.1', browser: 'Firefox', formKey: 'k' }
  const session: Session = { ...own, createdAt: at, lastSeenAt: at, expiresAt: at }
  const changes: OfficeChange[] = [
    { kind: 'signInTrail', id: 'zhang|10.0.0.1', expectedRevision: 0, body: trail },
    { kind: 'session', id: 'aa', expectedRevision: 0, body: session },
  ]
  await store.office.write({ at, changes })
  await writeToken(store, aToken)
  await writeToken(store, { ...aToken, revokedAt: at }, { body: aToken, revision: 1 })
}

const aToken: MachineToken = {
  account: 'zhang',
  label: '分隔\u2028与\u0000𠮷',
  scopes: ['edition.write'],
  createdAt: '2015-03-12T09:00:00+08:00',
  expiresAt: '2016-03-12T09:00:00+08:00',
  revokedAt: null,
}

/** Writes the token `t` with its entry in the record. */
export function writeToken(
  store: CatalogStore,
  body: MachineToken,
  before?: { body: MachineToken; revision: number },
): Promise<void> {
  return createWriteRecorded({ ...transferPorts, store })({
    by: { account: 'zhang', role: 'editor', from: '10.0.0.1' },
    deeds: [{ action: 'token.add', subject: 'token/t', before: before?.body, after: body }],
    changes: [{ kind: 'token', id: 't', expectedRevision: before?.revision ?? 0, body }],
  })
}

/** The item that `writeHistory` removes and brings back, at revision 4. */
export function itemThatCameBack(name = '企业投资项目核准'): ApprovalItem {
  return aFullItem({ implementationCode: null, name })
}

/** Everything that a store holds and a copy of it has as well, in the order of its logs. */
export async function contentOf(
  store: CatalogStore,
): Promise<{ log: LogEntry[]; pictures: Picture[]; items: unknown; office: unknown[]; record: RecordEntry[] }> {
  const [log, pictures]: [LogEntry[], Picture[]] = [[], []]
  for await (const entry of store.readLog({ after: 0, through: Number.MAX_SAFE_INTEGER })) log.push(entry)
  for await (const picture of store.readPictures()) pictures.push(picture)
  const page = { filters: {}, sort: 'official', page: 1, pageSize: 100 } as const
  const record = await store.office.listRecord({ limit: 1000 })
  return { log, pictures, items: await store.listItems(page), office: await officeOf(store), record: record.reverse() }
}

/** What of the office goes along into backups and copies. */
async function officeOf({ office }: CatalogStore): Promise<unknown[]> {
  const lists = await Promise.all(archivedKinds.map((kind) => office.list(kind)))
  return lists.flat()
}
