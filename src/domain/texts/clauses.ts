const chineseSigns: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
}

/** The text with Chinese signs for half-width ones, each in its place; signs between digits (9:00, 1,000) stay. */
export function withChineseSigns(text: string): string {
  return text.replace(/(?<!\d)[,:]|[,:](?!\d)|[;()?!]/g, (sign) => chineseSigns[sign] ?? sign)
}

/** The sentence around a place: between 。；！？ and line ends. */
export function sentenceAt(text: string, place: number): string {
  return cutAround(text, place, '。；！？\n')
}

/** The clause around a place: between any signs that part words, 、 and brackets apart. */
export function clauseAt(text: string, place: number): string {
  return cutAround(text, place, '。；！？，,：:\n')
}

/** Nobody writes longer sentences; a text without any sign is not read as one. */
const reach = 200

function cutAround(text: string, place: number, signs: string): string {
  let start = place
  while (start > Math.max(0, place - reach) && !signs.includes(text[start - 1] ?? '')) start -= 1
  let end = place
  while (end < Math.min(text.length, place + reach) && !signs.includes(text[end] ?? '')) end += 1
  return text.slice(start, end)
}
