/** Parts two signs that Mermaid would read together; takes no room in the picture. */
const APART = '\u200c'

/** Signs with a meaning in Mermaid source, or in the HTML that its labels pass through. */
const signs = /["#;&<>\\`{}[\]|%:@$~^]/g

/** Readers see one space for any run of spaces, tabs and line breaks. */
function onOneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters cannot stand in an SVG
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/gu, ' ').trim()
}

/** Marks that change the text although they are plain words: `\n`, Mermaid's two marks for an entity, and what sources are refused for. */
const marks = /\\(?=n)|ﬂ(?=°)|¶(?=ß)|url(?=\s*\()/gi

function partMarks(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(marks, `$&${APART}`)
}

/** A text as the label of a step, lane or way, or as title or description for screen readers: drawn as it stands, whatever it holds. */
export function writeLabel(text: string): string {
  return partMarks(onOneLine(text)).replace(signs, (sign) => `#${sign.charCodeAt(0)};`)
}
