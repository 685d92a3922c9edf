type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Fields laid over a document: parts of it are laid over part by part, lists take the place of lists.
 *
 * The lists of agencies and laws are known by their entries: one that is not named stays.
 */
export function layOver(base: unknown, fields: Fields): Fields {
  const laid: Fields = isFields(base) ? { ...base } : {}
  for (const [name, value] of Object.entries(fields)) {
    const before = laid[name]
    const key = keys[name]
    if (key !== undefined && Array.isArray(value)) laid[name] = layEntries(before, value, key)
    // A part that is not there is not made by one that says nothing.
    else if (isFields(value) && (isFields(before) || !saysNothing(value))) laid[name] = layOver(before, value)
    else if (!isFields(value)) laid[name] = value
  }
  return laid
}

const keys: Readonly<Record<string, string>> = { agencies: 'code', laws: 'title' }

function layEntries(before: unknown, named: readonly unknown[], key: string): unknown[] {
  const old: unknown[] = Array.isArray(before) ? before : []
  const keyOf = (entry: unknown) => (isFields(entry) ? entry[key] : undefined)
  const oldByKey = new Map(old.map((entry) => [keyOf(entry), entry]))
  const laid = named.map((entry) => layOver(oldByKey.get(keyOf(entry)), isFields(entry) ? entry : {}))
  const newByKey = new Map(laid.map((entry) => [keyOf(entry), entry]))
  // Whoever names all of them says their order as well.
  if (old.every((entry) => newByKey.has(keyOf(entry)))) return laid
  const added = laid.filter((entry) => !oldByKey.has(keyOf(entry)))
  return [...old.map((entry) => newByKey.get(keyOf(entry)) ?? entry), ...added]
}

/** Lists only, and all of them empty: 无 in the table of an item that has no guide. */
function saysNothing(fields: Fields): boolean {
  const values = Object.values(fields)
  return values.length > 0 && values.every((value) => Array.isArray(value) && value.length === 0)
}
