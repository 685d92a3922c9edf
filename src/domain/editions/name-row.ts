/** By which field a row of a list is known, the surest first; no row has two of them that both name it. */
const namingFields = ['id', 'name', 'question', 'law', 'value', 'kind'] as const

/** What a row of a list is called: a material by its name, a step by its mark, a flow by its ends, a text by itself; `''` when nothing names it. */
export function nameRow(row: unknown): string {
  if (typeof row === 'string') return row
  if (typeof row !== 'object' || row === null) return ''
  const fields = new Map<string, unknown>(Object.entries(row))
  if (fields.has('from') && fields.has('to')) return `${fields.get('from')} → ${fields.get('to')}`
  const name = namingFields.map((field) => fields.get(field)).find((value) => typeof value === 'string')
  return typeof name === 'string' ? name : ''
}
