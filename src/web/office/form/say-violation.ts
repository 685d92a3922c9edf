import type { Violation } from '../../../domain/catalog-error.ts'
import type { EditionContent } from '../../../domain/editions/edition-fields.ts'
import { locateField } from './locate-field.ts'

/** What breaks the schema, in the words of the form: what is only missing is said to be missing, whatever shape it should have. */
export function sayViolation(
  content: EditionContent,
  { pointer, message }: Pick<Violation, 'pointer' | 'message'>,
): string {
  if (!isNothing(valueAt(content, pointer))) return message
  switch (locateField(pointer).node.kind) {
    case 'choice':
    case 'reference':
      return '还没有选择。'
    case 'text':
    case 'number':
    case 'duration':
      return '还没有填写。'
    default:
      return message
  }
}

function isNothing(value: unknown): boolean {
  return value === '' || value === null || value === undefined
}

function valueAt(content: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((around, key) => {
      if (typeof around !== 'object' || around === null) return undefined
      return new Map<string, unknown>(Object.entries(around)).get(key)
    }, content)
}
