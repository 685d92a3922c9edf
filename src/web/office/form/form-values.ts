/** What stands in the fields of a form, by their names: several texts where boxes were ticked. */
export type FormValues = ReadonlyMap<string, readonly string[]>

/** What was posted, whatever it is: texts and lists of texts; everything else is left out. A map has no prototype to be polluted. */
export function readPosted(body: unknown): FormValues {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return new Map(
    entries.flatMap(([name, value]) => {
      const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string')
      return texts.length === 0 ? [] : [[name, texts] as const]
    }),
  )
}

/** The first text of a field; `''`: it was not posted. */
export function textAt(values: FormValues, name: string): string {
  return values.get(name)?.[0] ?? ''
}

const numberPattern = /^(?:0|[1-9]\d{0,5})$/

type RowNumbers = ReadonlyMap<string, readonly number[]>

/** A form is not changed once it is there; its page asks list by list. */
const known = new WeakMap<FormValues, RowNumbers>()

/** The numbers of the rows that lists have in a form, by the name of the list, in ascending order: `guide.materials` → 0, 1, 5. */
export function rowNumbers(values: FormValues): RowNumbers {
  const found = known.get(values) ?? findRowNumbers(values)
  known.set(values, found)
  return found
}

function findRowNumbers(values: FormValues): RowNumbers {
  const found = new Map<string, Set<number>>()
  for (const name of values.keys()) {
    const parts = name.split('.', MOST_PARTS)
    for (const [place, part] of parts.entries()) {
      if (place === 0 || !numberPattern.test(part)) continue
      const list = parts.slice(0, place).join('.')
      const numbers = found.get(list) ?? new Set()
      found.set(list, numbers.add(Number(part)))
    }
  }
  return new Map([...found].map(([list, numbers]) => [list, [...numbers].sort((one, other) => one - other)]))
}

/** No field of the form has a longer name: `guide.materials.0.basis.articles`. */
const MOST_PARTS = 6
