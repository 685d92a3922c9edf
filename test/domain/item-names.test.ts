import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { checkItemReferences } from '../../src/domain/check-references.ts'
import { areKnown, listItemNames } from '../../src/domain/item-names.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import { aMinimalItem } from '../builders/items.ts'

const { document: item } = checkDocument('item', parse(readFileSync('schemas/item.full.yaml', 'utf8')))
if (!item) throw new Error('the example does not pass')
const names = listItemNames(item)
if (!names) throw new Error('the example contradicts itself')
const known = {
  agencies: new Set(names.agencies),
  laws: new Set(names.laws),
  items: new Set(names.items),
  regions: undefined,
}
const without = (list: keyof typeof names, name: string) => ({
  ...known,
  [list]: new Set(names[list].filter((one) => one !== name)),
})

describe('the names that an item refers to', () => {
  it('are all there is to know for its references to be right', () => {
    expect(areKnown(names, known)).toBe(true)
    expect(checkItemReferences(item, known)).toEqual([])
  })

  it.each((['agencies', 'laws', 'items'] as const).flatMap((list) => names[list].map((name) => [list, name] as const)))(
    'of the %s hold %s, which the check misses as well',
    (list, name) => {
      expect(areKnown(names, without(list, name))).toBe(false)
      expect(checkItemReferences(item, without(list, name))).not.toEqual([])
    },
  )

  it('are not held against a list that is broken', () => {
    expect(areKnown(names, { agencies: undefined, laws: undefined, items: undefined, regions: undefined })).toBe(true)
  })

  it('are not told of an item that contradicts itself', () => {
    expect(listItemNames(aMinimalItem({ agency: 'gsj' }))).toBeUndefined()
  })
})
