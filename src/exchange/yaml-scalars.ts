/** Texts that YAML or a reader of YAML 1.1 takes for something else than text. */
const reserved = /^(?:null|true|false|yes|no|on|off|y|n|~)$/i

/** Begins with a letter, a Chinese character or an opening mark of Chinese print, and holds nothing that YAML reads as a sign. */
const plain = /^[\p{L}〔〈《「『（“][^\p{C}\u2028\u2029:#{}[\],&*!|>'"%@`\\]*$/u

/** Dates and what is counted from one, as in `2014-05-04-17`: text in YAML 1.2. */
const datelike = /^\d{4}-\d{2}-\d{2}(?:-\d+)?$/

/** A text that needs no quotes, in brackets or out of them. */
export function isPlainText(text: string): boolean {
  return datelike.test(text) || (plain.test(text) && !reserved.test(text) && !/\s$/.test(text))
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
