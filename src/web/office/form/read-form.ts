import type { EditionContent } from '../../../domain/editions/edition-fields.ts'
import { describeForm } from './describe-form.ts'
import { type FormNode, type GroupNode, isBlank, nameInside, type RowsNode } from './form-nodes.ts'
import { type FormValues, rowNumbers } from './form-values.ts'
import { giveMarks } from './give-marks.ts'
import { type EntryProblem, readEntry } from './read-entry.ts'

/** What is wrong with a field, and where. */
interface FieldProblem extends EntryProblem {
  /** Name of the field in the form that was read. */
  name: string
  /** JSON pointer in the content. */
  pointer: string
}

export interface FormReading {
  content: EditionContent
  problems: FieldProblem[]
  /** Numbers in the form of the rows that the content has, by the name of the list. */
  rows: ReadonlyMap<string, readonly number[]>
}

interface Place {
  name: string
  pointer: string
}

interface Reader {
  values: FormValues
  numbers: ReadonlyMap<string, readonly number[]>
  problems: FieldProblem[]
  rows: Map<string, readonly number[]>
}

/**
 * The content that a posted form holds, with everything that could not be read.
 *
 * Never throws, whatever is in `values`: fields that the form does not have are passed over. Rows stand in the order of their numbers; one in which
 * nothing was filled in is left out.
 */
export function readForm(values: FormValues): FormReading {
  const reader: Reader = { values, numbers: rowNumbers(values), problems: [], rows: new Map() }
  const content = readGroup(describeForm(), { name: '', pointer: '' }, reader)
  // The form is made of exactly the fields of a content; what is half-written is what a draft may hold.
  return { content: content as unknown as EditionContent, problems: reader.problems, rows: reader.rows }
}

function readNode(node: FormNode, place: Place, reader: Reader): unknown {
  if (node.kind === 'rows') return readRows(node, place, reader)
  if (node.kind === 'group') {
    const before = reader.problems.length
    const group = readGroup(node, place, reader)
    return node.isOptional && reader.problems.length === before && isBlank(node, group) ? null : group
  }
  const { value, problem } = readEntry(node, reader.values.get(place.name) ?? [])
  if (problem !== undefined) reader.problems.push({ ...problem, ...place })
  return value
}

function readGroup(node: GroupNode, place: Place, reader: Reader): Record<string, unknown> {
  const entries = node.fields.flatMap((field) => {
    const inside = { name: nameInside(place.name, field.key), pointer: `${place.pointer}/${field.key}` }
    const value = readNode(field, inside, reader)
    return field.kind === 'duration' && field.isSpread ? spread(value) : [[field.key, value] as const]
  })
  return Object.fromEntries(entries)
}

/** A limit as fields of the group around it; half-written it has a unit all the same. */
function spread(limit: unknown): (readonly [string, unknown])[] {
  const fields = typeof limit === 'object' && limit !== null ? limit : { amount: null, unit: 'working-day' }
  return Object.entries(fields)
}

function readRows(node: RowsNode, place: Place, reader: Reader): unknown[] {
  const kept: { value: unknown; number: number }[] = []
  const numbers = reader.numbers.get(place.name) ?? []
  for (const number of numbers) {
    const before = reader.problems.length
    const inside = { name: nameInside(place.name, number), pointer: `${place.pointer}/${kept.length}` }
    const value = readNode(node.row, inside, reader)
    if (reader.problems.length > before || !isBlank(node.row, value)) kept.push({ value, number })
  }
  reader.rows.set(
    place.name,
    kept.map(({ number }) => number),
  )
  if (kept.length > node.maxRows) {
    const message = `有 ${kept.length} 项，最多 ${node.maxRows} 项。`
    reader.problems.push({ ...place, severity: 'error', message, isKept: true })
  }
  return giveMarks(
    node,
    kept.map(({ value }) => value),
  )
}
