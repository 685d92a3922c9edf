import type { DecisionRow, RowItem } from '../../src/use-cases/use-cases.ts'

/** One printed line: a row of the decision, or one of the several items that a merge or split names. */
export interface OfficialLine {
  /** 序号, from 1. */
  number: number
  /** What the line tells of. */
  item: RowItem
  /** The item on the other side of a merge or split. */
  counterpart: RowItem | null
  /** The row of the decision; `null`: the line is of a directory, not of a decision. */
  row: DecisionRow | null
}

/** A cell is one or more paragraphs; none reads `—`. */
export type CellText = string | readonly string[] | null

export interface Column {
  heading: string
  /** Share of the width, in hundredths. */
  width: number
  cell(line: OfficialLine): CellText
  /** Lines that follow one another with the same key share one cell, as is usual for agencies; absent: each line has its own. */
  sharedBy?(line: OfficialLine): string
  /** The cell that names the line. */
  isName?: boolean
}

/** The lines of rows: one a row; one an item for merges and splits, all with the number of their row. */
export function linesOf(rows: readonly DecisionRow[]): OfficialLine[] {
  return rows.flatMap((row, index) => {
    const line = (item: RowItem, counterpart: RowItem | null): OfficialLine => ({
      number: index + 1,
      item,
      counterpart,
      row,
    })
    if (row.action.action === 'merge') return row.items.map((source) => line(source, row.into[0] ?? null))
    if (row.action.action === 'split') return row.into.map((part) => line(part, row.items[0] ?? null))
    return row.items.map((item) => line(item, null))
  })
}

/** A shared cell ends after so many lines and begins anew, so that no printed page is without it. */
const longestSpan = 12

/** How many lines a shared cell reaches over, at its first line; 0 where an earlier one covers it. */
export function spansOf(lines: readonly OfficialLine[], keyOf: (line: OfficialLine) => string): number[] {
  const spans: number[] = []
  let first = 0
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const isNew = before === undefined || keyOf(before) !== keyOf(line) || index - first === longestSpan
    if (isNew) first = index
    spans[first] = index - first + 1
    if (!isNew) spans[index] = 0
  })
  return spans
}

/** Brackets in the full width, as printed papers have them. */
export function writeFullWidth(text: string): string {
  return text.replaceAll('(', '（').replaceAll(')', '）')
}
