import { writeDuration } from '../../../domain/durations.ts'
import type { EditionContent } from '../../../domain/editions/edition-fields.ts'
import type { Duration } from '../../../schema/types.ts'
import { describeForm } from './describe-form.ts'
import { type DurationNode, type FormNode, type GroupNode, nameInside } from './form-nodes.ts'
import type { FormValues } from './form-values.ts'
import type { FormReading } from './read-form.ts'

/** What stands in the fields of the form for a content: the inverse of `readForm`. */
export function fillForm(content: EditionContent): FormValues {
  return new Map(fillGroup(describeForm(), '', content))
}

/** The form after it was read: rows in a row, texts cleaned, and what could not be read as it was typed. */
export function fillFromReading({ content, problems }: FormReading, typed: FormValues): FormValues {
  const kept = problems.flatMap(({ name, pointer }) => {
    const texts = typed.get(name)
    return texts === undefined ? [] : [[pointer.slice(1).replaceAll('/', '.'), texts] as const]
  })
  return new Map([...fillForm(content), ...kept])
}

type Filled = readonly [string, readonly string[]]

function fillNode(node: FormNode, name: string, value: unknown): Filled[] {
  switch (node.kind) {
    case 'group':
      return fillGroup(node, name, value)
    case 'rows':
      return listOf(value).flatMap((row, number) => fillNode(node.row, nameInside(name, number), row))
    case 'lines':
      return [[name, [listOf(value).join('\n')]]]
    case 'choices':
      return [[name, listOf(value).map(String)]]
    case 'yes-no':
      return [[name, [value === true ? 'yes' : value === false && node.blank === null ? 'no' : '']]]
    case 'duration':
      return [[name, [limitText(value)]]]
    default:
      return [[name, [value === null || value === undefined ? '' : String(value)]]]
  }
}

function fillGroup(node: GroupNode, name: string, value: unknown): Filled[] {
  const fields = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  return node.fields.flatMap((field) =>
    fillNode(field, nameInside(name, field.key), isSpread(field) ? Object.fromEntries(fields) : fields.get(field.key)),
  )
}

function isSpread(field: FormNode): field is DurationNode {
  return field.kind === 'duration' && field.isSpread
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A limit so that it reads back without doubt: 日 alone would be unclear. */
function limitText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const { unit, amount } = value as Partial<Duration> // an object in the place of a limit: its parts are looked at before they are used
  if (unit === 'instant') return writeDuration({ unit })
  if (unit === undefined || typeof amount !== 'number') return ''
  return unit === 'calendar-day' ? `${amount}个自然日` : writeDuration({ amount, unit })
}
