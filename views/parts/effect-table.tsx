import { labels } from '../../src/domain/labels.ts'
import type { AgencySummary, CountsOnDay } from '../../src/use-cases/use-cases.ts'

interface EffectProps {
  before: CountsOnDay
  after: CountsOnDay
  agencies: readonly Pick<AgencySummary, 'code' | 'name'>[]
  /** Heads of the two columns. */
  heads: readonly [string, string]
}

const types = Object.keys(labels.type) as (keyof typeof labels.type)[] // the table has every type as its key

/** Active items before and after: in all, by type, and for the agencies whose number changed. */
export function EffectTables({ before, after, agencies, heads }: EffectProps) {
  const byType = types
    .map((type) => row(labels.type[type], before.active.byType[type], after.active.byType[type]))
    .filter((line) => line.before + line.after > 0)
  const byAgency = agencies
    .map(({ code, name }) => row(name, before.active.byAgency[code], after.active.byAgency[code]))
    .filter((line) => line.before !== line.after)
  const total = row('合计', before.active.total, after.active.total)
  return (
    <div class="effects">
      <Counts caption="在用事项，按类型" first="类型" heads={heads} lines={[...byType, total]} />
      {byAgency.length > 0 ? (
        <details open={byAgency.length <= 8}>
          <summary>数字变了的 {byAgency.length} 个部门</summary>
          <Counts
            caption="在用事项，只列数字变了的部门"
            first="部门"
            heads={heads}
            lines={[...byAgency, { ...total, name: '全市合计' }]}
          />
        </details>
      ) : (
        <p>各部门的数字都没有变。</p>
      )}
    </div>
  )
}

interface Line {
  name: string
  before: number
  after: number
}

function row(name: string, before = 0, after = 0): Line {
  return { name, before, after }
}

function Counts({
  caption,
  first,
  heads,
  lines,
}: {
  caption: string
  first: string
  heads: EffectProps['heads']
  lines: Line[]
}) {
  return (
    <table class="numbers narrow">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
          <th scope="col">增减</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, before, after }) => (
          <tr key={name} class={name === lines.at(-1)?.name ? 'sum-row' : undefined}>
            <th scope="row">{name}</th>
            <td>{before}</td>
            <td>{after}</td>
            <td>{writeChange(after - before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A change with its sign, as in `+59`, `−8`; `0` stays. */
export function writeChange(change: number): string {
  return change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0'
}
