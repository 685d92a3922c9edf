const places = 4096
/** Names met before, by their hash; the names of fields are few, and each of them is made once. */
const known: (string | undefined)[] = new Array(places).fill(undefined)
const longest = 64

/** The field name at a place when a colon stands behind it; `undefined`: there is none. */
export function nameAt(text: string, at: number): string | undefined {
  let hash = 0
  let end = at
  for (let code = text.charCodeAt(end); isLetter(code) || (end > at && isDigit(code)); code = text.charCodeAt(end)) {
    hash = (hash * 31 + code) % places
    end += 1
  }
  if (end === at || end - at > longest || text.charCodeAt(end) !== 0x3a) return undefined
  const found = known[hash]
  if (found !== undefined && found.length === end - at && text.startsWith(found, at)) return found
  const name = text.slice(at, end)
  known[hash] = name
  return name
}

function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
