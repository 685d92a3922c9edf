import { describeForm } from './describe-form.ts'
import { type FormNode, nameInside } from './form-nodes.ts'

/** A place of the form that a pointer into a content means. */
export interface FieldPlace {
  /** Name in the form. */
  name: string
  /** What it is called, from the outside in: 申请材料 · 第 3 项 · 材料名称. */
  label: string
  node: FormNode
}

/** Numbers in the form of the rows that a content has, by the name of the list; a list that is not there has its rows from 0. */
export type RowPlaces = ReadonlyMap<string, readonly number[]>

/**
 * The field that a JSON pointer into a content means; of a pointer that reaches deeper than the form, the last field on its way.
 *
 * The empty name: the form has nothing there, as for the fields that stay with the reform office.
 */
export function locateField(pointer: string, rows: RowPlaces = new Map()): FieldPlace {
  let node: FormNode = describeForm()
  const place: { name: string; labels: string[] } = { name: '', labels: [] }
  for (const key of pointer.split('/').slice(1)) {
    const list = place.name
    const inside: FormNode | undefined = findInside(node, key)
    if (inside === undefined) break
    place.name = nameInside(list, node.kind === 'rows' ? (rows.get(list)?.[Number(key)] ?? Number(key)) : inside.key)
    if (node.kind === 'rows') place.labels.push(`第 ${Number(key) + 1} 项`)
    else if (!isWhole(inside)) place.labels.push(inside.label)
    node = inside
  }
  return { name: place.name, label: place.labels.join(' · '), node }
}

/** The guide and the procedure hold sections and are no fields themselves. */
function isWhole({ key }: FormNode): boolean {
  return key === 'guide' || key === 'procedure'
}

function findInside(node: FormNode, key: string): FormNode | undefined {
  if (node.kind === 'rows') return /^\d{1,6}$/.test(key) ? node.row : undefined
  if (node.kind !== 'group') return undefined
  return node.fields.find((field) => field.key === key || isUnitOf(field, key))
}

/** The unit of a limit whose parts stand in the group around it is typed with its amount. */
function isUnitOf(field: FormNode, key: string): boolean {
  return field.kind === 'duration' && field.isSpread && key === 'unit'
}
