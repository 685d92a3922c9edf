import { describe, expect, it } from '@jest/globals'
import { editionFields, mergeContent, takeContent } from '../../../src/domain/editions/edition-fields.ts'
import { loadSchema } from '../../../src/schema/schema-files.ts'
import { aFullItem, aMinimalItem } from '../../builders/items.ts'

describe("the agency's part of an item", () => {
  it('holds the edition fields and nothing else', () => {
    expect(Object.keys(takeContent(aFullItem()))).toEqual([...editionFields])
  })

  it('keeps the order of the schema', () => {
    const order = Object.keys(loadSchema('item').properties ?? {})
    expect(order.filter((key) => editionFields.some((field) => field === key))).toEqual([...editionFields])
  })

  it("leaves the city's list and the limit of the law out", () => {
    const listed = ['code', 'name', 'agency', 'type', 'statutoryTimeLimit', 'powerSource', 'provenance']
    expect(editionFields.filter((field) => listed.includes(field))).toEqual([])
  })

  it('shares nothing with the item', () => {
    const item = aFullItem()
    takeContent(item).legalBases[0]?.articles.push('第九十九条')
    expect(item).toEqual(aFullItem())
  })
})

describe("an edition's content in its item", () => {
  it('gives the item back when nothing was changed', () => {
    expect(mergeContent(aFullItem(), takeContent(aFullItem()))).toEqual(aFullItem())
  })

  it('replaces the fields of the edition and keeps the entry of the list', () => {
    const content = { ...takeContent(aFullItem()), aliases: ['新别名'] }
    expect(mergeContent(aMinimalItem({ name: '名录上的名称' }), content)).toEqual(
      aMinimalItem({ ...content, name: '名录上的名称' }),
    )
  })

  it('takes nothing else from what poses as content', () => {
    const content = { ...takeContent(aFullItem()), code: 'x-999', name: '改名' }
    expect(mergeContent(aFullItem(), content)).toEqual(aFullItem())
  })

  it('shares nothing with the item or the content', () => {
    const [item, content] = [aMinimalItem(), takeContent(aFullItem())]
    const merged = mergeContent(item, content)
    merged.legalBases[0]?.articles.push('第九十九条')
    merged.provenance.parts.push({ pointers: ['/name'], facts: 'statute', verified: true, note: null })
    expect([item, content]).toEqual([aMinimalItem(), takeContent(aFullItem())])
  })
})
