import { writeChange } from './effect-table.tsx'
import { type AccountOf, type LedgerAccount, movementsOf, nameMovement } from './movements.ts'

/** Shares of the width, in hundredths: names stand left of `left`, bars reach from there to `right`, numbers after them. */
const left = 30
const right = 88
const rowHeight = 34
const barHeight = 20

interface Bar {
  name: string
  value: string
  from: number
  to: number
  kind: 'total' | 'added' | 'removed'
}

/** From the opening to the closing, a bar a movement, each beginning where the last one ended. It is as wide as its place, its text keeps its size. */
export function Waterfall({ account, of }: { account: LedgerAccount; of: AccountOf }) {
  const bars = barsOf(account, of)
  const { least, most } = axisOf(account)
  const at = (count: number) => left + ((right - left) * Math.max(0, count - least)) / (most - least)
  const told = bars.map(({ name, value }) => `${name} ${value}`).join('，')
  return (
    <svg
      class="waterfall"
      width="100%"
      height={bars.length * rowHeight}
      role="img"
      aria-labelledby="waterfall-title waterfall-told"
    >
      <title id="waterfall-title">{`${of.name}在用事项从期初到期末`}</title>
      <desc id="waterfall-told">{told}</desc>
      {bars.map((bar, index) => (
        <BarRow
          key={bar.name}
          bar={bar}
          y={index * rowHeight}
          at={at}
          isCut={least > 0 && bar.kind === 'total'}
          isLast={index === bars.length - 1}
        />
      ))}
    </svg>
  )
}

/** Whether the bars do not begin at zero: small changes of large numbers would be no more than lines. */
export function hasCutAxis(account: LedgerAccount): boolean {
  return axisOf(account).least > 0
}

/** Where the bars begin and how far they reach; they begin at zero unless all of it happens in the upper half. */
function axisOf(account: LedgerAccount): { least: number; most: number } {
  let running = account.opening
  const heights = [account.opening, account.closing]
  for (const { change } of movementsOf(account)) {
    running += change
    heights.push(running)
  }
  const [low, most] = [Math.min(...heights), Math.max(1, ...heights)]
  if (low <= most / 2) return { least: 0, most }
  const margin = Math.max(5, Math.ceil((most - low) / 2))
  return { least: Math.max(0, Math.floor((low - margin) / 5) * 5), most }
}

function barsOf(account: LedgerAccount, of: AccountOf): Bar[] {
  const bars: Bar[] = [{ name: '期初', value: String(account.opening), from: 0, to: account.opening, kind: 'total' }]
  let running = account.opening
  for (const { movement, change } of movementsOf(account)) {
    bars.push({
      name: nameMovement(movement, of),
      value: writeChange(change),
      from: running,
      to: running + change,
      kind: change > 0 ? 'added' : 'removed',
    })
    running += change
  }
  bars.push({ name: '期末', value: String(account.closing), from: 0, to: account.closing, kind: 'total' })
  return bars
}

interface BarRowProps {
  bar: Bar
  y: number
  at: (count: number) => number
  isCut: boolean
  isLast: boolean
}

function BarRow({ bar: { name, value, from, to, kind }, y, at, isCut, isLast }: BarRowProps) {
  const [start, end] = [at(Math.min(from, to)), at(Math.max(from, to))]
  const middle = y + rowHeight / 2
  return (
    <g class={`fall-${kind}`}>
      <text class="fall-name" x={`${left - 2}%`} y={middle + 5} text-anchor="end">
        {name}
      </text>
      <rect
        class="fall-bar"
        x={`${start}%`}
        y={middle - barHeight / 2}
        width={`${Math.max(0.3, end - start)}%`}
        height={barHeight}
        rx={2}
      />
      {isCut && <Cut x={start} y={middle - barHeight / 2} />}
      {!isLast && (
        <line
          class="fall-line"
          x1={`${at(to)}%`}
          x2={`${at(to)}%`}
          y1={middle + barHeight / 2}
          y2={middle + rowHeight - barHeight / 2}
        />
      )}
      <text class="fall-value" x={`${Math.max(start, end)}%`} dx={8} y={middle + 5}>
        {value}
      </text>
    </g>
  )
}

/** A jagged edge where a bar is cut off from zero. */
function Cut({ x, y }: { x: number; y: number }) {
  const teeth = [0, 1, 2, 3].map((index) => `L${index % 2 === 0 ? 6 : 0} ${((index + 1) * barHeight) / 4}`).join('')
  return (
    <svg x={`${x}%`} y={y} width={8} height={barHeight} aria-hidden="true">
      <path class="fall-cut" d={`M0 0${teeth}L0 ${barHeight}Z`} />
    </svg>
  )
}
