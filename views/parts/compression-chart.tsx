import type { CompressionReport } from '../../src/use-cases/use-cases.ts'
import { writeFraction } from './fraction.ts'

const rowHeight = 28
const nameWidth = 190
const barWidth = 560
const width = nameWidth + barWidth + 170
const top = 34

/** Agencies sorted by how many days stand between them and the target, the farthest first; then by ratio. */
export function sortByGap(agencies: CompressionReport['agencies']): CompressionReport['agencies'] {
  return [...agencies].sort(
    (a, b) => b.gapDays - a.gapDays || (b.ratio ?? 0) - (a.ratio ?? 0) || (a.code < b.code ? -1 : 1),
  )
}

/** One bar an agency: promised over statutory days, with the target drawn through all. The table beside it says the same. */
export function CompressionChart({ report }: { report: CompressionReport }) {
  const rows = sortByGap(report.agencies).filter(({ ratio }) => ratio !== null)
  const height = top + rows.length * rowHeight + 8
  const { numerator, denominator } = report.target
  const target = nameWidth + (barWidth * numerator) / denominator
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="chart-title">
      <title id="chart-title">{`各部门承诺时限占法定时限的比例，竖线是${writeFraction(numerator, denominator)}`}</title>
      {rows.map((row, index) => (
        <Bar key={row.code} row={row} y={top + index * rowHeight} />
      ))}
      <line class="chart-target" x1={target} x2={target} y1={top - 8} y2={height - 4} />
      <text class="chart-label" x={target} y={16} text-anchor="middle">
        {writeFraction(numerator, denominator)}
      </text>
    </svg>
  )
}

function Bar({ row, y }: { row: CompressionReport['agencies'][number]; y: number }) {
  const ratio = row.ratio ?? 0
  const length = Math.min(1, ratio) * barWidth
  return (
    <g class={row.targetMet ? 'chart-met' : 'chart-over'}>
      <text class="chart-name" x={nameWidth - 12} y={y + 17} text-anchor="end">
        {row.name.replace(/^湘潭市/, '')}
      </text>
      <rect class="chart-ground" x={nameWidth} y={y + 4} width={barWidth} height={18} rx={2} />
      <rect class="chart-bar" x={nameWidth} y={y + 4} width={length} height={18} rx={2} />
      <text class="chart-value" x={nameWidth + barWidth + 10} y={y + 18}>
        {`${(ratio * 100).toFixed(1)}%${row.targetMet ? ' ✓' : ` 差 ${row.gapDays} 个工作日`}`}
      </text>
    </g>
  )
}
