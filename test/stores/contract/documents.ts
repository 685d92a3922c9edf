import { expect, it } from '@jest/globals'
import { aContext, aDecisionChange, aMinimalDecision } from '../../builders/changes.ts'
import { aFullItem, aMinimalItem, anItemChange, aWrittenItemChange } from '../../builders/items.ts'
import type { CurrentStore } from '../describe-catalog-store.ts'

/** Writing and reading single documents, pictures and the catalogue revision. */
export function itKeepsDocuments(store: CurrentStore): void {
  it('is empty at revision 0 when it is new', async () => {
    expect(await store().catalogueRevision()).toBe(0)
    expect(await store().list('item')).toEqual([])
    expect(await store().find('policy', 'main')).toBeUndefined()
    expect(await store().revisions('item', 'fgw-001')).toEqual([])
  })

  it('answers a document as it was written, at revision 1, with the moment of its change', async () => {
    const item = aFullItem()
    await store().commit([anItemChange(item)], aContext())
    expect(await store().find('item', item.code)).toEqual({
      kind: 'item',
      id: item.code,
      revision: 1,
      updatedAt: aContext().at,
      body: item,
    })
  })

  it('answers an item that came as JSON too as it was written, and finds it by what its head says', async () => {
    const item = aFullItem()
    await store().commit([aWrittenItemChange(item)], aContext())
    expect((await store().find('item', item.code))?.body).toEqual(item)
    const query = { filters: { agency: item.agency }, sort: 'official', page: 1, pageSize: 1 } as const
    expect((await store().listItems(query)).total).toBe(1)
    const twin = aWrittenItemChange({ ...item, code: `${item.code}9` })
    await expect(store().commit([twin], aContext())).rejects.toMatchObject({ code: 'duplicate-code' })
  })

  it('counts the revision of a document up with each of its own changes', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext())
    await store().commit([aDecisionChange(aMinimalDecision())], aContext())
    await store().commit([anItemChange(aMinimalItem({ name: '项目核准' }), 1)], aContext())
    expect(await store().find('item', 'fgw-001')).toMatchObject({ revision: 2, body: { name: '项目核准' } })
    expect(await store().find('decision', '2014-05-04-17')).toMatchObject({ revision: 1 })
  })

  it('keeps kinds apart that share an identifier', async () => {
    await store().commit([aDecisionChange(aMinimalDecision({ id: 'fgw-001' }))], aContext())
    expect(await store().find('item', 'fgw-001')).toBeUndefined()
  })

  it('lists the documents of one kind by identifier, byte by byte', async () => {
    const ids = ['b-10', 'B-2', 'b-2', '办', '\u{20BB7}', '\uFF21']
    await store().commit(
      ids.map((id) => aDecisionChange(aMinimalDecision({ id }))),
      aContext(),
    )
    const listed = await store().list('decision')
    expect(listed.map(({ id }) => id)).toEqual(['B-2', 'b-10', 'b-2', '办', '\uFF21', '\u{20BB7}'])
  })

  it.each([
    ['Chinese and rare characters', '湘潭市“一次办结”\u{20BB7}👨‍👩‍👧 é vs e\u0301'],
    ['line ends, tabs and a null character', 'a\r\nb\tc\u0000d'],
    ['text that looks like a query', `'; DROP TABLE items; -- $where {"$gt": ""} %_*`],
    ['a megabyte', '办事指南'.repeat(90_000)],
  ])('gives back %s unchanged', async (_, name) => {
    const item = aMinimalItem({ name })
    await store().commit([anItemChange(item)], aContext())
    expect((await store().find('item', item.code))?.body).toEqual(item)
  })

  it('hands out copies: changing what was read or written changes nothing stored', async () => {
    const item = aFullItem()
    const written = structuredClone(item)
    await store().commit([anItemChange(written)], aContext())
    written.aliases.push('后来加的')
    const read = await store().find('item', item.code)
    read?.body.aliases.push('读后加的')
    const [listed] = (await store().listItems({ filters: {}, sort: 'official', page: 1, pageSize: 1 })).items
    listed?.body.themes.push('读后加的')
    expect((await store().find('item', item.code))?.body).toEqual(item)
  })

  it('grows the catalogue revision with every commit and answers it', async () => {
    const first = await store().commit([anItemChange(aMinimalItem())], aContext())
    const second = await store().commit([anItemChange(aMinimalItem(), 1)], aContext())
    expect(first).toBeGreaterThan(0)
    expect(second).toBeGreaterThan(first)
    expect(await store().catalogueRevision()).toBe(second)
  })

  it('leaves the catalogue revision alone when there is nothing to commit', async () => {
    const before = await store().commit([anItemChange(aMinimalItem())], aContext())
    expect(await store().commit([], aContext())).toBe(before)
  })

  it('keeps pictures by key, the same one twice without harm', async () => {
    await store().savePicture('fgw-001@1', '<svg>办</svg>')
    await store().savePicture('fgw-001@1', '<svg>办</svg>')
    expect(await store().findPicture('fgw-001@1')).toBe('<svg>办</svg>')
    expect(await store().findPicture('fgw-001@2')).toBeUndefined()
    expect([await store().hasPicture('fgw-001@1'), await store().hasPicture('fgw-001@2')]).toEqual([true, false])
  })

  it('does not count a picture as a change of the catalogue', async () => {
    await store().savePicture('key', '<svg/>')
    expect(await store().catalogueRevision()).toBe(0)
  })

  it('may be closed twice and refuses everything afterwards', async () => {
    await store().close()
    await store().close()
    const refused = { code: 'store-unavailable', facts: { reason: expect.any(String) } }
    await expect(store().find('item', 'fgw-001')).rejects.toMatchObject(refused)
    await expect(store().commit([anItemChange(aMinimalItem())], aContext())).rejects.toMatchObject(refused)
    await expect(store().savePicture('key', '<svg/>')).rejects.toMatchObject(refused)
  })
}
