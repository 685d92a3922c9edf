import { readFileSync } from 'node:fs'

/** Heights of the type in em: from the top of the line to the base line, and below it (Noto Sans CJK). */
export const lineMetrics = { ascent: 1.16, descent: 0.288 } as const

/** Widths in em that are not one em, by character (Noto Sans SC); the file is the table, so that its digest names it. */
export const widthTable: string = readFileSync(new URL('./tables/latin-widths.json', import.meta.url), 'utf8')

const widths = new Map(Object.entries(JSON.parse(widthTable) as Record<string, number>))

/** Width of a Latin letter that the table does not hold. */
const LATIN = 0.56

/** Width of a text in em. Ideographs and full-width signs are exactly one em wide in every Chinese sans-serif type. */
export function measureText(text: string): number {
  let width = 0
  for (const sign of text) width += widths.get(sign) ?? measureUnlisted(sign.codePointAt(0) ?? 0)
  return width
}

function measureUnlisted(code: number): number {
  const takesNoRoom = (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f) || code === 0xfeff
  if (takesNoRoom || (code >= 0x2060 && code <= 0x2064) || (code >= 0xfe00 && code <= 0xfe0f)) return 0
  return code < 0x250 ? LATIN : 1
}
