import { CellFault, type CellKind } from './cell-kinds.ts'

interface Citation {
  law: string
  articles: string[]
  for: 'item'
}

const article =
  /^第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十\d]+款)?(?:第?[（(]?[一二三四五六七八九十\d]+[）)]?项)?/
const between = /^[\s、，,；;。及和与]+/

/** 设定依据 as a table states it: 《企业投资项目核准和备案管理条例》（国务院令第673号）第三条、第四条；《行政许可法》第十二条. */
export const citations: CellKind = {
  write: () => null,
  read: (text) => readCitations(text),
  blank: [],
}

/** Everything must be read: whatever is neither title, number of a paper nor article is a fault, never left out. */
function readCitations(text: string): Citation[] {
  const found: Citation[] = []
  let rest = text.replace(/^\s*(?:\d+[.、．])?\s*/, '')
  while (rest !== '') {
    const current = found.at(-1)
    const title = /^《([^《》]+(?:〈[^〉]*〉[^《》]*)?)》(?:\s*[（(][^（）()]*[）)])?/.exec(rest)
    const cited = current === undefined ? null : article.exec(rest)
    const gap = between.exec(rest) ?? /^\s*\d+[.、．]\s*(?=《)/.exec(rest)
    if (title !== null) found.push({ law: plainTitle(title[1] ?? ''), articles: [], for: 'item' })
    else if (cited !== null) current?.articles.push(cited[0])
    else if (gap === null) throw new CellFault(`“${rest.slice(0, 12)}”读不懂，请写成《法律名称》第三条、第四条`)
    rest = rest.slice((title ?? cited ?? gap)?.[0].length ?? rest.length)
  }
  return found
}

/** The register lists laws without the state's name before them. */
function plainTitle(title: string): string {
  return title.trim().replace(/^中华人民共和国(?=.+法$)/, '')
}
