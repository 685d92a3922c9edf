import type { RowsNode } from './form-nodes.ts'

const markPattern = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/

/** The rows of a list with a mark of its own for each that has none: `step-3`. Lists whose rows have no marks stay as they are. */
export function giveMarks(node: RowsNode, rows: readonly unknown[]): unknown[] {
  if (!hasMarks(node)) return [...rows]
  const taken = new Set(rows.map(markOf).filter((mark) => markPattern.test(mark)))
  return rows.map((row) => {
    if (typeof row !== 'object' || row === null || markPattern.test(markOf(row))) return row
    const id = nextMark(node, taken)
    taken.add(id)
    return { ...row, id }
  })
}

export function hasMarks({ row }: RowsNode): boolean {
  return row.kind === 'group' && row.fields.some(({ kind }) => kind === 'mark')
}

/** The first mark that no other row has. */
export function nextMark({ key }: RowsNode, taken: ReadonlySet<string>): string {
  let number = taken.size + 1
  while (taken.has(`${key.replace(/s$/, '')}-${number}`)) number += 1
  return `${key.replace(/s$/, '')}-${number}`
}

function markOf(row: unknown): string {
  const id = typeof row === 'object' && row !== null ? new Map<string, unknown>(Object.entries(row)).get('id') : ''
  return typeof id === 'string' ? id : ''
}
