const named: Readonly<Record<string, string>> = { '&quot;': '"', '&apos;': "'" }

/** Replaces numbered entities and those for quotation marks by their signs, once; what is no sign stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|quot|apos);/g, (entity, code: string | undefined) => {
    if (code === undefined) return named[entity] ?? entity
    return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : entity
  })
}
