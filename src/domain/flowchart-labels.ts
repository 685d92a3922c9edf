/** Parts two signs that Mermaid would read together; takes no room in the picture. */
const APART = '\u200c'

/** Signs with a meaning in Mermaid source, or in the HTML that its labels pass through. */
const signs = /["#;&<>\\`{}[\]|%:@$~^]/g

/** Readers see one space for any run of spaces, tabs and line breaks. */
function onOneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters cannot stand in an SVG
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/gu, ' ').trim()
}

/** Words that Mermaid's own decoding would change although they are plain text: `\n`, and its two marks for an entity. */
function partMarks(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\\(?=n)/gi, `\\${APART}`)
    .replace(/ﬂ(?=°)|¶(?=ß)/g, `$&${APART}`)
}

/** A text as the label of a step, or as title or description for screen readers: drawn as it stands, whatever it holds. */
export function writeLabel(text: string): string {
  return partMarks(onOneLine(text)).replace(signs, (sign) => `#${sign.charCodeAt(0)};`)
}

/**
 * A text as the name of a lane or the condition of a way.
 *
 * Mermaid decodes only `&`, `<` and `>` there: a quotation mark becomes a full-width one, other signs with a meaning are parted
 * by a sign of no width.
 */
export function writeSideLabel(text: string): string {
  return partMarks(onOneLine(text))
    .replaceAll('"', '＂')
    .replace(/[#%](?=[\w#%{])|^`|(?<=styl|classDe)[ef]/gi, (sign) => (sign === '`' ? `${APART}\`` : `${sign}${APART}`))
    .replace(/[&<>]/g, (sign) => ({ '&': '#amp;', '<': '#lt;', '>': '#gt;' })[sign] ?? sign)
}
