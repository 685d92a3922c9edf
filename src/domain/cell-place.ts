/** Where something stands in a workbook. */
export interface CellPlace {
  sheet: string
  /** Both from 1. */
  row: number
  column: number
  /** Heading of the column; empty: the row is meant. */
  heading: string
  /** What the cell holds. */
  text: string
}

const longestQuote = 60

/** Where a cell is and what it holds, for the reader: “事项”表第 5 行“法定时限”（J5）写着“大概20天”. */
export function describeCell({ sheet, row, column, heading, text }: CellPlace): string {
  const quoted = text.length > longestQuote ? `${text.slice(0, longestQuote)}……` : text
  const holds = text.trim() === '' ? '' : `写着“${quoted}”`
  const under = heading === '' ? '' : `“${heading}”（${columnName(column)}${row}）`
  return `“${sheet}”表第 ${row} 行${under}${holds}`
}

/** The name of a column by its number from 1, as in `AB`. */
export function columnName(number: number): string {
  let [rest, name] = [number, '']
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
    rest = Math.floor((rest - 1) / 26)
  }
  return name
}
