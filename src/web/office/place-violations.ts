import type { Violation } from '../../domain/catalog-error.ts'
import type { FormValues } from './form/form-values.ts'

/** Violations at the fields of a form: what concerns a part of a field is said at the field. */
export function placeViolations(violations: readonly Violation[], values: FormValues): Violation[] {
  const names = [...values.keys()].filter((name) => name.startsWith('/'))
  const placed = violations.map((violation) => ({ ...violation, pointer: fieldOf(violation.pointer, names) }))
  return [...new Map(placed.map((violation) => [`${violation.pointer} ${violation.message}`, violation])).values()]
}

/** The longest name that the pointer is or lies in; the pointer itself where there is none. */
function fieldOf(pointer: string, names: readonly string[]): string {
  const around = names.filter((name) => pointer === name || pointer.startsWith(`${name}/`))
  return around.sort((one, other) => other.length - one.length)[0] ?? pointer
}
