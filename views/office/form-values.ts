/** What a form shows: texts by name of the field, as they are stored or as they were typed. */
export type FormValues = ReadonlyMap<string, readonly string[]>

/** The first text of a field; empty: there is none. */
export function textOf(values: FormValues, name: string): string {
  return values.get(name)?.[0] ?? ''
}

/** How many rows a list has whose fields are called `/list/0/…`. */
export function rowCountOf(values: FormValues, list: string): number {
  const pattern = new RegExp(`^${list}/(\\d{1,4})(?:/|$)`)
  const numbers = [...values.keys()].flatMap((name) => pattern.exec(name)?.[1] ?? [])
  return numbers.length === 0 ? 0 : Math.max(...numbers.map(Number)) + 1
}
