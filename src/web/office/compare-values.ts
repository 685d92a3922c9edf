import type { FormValues } from './form/form-values.ts'

/** A field that says one thing in the store and another in what was typed. */
export interface ValueDifference {
  label: string
  stored: string
  typed: string
}

/** The fields in which two states of a form differ, in the order of both; `labelOf`: `undefined` leaves a field out. */
export function compareValues(
  stored: FormValues,
  typed: FormValues,
  labelOf: (name: string) => string | undefined,
): ValueDifference[] {
  const names = new Set([...stored.keys(), ...typed.keys()])
  const read = (values: FormValues, name: string) => (values.get(name) ?? []).join('、').trim()
  return [...names].flatMap((name) => {
    const label = labelOf(name)
    const [one, other] = [read(stored, name), read(typed, name)]
    return label === undefined || one === other ? [] : [{ label, stored: one, typed: other }]
  })
}
