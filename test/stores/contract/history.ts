import { expect, it } from '@jest/globals'
import { aContext, aDecisionChange, aDecisionRemoval, aMinimalDecision } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange, anItemRemoval } from '../../builders/items.ts'
import type { CurrentStore } from '../describe-catalog-store.ts'

const everything = { filters: {}, sort: 'official', page: 1, pageSize: 10 } as const

/** Past states, removal and what comes after it. */
export function itKeepsHistory(store: CurrentStore): void {
  it('keeps every state of a document with its moment and its author, newest first', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext({ at: '2015-01-01T08:00:00+08:00', actor: 'import' }))
    const renamed = anItemChange(aMinimalItem({ name: '改名' }), 1)
    await store().commit([renamed], aContext({ at: '2015-02-01T08:00:00+08:00', actor: '张三' }))
    const common = { kind: 'item', id: 'fgw-001' }
    expect(await store().revisions('item', 'fgw-001')).toEqual([
      {
        ...common,
        revision: 2,
        updatedAt: '2015-02-01T08:00:00+08:00',
        actor: '张三',
        body: aMinimalItem({ name: '改名' }),
      },
      { ...common, revision: 1, updatedAt: '2015-01-01T08:00:00+08:00', actor: 'import', body: aMinimalItem() },
    ])
  })

  it('removes a document from every list and keeps its history', async () => {
    await store().commit([anItemChange(aMinimalItem()), aDecisionChange(aMinimalDecision())], aContext())
    await store().commit([anItemRemoval(aMinimalItem(), 1), aDecisionRemoval('2014-05-04-17', 1)], aContext())
    expect(await store().find('item', 'fgw-001')).toBeUndefined()
    expect(await store().list('item')).toEqual([])
    expect(await store().list('decision')).toEqual([])
    expect(await store().listItems(everything)).toMatchObject({ total: 0, items: [], facets: { agency: [] } })
    expect((await store().revisions('item', 'fgw-001')).map(({ revision, body }) => [revision, body])).toEqual([
      [2, null],
      [1, aMinimalItem()],
    ])
  })

  it('goes on counting when a removed document is created again', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext())
    await store().commit([anItemRemoval(aMinimalItem(), 1)], aContext())
    await store().commit([anItemChange(aMinimalItem({ name: '又来' }))], aContext())
    expect(await store().find('item', 'fgw-001')).toMatchObject({ revision: 3, body: { name: '又来' } })
    expect((await store().revisions('item', 'fgw-001')).map(({ revision }) => revision)).toEqual([3, 2, 1])
    await store().commit([anItemChange(aMinimalItem(), 3)], aContext())
    expect((await store().listItems(everything)).total).toBe(1)
  })

  it('refuses a writer who has seen the document before its removal', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext())
    await store().commit([anItemRemoval(aMinimalItem(), 1)], aContext())
    await expect(store().commit([anItemChange(aMinimalItem(), 1)], aContext())).rejects.toMatchObject({
      code: 'stale-revision',
      facts: { expected: 1, actual: 0 },
    })
  })

  it.each([0, 1])('refuses to remove at revision %i what does not exist', async (expected) => {
    await expect(store().commit([anItemRemoval(aMinimalItem(), expected)], aContext())).rejects.toMatchObject({
      code: 'stale-revision',
    })
    expect(await store().revisions('item', 'fgw-001')).toEqual([])
  })
}
