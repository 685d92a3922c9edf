/** Texts that YAML or a reader of YAML 1.1 takes for something else than text. */
const reserved = /^(?:null|true|false|yes|no|on|off|y|n|~)$/i

/** Begins with a letter, a Chinese character or an opening mark of Chinese print, and holds nothing that YAML reads as a sign. */
const plain = /^[\p{L}〔〈《「『（“][^\p{C}\u2028\u2029:#{}[\],&*!|>'"%@`\\]*$/u

/** Dates and what is counted from one, as in `2014-05-04-17`: text in YAML 1.2. */
const datelike = /^\d{4}-\d{2}-\d{2}(?:-\d+)?$/

/** The longest reserved text has so many letters. */
const longestReserved = 5

/** A text that needs no quotes, in brackets or out of them. */
export function isPlainText(text: string): boolean {
  if (isUsual(text)) return text.length > longestReserved || !reserved.test(text)
  return datelike.test(text) || (plain.test(text) && !reserved.test(text) && !/\s$/.test(text))
}

/** By code unit, from the patterns above when it is first met: 1 may begin a plain text and go on in it, 2 only goes on, 3 neither. */
const kinds = new Uint8Array(0x10000)

/** Whether a text of the usual signs is `plain` and ends in no blank: the same answer without the pattern, several times as fast. */
function isUsual(text: string): boolean {
  const { length } = text
  if (length === 0 || endOfUsual(text, 0) < length) return false
  return kindOf(text.charCodeAt(0)) === 1 && !/\s/.test(text.charAt(length - 1))
}

/** Where signs begin, from a place on, that no plain text holds, or that it takes the pattern to tell. */
export function endOfUsual(text: string, from: number): number {
  let at = from
  while (at < text.length && kindOf(text.charCodeAt(at)) !== 3) at += 1
  return at
}

function kindOf(code: number): number {
  return kinds[code] || findKind(code)
}

function findKind(code: number): number {
  const sign = String.fromCharCode(code)
  const kind = plain.test(sign) ? 1 : plain.test(`a${sign}`) ? 2 : 3
  kinds[code] = kind
  return kind
}

/** A scalar on one line, quoted only where YAML needs it. */
export function scalarOf(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  if (isPlainText(value)) return value
  if (/[\p{C}\u2028\u2029]/u.test(value)) return quoteDouble(value)
  return `'${value.replaceAll("'", "''")}'`
}

/** JSON's escapes are YAML's; what YAML cannot show, JSON leaves as it is. */
function quoteDouble(value: string): string {
  return JSON.stringify(value).replace(/[\p{C}\u2028\u2029]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** Whether a text can stand as a literal block (`|`): several lines, the first of them with a word at its very beginning. */
export function isBlockText(value: unknown): value is string {
  return typeof value === 'string' && /^[^\s][^\n]*\n/.test(value) && !/[^\P{C}\n]|[\u2028\u2029]|\n\n$/u.test(value)
}
