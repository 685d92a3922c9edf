import { clauseAt, withChineseSigns } from './clauses.ts'

/** Words by which an office keeps a list open. */
export interface VagueWords {
  text: string
  start: number
  end: number
}

const papers = '(?:证明)?(?:材料|资料|文件|证件|手续|凭证)'
/** 其他材料, 法律法规规定的其他条件, 认为需要提供的材料, 视情况, 必要时提供. */
const open = new RegExp(
  [
    `(?:(?:法律|法规|规章|国家|有关)[^，。；]{0,12}规定的?)?其[他它](?:的)?(?:相关|有关|必要|必需|必备|需要|应当?)?(?:提[交供])?的?(?:${papers}|条件|要求|情形)`,
    `(?:认为|要求|规定)(?:需要|必要|有必要|应当)?(?:提[交供]|补充)的(?:其[他它])?${papers}`,
    '视(?:具体|实际)?情况(?:而定|确定|提[交供]|要求)?',
    `根据(?:具体|实际)?(?:情况|需要)[^，。；]{0,6}(?:提[交供]|补充)`,
    `必要时[^，。；]{0,6}(?:提[交供]|补充)`,
  ].join('|'),
  'g',
)
/** 等 after the last of a list, at the end or before a word for papers; 三等, 高等 and the like are no list. */
const andSoOn = new RegExp(`(?<![一二三四五六七八九甲乙丙丁特高中初优同对均平上下头])等(?:(?:相关|有关)*${papers})?$`)
/** 变更纳税定额的相关证明材料: which papers, the name does not say. */
const unnamed = new RegExp(`(?:相关|有关)的?${papers}$`)
const denied = /不(?:得|会|再|需|用|要|应|准)|无[需须]|没有|禁止|杜绝|严禁/

/** Where a sentence keeps a list open. What says that nothing else is asked for is left out. */
export function findOpenWords(text: string): VagueWords[] {
  const plain = withChineseSigns(text)
  return [...plain.matchAll(open)].flatMap(({ 0: words, index }) =>
    denied.test(clauseAt(plain, index)) ? [] : [{ text: words, start: index, end: index + words.length }],
  )
}

/** What in the name of a material leaves open which paper is meant. */
export function findVagueName(name: string): VagueWords | undefined {
  const plain = name.replace(/[（(][^（）()]*[）)]/g, (part) => ' '.repeat(part.length)).trimEnd()
  const [first] = findOpenWords(name)
  if (first !== undefined) return first
  const match = andSoOn.exec(plain) ?? unnamed.exec(plain)
  return match === null ? undefined : { text: match[0], start: match.index, end: match.index + match[0].length }
}
