import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readArticles } from '../../src/domain/article-numbers.ts'
import { findChineseNumber } from '../../src/domain/chinese-numerals.ts'

const digits = [...'零一二三四五六七八九']

/** A number from 1 to 999 as laws write it: 十二, 二十, 一百零五, 一百一十. */
function inChinese(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const head = hundreds > 0 ? `${digits[hundreds]}百` : ''
  const middle =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十` : hundreds > 0 && ones > 0 ? '零' : ''
  return `${head}${middle}${ones > 0 ? digits[ones] : ''}`
}
const absent = { article: null, inserted: null, paragraph: null, item: null }
const part = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: null })
const place = fc.record({
  article: fc.integer({ min: 1, max: 999 }),
  inserted: part(9),
  paragraph: part(20),
  item: part(30),
})
const ways: readonly ((value: number) => string)[] = [
  inChinese,
  String,
  (value) => String(value).replace(/\d/g, toWide),
]

function toWide(digit: string): string {
  return String.fromCodePoint(0xff10 + Number(digit))
}

describe('article numbers', () => {
  it('are read back however they are written', () => {
    const form = fc.record({ place, way: fc.constantFrom(...ways), bracket: fc.boolean(), space: fc.boolean() })
    fc.assert(
      fc.property(form, ({ place: { article, inserted, paragraph, item }, way, bracket, space }) => {
        const written = [
          `第${way(article)}条`,
          inserted === null ? '' : `之${way(inserted)}`,
          paragraph === null ? '' : `第${way(paragraph)}款`,
          item === null ? '' : bracket ? `第（${way(item)}）项` : `第${way(item)}项`,
        ].join(space ? ' ' : '')
        expect(readArticles(written)).toEqual([{ article, inserted, paragraph, item }])
      }),
    )
  })

  it('are read in lists', () => {
    const list = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(list, fc.constantFrom('、', '，', '和', '及', '以及', '至'), (articles, sign) => {
        const written = articles.map((article) => `第${inChinese(article)}条`).join(sign)
        expect(readArticles(written)?.map(({ article }) => article)).toEqual(articles)
      }),
    )
  })

  it.each([
    ['第三条', [{ ...absent, article: 3 }]],
    ['第三十七条第二款', [{ ...absent, article: 37, paragraph: 2 }]],
    ['第12条', [{ ...absent, article: 12 }]],
    ['第一百二十条之一', [{ ...absent, article: 120, inserted: 1 }]],
    ['附件第101项', [{ ...absent, item: 101 }]],
    ['第三条规定', [{ ...absent, article: 3 }]],
  ])('%s is read as the place it names', (text, places) => {
    expect(readArticles(text)).toEqual(places)
  })

  it.each(['', '三条', '第条', '第三章', '第三条等有关条款', '参照执行', '第一二三条'])(
    '%s is not read as one',
    (text) => {
      const read = readArticles(text)
      expect(read?.every(({ article }) => article !== null) ?? false).toBe(false)
    },
  )

  it('never fail on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readArticles(`第${text}条`)))
  })

  it('have numerals that are read back', () => {
    for (let value = 1; value < 1_000; value += 1) expect(findChineseNumber(inChinese(value))).toBe(value)
  })
})
