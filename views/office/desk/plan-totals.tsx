import type { Desk, PlanTotals as Totals } from '../../../src/use-cases/office/desk/compression-desk.ts'
import type { CompressionTotals } from '../../../src/use-cases/use-cases.ts'
import { writeFraction } from '../../parts/fraction.ts'

/** What the plan makes of the totals: of the agency or the city, and of the city beside those of an agency. */
export function PlanTotals({ desk }: { desk: Pick<Desk, 'agencyName' | 'target' | 'totals' | 'city' | 'plan'> }) {
  const { agencyName, target, totals, city, plan } = desk
  const goal = writeFraction(target.numerator, target.denominator)
  return (
    <>
      <p class={totals.after.targetMet ? 'verdict-line met' : 'verdict-line over'}>
        {totals.after.targetMet
          ? `✓ ${plan.size === 0 ? '现在' : '照这样'}，${agencyName ?? '全市'}合计达到法定时限的${goal}。`
          : `✕ ${plan.size === 0 ? '现在' : '照这样'}，${agencyName ?? '全市'}合计离${goal}还差 ${totals.after.gapDays} 个工作日。`}
      </p>
      <TotalsTable name={agencyName ?? '全市'} totals={totals} changed={plan.size} />
      {city !== null && <TotalsTable name="全市" totals={city} changed={plan.size} />}
    </>
  )
}

const lines: readonly (readonly [string, (totals: CompressionTotals) => string])[] = [
  ['考核的事项', ({ items }) => String(items)],
  ['达标的', ({ met }) => String(met)],
  ['法定合计（工作日）', ({ statutoryDays }) => writeDays(statutoryDays)],
  ['承诺合计（工作日）', ({ promisedDays }) => writeDays(promisedDays)],
  ['合计比例', ({ ratio }) => (ratio === null ? '—' : `${(ratio * 100).toFixed(1)}%`)],
  ['还差（工作日）', ({ gapDays }) => String(gapDays)],
]

function TotalsTable({ name, totals, changed }: { name: string; totals: Totals; changed: number }) {
  return (
    <table class="numbers narrow">
      <caption>
        {name}，拟改 {changed} 项
      </caption>
      <thead>
        <tr>
          <th scope="col">合计</th>
          <th scope="col">现在</th>
          <th scope="col">照这样</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([label, read]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{read(totals.before)}</td>
            <td>{read(totals.before) === read(totals.after) ? read(totals.after) : <b>{read(totals.after)}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Working days as people say them: whole, or to one place. */
export function writeDays(days: number): string {
  return Number.isInteger(days) ? String(days) : days.toFixed(1)
}
