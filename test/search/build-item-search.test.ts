import { describe, expect, it } from '@jest/globals'
import type { SearchableItem } from '../../src/ports/item-search.ts'
import { buildItemSearch } from '../../src/search/build-item-search.ts'

function anItem(code: string, name: string, more: Partial<SearchableItem> = {}): SearchableItem {
  return { code, name, aliases: [], keywords: [], agencyNames: [], materials: [], text: [], ...more }
}

const search = await buildItemSearch([
  anItem('fgw-001', '企业投资项目核准', {
    aliases: ['办项目核准'],
    agencyNames: ['湘潭市发展和改革委员会', '发改委'],
    materials: ['项目申请书'],
  }),
  anItem('spj-001', '食品经营许可', {
    keywords: ['开饭店', '餐饮', '小吃店'],
    agencyNames: ['湘潭市食品药品监督管理局', '食药监局'],
    materials: ['食品安全管理制度'],
  }),
  anItem('spj-002', '食品生产许可', { agencyNames: ['湘潭市食品药品监督管理局', '食药监局'] }),
  anItem('zjj-004', '城镇污水排入排水管网许可', { aliases: ['排水许可'], agencyNames: ['湘潭市住房和城乡建设局'] }),
  anItem('gaj-003', 'Ⅱ类、Ⅲ类B2级仓库许可', { text: ['需要食品经营许可的复印件'] }),
])

describe('the search over items', () => {
  it.each([
    ['食品经营许可', 'spj-001'],
    ['食品 经营', 'spj-001'],
    ['开饭店', 'spj-001'],
    ['我想开饭店', 'spj-001'],
    ['小吃店怎么办理？', 'spj-001'],
    ['排水许可', 'zjj-004'],
    ['paishui', 'zjj-004'],
    ['psxk', 'zjj-004'],
    ['paisxk', 'zjj-004'],
    ['czws', 'zjj-004'],
    ['发改委', 'fgw-001'],
    ['fagaiwei', 'fgw-001'],
    ['ＦＡＧＡＩＷＥＩ', 'fgw-001'],
    ['fgw-001', 'fgw-001'],
    ['发改委 项目', 'fgw-001'],
    ['食品jyxk', 'spj-001'],
    ['项目申请书', 'fgw-001'],
    ['ｂ２', 'gaj-003'],
    ['食', 'spj-001'],
  ])('finds by %s the item %s first', (words, code) => {
    expect(search.find(words)[0]).toBe(code)
  })

  it('asks that every word matches', () => {
    expect(search.find('食药监局 生产')).toEqual(['spj-002'])
  })

  it('ranks by any part of the words when no item has them all', () => {
    expect(search.find('食品经营许可 月球')[0]).toBe('spj-001')
  })

  it.each(['', '   ', '。，！', '月球', 'xyzxyz'])('finds nothing by “%s”', (words) => {
    expect(search.find(words)).toEqual([])
  })

  it('reads only the beginning of a very long query', () => {
    expect(() => search.find(`食品${'经营许可 '.repeat(5000)}`)).not.toThrow()
  })
})

describe('completions of what was typed', () => {
  it('gives names that begin so before names that have it inside', () => {
    expect(search.suggest('食品', 8).map(({ code }) => code)).toEqual(['spj-001', 'spj-002'])
  })

  it('reads pinyin and initials', () => {
    expect(search.suggest('shipin', 8).map(({ text }) => text)).toEqual(['食品经营许可', '食品生产许可'])
    expect(search.suggest('qytz', 8)).toEqual([{ text: '企业投资项目核准', code: 'fgw-001' }])
  })

  it('gives no more than asked for, and nothing for nothing', () => {
    expect(search.suggest('许可', 2)).toHaveLength(2)
    expect(search.suggest(' ', 8)).toEqual([])
  })
})
