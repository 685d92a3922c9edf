import { createArchiveFiles } from '../../src/exchange/archive-files.ts'
import { createSha256Digest } from '../../src/exchange/sha256-digest.ts'
import type { CatalogStore, LogEntry, Picture } from '../../src/ports/catalog-store.ts'
import type { ApprovalItem } from '../../src/schema/types.ts'
import { aContext, aDecisionChange, aDecisionRemoval, aMinimalDecision } from './changes.ts'
import { aFullItem, aMinimalItem, anItemChange, anItemRemoval } from './items.ts'

/** What moving whole stores needs, with a clock that stands still. */
export const transferPorts = {
  archives: createArchiveFiles(),
  createDigest: createSha256Digest,
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
}

/** The item that `writeHistory` removes and brings back, at revision 4. */
export function itemThatCameBack(name = '企业投资项目核准'): ApprovalItem {
  return aFullItem({ implementationCode: null, name })
}

/** Everything that a store holds, in the order of its log. */
export async function contentOf(
  store: CatalogStore,
): Promise<{ log: LogEntry[]; pictures: Picture[]; items: unknown }> {
  const [log, pictures]: [LogEntry[], Picture[]] = [[], []]
  for await (const entry of store.readLog({ after: 0, through: Number.MAX_SAFE_INTEGER })) log.push(entry)
  for await (const picture of store.readPictures()) pictures.push(picture)
  const page = { filters: {}, sort: 'official', page: 1, pageSize: 100 } as const
  return { log, pictures, items: await store.listItems(page) }
}
