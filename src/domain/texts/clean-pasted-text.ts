/** How line ends are written: Windows, old Macs, and what Word puts for a line inside a paragraph. */
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
/** Blanks that are only wider, narrower or unbreakable. The full-width blank U+3000 is Chinese typesetting and stays. */
const oddBlanks = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]/g
/** Nothing to see: controls, zero width, soft hyphen, marks of direction, embedded objects, half signs. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc]|\u034f|\p{Surrogate}/gu
/** Joins signs of an emoji; anywhere else it is unseen. */
const looseJoiner =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|\u200d(?!\p{Extended_Pictographic})/gu
/** Invisible letters; they belong to flags alone, a few to each. */
const tags = /(?<flag>\u{1f3f4}[\u{e0020}-\u{e007f}]{1,7})|[\u{e0000}-\u{e007f}]/gu
/** Signs of Word's symbol fonts. At the head of a line they are bullets of a list. */
const bullet = /^([ \u3000]*)[\uf020-\uf0ff][ \u3000]*/gm
const symbols: Readonly<Record<string, string>> = {
  '\uf06f': '□',
  '\uf071': '□',
  '\uf0a8': '□',
  '\uf0fc': '✓',
  '\uf0fb': '✗',
  '\uf052': '☑',
  '\uf0fe': '☑',
  '\uf0b4': '×',
  '\uf0b3': '≥',
  '\uf0a3': '≤',
}

/**
 * A text as it was meant, when it comes out of Word or a web page: plain line ends and blanks, nothing invisible, no signs that turn the direction of
 * what follows, bullets of symbol fonts as Markdown lists. Emoji stay. Cleaning twice changes nothing.
 */
export function cleanPastedText(text: string): string {
  const plain = text.replace(lineEnds, '\n').replace(oddBlanks, ' ').replace(unseen, '')
  return plain
    .replace(tags, '$<flag>')
    .replace(looseJoiner, '')
    .replace(/[\uf020-\uf0ff]/g, (sign) => symbols[sign] ?? sign)
    .replace(bullet, '$1- ')
    .replace(/[\uf020-\uf0ff]/g, '')
}
