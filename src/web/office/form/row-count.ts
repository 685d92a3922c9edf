import type { FormValues } from './form-values.ts'

/** How many rows a list has whose fields are called by JSON pointers: `/list/0/…`, or `/list/0`. */
export function rowCountOf(values: FormValues, list: string): number {
  const pattern = new RegExp(`^${list}/(\\d{1,4})(?:/|$)`)
  const numbers = [...values.keys()].flatMap((name) => pattern.exec(name)?.[1] ?? [])
  return numbers.length === 0 ? 0 : Math.max(...numbers.map(Number)) + 1
}
