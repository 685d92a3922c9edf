/** What of a name counts when it is looked for in a text: no brackets with what they hold, no signs, no words for the copy of a paper. */
export function coreOfName(name: string): string {
  return name
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/复印件|原件|正副本|[正副]本|扫描件|电子版|一式[\d一二两三四五六七八九十]+份/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Which share of the pairs of neighbouring signs in `name` stand in `text` as well: 1 all of them, 0 none. A single sign counts as a pair. */
export function shareFoundIn(name: string, text: string): number {
  const signs = [...coreOfName(name)]
  const plain = coreOfName(text)
  if (signs.length === 0) return 1
  if (signs.length === 1) return plain.includes(signs[0] ?? '') ? 1 : 0
  const pairs = signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
  return pairs.filter((pair) => plain.includes(pair)).length / pairs.length
}
