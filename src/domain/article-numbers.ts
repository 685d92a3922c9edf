import { findChineseNumber } from './chinese-numerals.ts'

/** A place in a law: 第三十七条第二款第（三）项; or in its annex: 附件第101项. Absent parts are `null`. */
export interface ArticleNumber {
  /** `null`: an item of the annex. */
  article: number | null
  /** 之一, 之二: an article put in by a later amendment. */
  inserted: number | null
  paragraph: number | null
  item: number | null
}

const number = '(?:\\d{1,4}|[零〇一二两三四五六七八九十百千]{1,9})'
const places = new RegExp(
  `第(?<article>${number})条(?:之(?<inserted>${number}))?(?:第(?<paragraph>${number})款)?(?:第?\\(?(?<item>${number})\\)?项)?` +
    `|附件(?:\\d+)?第?\\(?(?<annex>${number})\\)?项`,
  'g',
)
/** What may stand between and around places: 第三条、第五条 and 第六条至第八条, 第十条第一款第（二）、（三）项. */
const between = new RegExp(`^(?:[、,，;；和及与至到]|以及|第?\\(${number}\\)项?|之?规定|\\s)*$`)

/**
 * Reads article numbers in every form in which officials write them: 第三条, 第三十七条第二款, 第12条, 第三条第（二）项, 第一百二十条之一.
 *
 * `undefined`: the text says something else besides, or nothing of this kind.
 */
export function readArticles(text: string): ArticleNumber[] | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const found = [...plain.matchAll(places)]
  if (found.length === 0 || !between.test(plain.replace(places, '、'))) return undefined
  return found.map(({ groups = {} }) => ({
    article: groups.annex === undefined ? readNumber(groups.article) : null,
    inserted: readNumber(groups.inserted),
    paragraph: readNumber(groups.paragraph),
    item: readNumber(groups.annex ?? groups.item),
  }))
}

function readNumber(text: string | undefined): number | null {
  if (text === undefined) return null
  return /^\d/.test(text) ? Number(text) : (findChineseNumber(text) ?? null)
}
