import { type CellText, type Column, type OfficialLine, spansOf, writeFullWidth } from './table.ts'

interface OfficialTableProps {
  caption: string
  columns: readonly Column[]
  lines: readonly OfficialLine[]
}

/** A table as governments print it: numbered, ruled, agencies in one cell over their rows, empty cells marked. */
export function OfficialTable({ caption, columns, lines }: OfficialTableProps) {
  const spans = columns.map(({ sharedBy }) => (sharedBy === undefined ? null : spansOf(lines, sharedBy)))
  return (
    <table class="official">
      <caption class="unseen">{caption}</caption>
      <colgroup>
        {columns.map(({ heading, width }) => (
          <col key={heading} width={`${width}%`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ heading }) => (
            <th key={heading} scope="col" class="column-head">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={`${line.number}-${line.item.code}`}>
            {columns.map((column, at) => (
              <Cell key={column.heading} column={column} line={line} span={spans[at]?.[index] ?? 1} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ column, line, span }: { column: Column; line: OfficialLine; span: number }) {
  if (span === 0) return null
  const rows = span === 1 ? undefined : span
  const paragraphs = paragraphsOf(column.cell(line))
  if (column.isName) {
    return (
      <th scope={rows === undefined ? 'row' : 'rowgroup'} rowSpan={rows}>
        {paragraphs}
      </th>
    )
  }
  return (
    <td rowSpan={rows} data-label={column.heading}>
      {paragraphs}
    </td>
  )
}

function paragraphsOf(text: CellText) {
  const texts = [text].flat().filter((part) => part !== null && part !== '')
  if (texts.length === 0) return '—'
  return texts.map((part) => <p key={part}>{writeFullWidth(String(part))}</p>)
}
