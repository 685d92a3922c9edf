/** A law's text in the public collection that the sample was compared with, as `…Laws@revision folder/name(day).md`. */
const lawText = /Laws@\w+ (?:\S+\/)?([^/]+?)(?:\((\d{4}-\d{2}-\d{2})\))?\.md/

/** Where facts come from, as a reader would say it: the notes of whoever gathered them are put into words. */
export function writeSource(source: string): string {
  return source.split('；').map(writePart).join('；')
}

function writePart(part: string): string {
  const [, law, day] = lawText.exec(part) ?? []
  if (law !== undefined) return `公开的法律文本《${law}》${day === undefined ? '' : `（${day} 文本）`}`
  if (/knowledge/.test(part)) return '其余凭对法律的一般了解填写，没有逐条核对'
  if (/^found/.test(part)) return '公开的资料，见说明'
  return part
}
