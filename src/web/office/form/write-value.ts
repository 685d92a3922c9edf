import { writeDuration } from '../../../domain/durations.ts'
import type { Duration } from '../../../schema/types.ts'
import { type FormNode, type GroupNode, isBlank, type Option } from './form-nodes.ts'

/** What a place of a content holds, in words for people; empty: nothing. Of any shape, never throws. */
export function writeValue(node: FormNode, value: unknown): string {
  switch (node.kind) {
    case 'group':
      return writeGroup(node, value)
    case 'rows':
      return listOf(value)
        .map((row) => writeValue(node.row, row))
        .join('\n')
    case 'choices':
      return listOf(value)
        .map((code) => wordFor(node.options, code))
        .join('、')
    case 'lines':
      return listOf(value).map(writeText).join('、')
    case 'choice':
      return wordFor(node.options, value)
    case 'yes-no':
      return typeof value === 'boolean' ? (value ? '是' : '否') : ''
    case 'duration':
      return writeLimit(value)
    default:
      return writeText(value)
  }
}

function writeText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function wordFor(options: readonly Option[], code: unknown): string {
  return options.find(({ value }) => value === code)?.label ?? writeText(code)
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function writeLimit(value: unknown): string {
  if (typeof value !== 'object' || value === null) return writeText(value)
  const { unit, amount } = value as Partial<Duration> // looked at before it is used
  if (unit === 'instant') return writeDuration({ unit })
  return unit === undefined || typeof amount !== 'number' ? '' : writeDuration({ amount, unit })
}

/** What is filled in, each after its name. */
function writeGroup({ fields }: GroupNode, value: unknown): string {
  if (typeof value !== 'object' || value === null) return ''
  const held = new Map<string, unknown>(Object.entries(value))
  return fields
    .filter((field) => field.kind !== 'mark' && !isBlank(field, held.get(field.key)))
    .map((field) => {
      const isSpread = field.kind === 'duration' && field.isSpread
      return `${field.label}：${writeValue(field, isSpread ? value : held.get(field.key))}`
    })
    .join('；')
}
