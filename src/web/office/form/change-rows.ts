import { describeForm } from './describe-form.ts'
import { type FormNode, nameInside, type RowsNode } from './form-nodes.ts'
import { type FormValues, rowNumbers, textAt } from './form-values.ts'
import { hasMarks, nextMark } from './give-marks.ts'

/** A form after a row was added, removed or moved. */
export interface ChangedForm {
  values: FormValues
  /** Name of the row or list at which one goes on; `undefined`: nothing was changed. */
  goTo?: string
}

/** What the buttons of a list ask for: `add guide.materials`, `up guide.materials.3`. */
const form = /^(?<verb>add|remove|up|down) (?<list>[A-Za-z]+(?:\.[A-Za-z]+)*)(?:\.(?<number>0|[1-9]\d{0,5}))?$/

/**
 * Does what a button of a list asks for to what was posted; rows are numbered anew from 0, and everything else stays as it was typed.
 *
 * Pure; what it does not understand changes nothing.
 */
export function changeRows(values: FormValues, asked: string): ChangedForm {
  const { verb, list = '', number } = form.exec(asked)?.groups ?? {}
  const node = findRows(list)
  if (verb === undefined || node === undefined) return { values }
  const numbers = rowNumbers(values).get(list) ?? []
  const rows = numbers.map((row) => takeRow(values, nameInside(list, row)))
  const place = numbers.indexOf(Number(number))
  if (verb === 'add') return addRow(values, { list, node, rows })
  if (place === -1) return { values }
  const changed = verb === 'remove' ? rows.toSpliced(place, 1) : moveRow(rows, place, verb === 'up' ? -1 : 1)
  const goTo = verb === 'remove' ? Math.min(place, changed.length - 1) : changed.indexOf(rows[place] ?? new Map())
  return { values: putRows(values, list, changed), goTo: goTo === -1 ? list : nameInside(list, goTo) }
}

/** The fields of one row, by their names inside it; `''` for a row that is one text. */
type Row = ReadonlyMap<string, readonly string[]>

function takeRow(values: FormValues, name: string): Row {
  const inside = [...values].filter(([field]) => field === name || field.startsWith(`${name}.`))
  return new Map(inside.map(([field, texts]) => [field.slice(name.length + 1), texts]))
}

function putRows(values: FormValues, list: string, rows: readonly Row[]): FormValues {
  const others = [...values].filter(
    ([field]) => !/^\.\d/.test(field.slice(list.length)) || !field.startsWith(`${list}.`),
  )
  const placed = rows.flatMap((row, number) =>
    [...row].map(([key, texts]) => [nameInside(nameInside(list, number), key), texts] as const),
  )
  return new Map([...others, ...placed])
}

function moveRow(rows: readonly Row[], place: number, by: 1 | -1): Row[] {
  const row = rows[place]
  const to = place + by
  return row === undefined || to < 0 || to >= rows.length ? [...rows] : rows.toSpliced(place, 1).toSpliced(to, 0, row)
}

interface RowList {
  list: string
  node: RowsNode
  rows: readonly Row[]
}

function addRow(values: FormValues, { list, node, rows }: RowList): ChangedForm {
  if (rows.length >= node.maxRows) return { values }
  const marks = new Set(rows.map((row) => textAt(row, 'id')))
  const row: Row = hasMarks(node) ? new Map([['id', [nextMark(node, marks)]]]) : new Map([[firstKey(node), ['']]])
  return { values: putRows(values, list, [...rows, row]), goTo: nameInside(list, rows.length) }
}

/** A row is there in a form when one of its fields is. */
function firstKey({ row }: RowsNode): string {
  return row.kind === 'group' ? (row.fields[0]?.key ?? '') : ''
}

function findRows(list: string): RowsNode | undefined {
  const node = list.split('.').reduce<FormNode | undefined>((around, key) => {
    return around?.kind === 'group' ? around.fields.find((field) => field.key === key) : undefined
  }, describeForm())
  return node?.kind === 'rows' ? node : undefined
}
