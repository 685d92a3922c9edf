import { expect, it } from '@jest/globals'
import type { CatalogStore, LogEntry, LogRange } from '../../../src/ports/catalog-store.ts'
import { aContext, aDecisionChange, aDecisionRemoval, aMinimalDecision } from '../../builders/changes.ts'
import { aFullItem, aMinimalItem, anItemChange, anItemIndex, anItemRemoval } from '../../builders/items.ts'
import type { CurrentStore } from '../describe-catalog-store.ts'

const everything = { after: 0, through: Number.MAX_SAFE_INTEGER }

async function logOf(store: CatalogStore, range: LogRange = everything): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  for await (const entry of store.readLog(range)) entries.push(entry)
  return entries
}

async function placesIn(store: CatalogStore, range?: LogRange): Promise<string[]> {
  const entries = await logOf(store, range)
  return entries.map(({ commit, position, id, revision }) => `${commit}.${position} ${id}@${revision}`)
}

const aDecision = (id: string, revision = 0) => aDecisionChange(aMinimalDecision({ id }), revision)

/** Everything that was ever committed, in order. */
export function itKeepsALog(store: CurrentStore): void {
  it('has an empty log when it is new', async () => {
    expect(await logOf(store())).toEqual([])
    expect(await store().countLog(everything)).toBe(0)
  })

  it('tells every state in the order of the commits and of the changes in each', async () => {
    await store().commit([aDecision('b'), aDecision('a')], aContext())
    await store().commit([aDecision('c'), aDecision('b', 1)], aContext())
    await store().commit([aDecisionRemoval('a', 1)], aContext())
    const places = ['1.0 b@1', '1.1 a@1', '2.0 c@1', '2.1 b@2', '3.0 a@2']
    expect(await placesIn(store())).toEqual(places)
    expect(await placesIn(store(), { after: 1, through: 2 })).toEqual(places.slice(2, 4))
    expect(await store().countLog({ after: 1, through: 2 })).toBe(2)
    expect(await store().countLog(everything)).toBe(5)
  })

  it('tells of each state all that makes the same commit again', async () => {
    const item = aFullItem()
    const [at, actor] = ['2015-01-01T08:00:00+08:00', '张三']
    await store().commit(
      [anItemChange(item, 0, { state: 'suspended', sortKey: '0007-fgw-001' })],
      aContext({ at, actor }),
    )
    await store().commit([anItemRemoval(item, 1)], aContext({ at, actor: '李四' }))
    const common = { kind: 'item', id: item.code, updatedAt: at, position: 0 }
    const index = anItemIndex(item, { state: 'suspended', sortKey: '0007-fgw-001' })
    expect(await logOf(store())).toEqual([
      { ...common, commit: 1, revision: 1, actor, body: item, index },
      { ...common, commit: 2, revision: 2, actor: '李四', body: null, index: null },
    ])
  })

  it('tells a document twice that a commit changes twice', async () => {
    await store().commit([aDecision('a'), aDecision('a', 1), aDecisionRemoval('a', 2)], aContext())
    expect(await placesIn(store())).toEqual(['1.0 a@1', '1.1 a@2', '1.2 a@3'])
    expect(await store().list('decision')).toEqual([])
  })

  it('has nothing of a commit that was refused', async () => {
    await store().commit([aDecision('a')], aContext())
    await expect(store().commit([aDecision('b'), aDecision('a')], aContext())).rejects.toThrow()
    expect(await placesIn(store())).toEqual(['1.0 a@1'])
  })

  it('goes on where it was while others write, without a gap or a repeat', async () => {
    const many = Array.from({ length: 450 }, (_, n) => anItemChange(aMinimalItem({ code: `x-${1000 + n}` })))
    const through = await store().commit(many, aContext())
    const seen: string[] = []
    for await (const { id } of store().readLog({ after: 0, through })) {
      if (seen.length % 100 === 0) await store().commit([aDecision(`while-${seen.length}`)], aContext())
      seen.push(id)
    }
    expect(seen).toEqual(many.map(({ id }) => id))
  })

  it('answers all pictures by key', async () => {
    for (const key of ['b', '办', 'a']) await store().savePicture(key, `<svg>${key}</svg>`)
    const keys: string[] = []
    for await (const { key, content } of store().readPictures()) keys.push(`${key} ${content}`)
    expect(keys).toEqual(['a <svg>a</svg>', 'b <svg>b</svg>', '办 <svg>办</svg>'])
  })
}
