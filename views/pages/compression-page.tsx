import type { CompressionReport, CompressionTotals, ExclusionReason } from '../../src/use-cases/use-cases.ts'
import { CompressionChart, sortByGap } from '../parts/compression-chart.tsx'
import { writeDay } from '../parts/day.tsx'
import { type DayChoice, DayPicker } from '../parts/day-picker.tsx'
import { writeFraction } from '../parts/fraction.ts'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { Limit } from '../parts/limit.tsx'
import { Link } from '../parts/link.tsx'
import { paths } from '../parts/links.ts'
import { ScrollArea } from '../parts/scroll-area.tsx'
import { writeWorkingDays } from '../parts/working-days.ts'

const reasons: Readonly<Record<ExclusionReason, string>> = {
  'no-statutory-limit': '法律没有规定时限',
  'no-promise': '部门没有作出承诺',
  'statutory-instant': '法律规定当场办结，无从压缩',
  relay: '只转报，不由本部门决定',
  exception: '经批准不压缩',
  'not-active': '事项现在不办理',
}
interface CompressionPageProps {
  frame: PageFrame
  report: CompressionReport
  /** Code of the agency the reader chose. */
  agency: string | undefined
  choice: DayChoice
}

/** The one-third check: the city's figure, a chart, the same in numbers, every exclusion with its reason. */
export function CompressionPage({ frame, report, agency, choice }: CompressionPageProps) {
  const { numerator, denominator } = report.target
  const chosen = report.agencies.find(({ code }) => code === agency)
  const crumbs = agency ? [{ label: '时限压缩', href: paths.compression }] : []
  const title = agency ? `时限压缩：${chosen?.name ?? agency}` : '时限压缩'
  return (
    <Layout frame={frame} title={title} crumbs={crumbs}>
      <h1>{title}</h1>
      <p class="lead">
        目标：部门承诺的时间合计，不超过法定时间合计的{writeFraction(numerator, denominator)}。截至
        {writeDay(report.asOf)}。
      </p>
      <DayPicker url={frame.url} asOf={frame.asOf} choice={choice} />
      <Figures totals={report.overall} />
      {report.agencies.length > 1 && (
        <section aria-labelledby="chart">
          <h2 id="chart">各部门和目标的距离</h2>
          <ScrollArea label="各部门比例图">
            <CompressionChart report={report} />
          </ScrollArea>
        </section>
      )}
      <AgencyTable report={report} />
      {agency ? <ItemTable report={report} /> : <p>点部门名称，看每个事项的数字。</p>}
      <Excluded report={report} />
      <p>
        换算和取整的规则见<a href={`${paths.counting}#compression`}>日子怎么算</a>。
      </p>
    </Layout>
  )
}

const percent = (ratio: number | null) => (ratio === null ? '—' : `${(ratio * 100).toFixed(1)}%`)

const writeTarget = ({ targetMet, gapDays }: CompressionTotals) =>
  targetMet ? '✓ 已达到' : `✗ 还差 ${gapDays} 个工作日`

function Figures({ totals }: { totals: CompressionTotals }) {
  return (
    <dl class="strip">
      <div>
        <dt>合计比例</dt>
        <dd>{percent(totals.ratio)}</dd>
      </div>
      <div>
        <dt>承诺／法定</dt>
        <dd>
          {writeWorkingDays(totals.promisedDays)}／{writeWorkingDays(totals.statutoryDays)} 个工作日
        </dd>
      </div>
      <div>
        <dt>达到目标的事项</dt>
        <dd>
          {totals.met}／{totals.items} 个
        </dd>
      </div>
      <div>
        <dt>合计</dt>
        <dd>{totals.ratio === null ? '没有可比的事项' : writeTarget(totals)}</dd>
      </div>
    </dl>
  )
}

function writeGap({ ratio, targetMet, gapDays }: CompressionTotals): string {
  if (ratio === null) return '没有可比的事项'
  return targetMet ? '✓ 达标' : `✗ 差 ${gapDays}`
}

function AgencyTable({ report }: { report: CompressionReport }) {
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">同样的内容，用数字</h2>
      <ScrollArea label="各部门的数字">
        <table class="numbers">
          <caption>各部门的时限压缩，离目标最远的在前；时间单位是工作日</caption>
          <thead>
            <tr>
              <th scope="col">部门</th>
              <th scope="col">事项</th>
              <th scope="col">达标</th>
              <th scope="col">法定合计</th>
              <th scope="col">承诺合计</th>
              <th scope="col">比例</th>
              <th scope="col">差距</th>
            </tr>
          </thead>
          <tbody>
            {sortByGap(report.agencies).map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  <Link to={paths.compression} with={{ agency: row.code }}>
                    {row.name}
                  </Link>
                </th>
                <td>{row.items}</td>
                <td>{row.met}</td>
                <td>{writeWorkingDays(row.statutoryDays)}</td>
                <td>{writeWorkingDays(row.promisedDays)}</td>
                <td>{percent(row.ratio)}</td>
                <td>{writeGap(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

function ItemTable({ report }: { report: CompressionReport }) {
  return (
    <section aria-labelledby="items">
      <h2 id="items">每个事项</h2>
      <ScrollArea label="每个事项的数字">
        <table class="numbers">
          <caption>时间单位是工作日；“最长可承诺”是刚好达标的承诺</caption>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">法定</th>
              <th scope="col">承诺</th>
              <th scope="col">比例</th>
              <th scope="col">最长可承诺</th>
              <th scope="col">达标</th>
            </tr>
          </thead>
          <tbody>
            {report.items.map((item) => (
              <tr key={item.code}>
                <th scope="row">
                  <Link to={paths.item(item.code)}>{item.name}</Link>
                </th>
                <td>{writeWorkingDays(item.statutoryDays)}</td>
                <td>{writeWorkingDays(item.promisedDays)}</td>
                <td>{percent(item.ratio)}</td>
                <td>
                  <Limit limit={item.longest} none="—" />
                </td>
                <td>{item.met ? '✓ 达标' : '✗ 未达标'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

function Excluded({ report }: { report: CompressionReport }) {
  if (report.excluded.length === 0) return null
  const groups = Object.entries(reasons).map(([reason, words]) => ({
    words,
    items: report.excluded.filter((item) => item.reason === reason),
  }))
  return (
    <section aria-labelledby="excluded">
      <h2 id="excluded">没有算进去的 {report.excluded.length} 个事项</h2>
      {groups.map(
        ({ words, items }) =>
          items.length > 0 && (
            <details key={words}>
              <summary>
                {words}（{items.length} 个）
              </summary>
              <ul>
                {items.map((item) => (
                  <li key={item.code}>
                    <Link to={paths.item(item.code)}>{item.name}</Link>
                  </li>
                ))}
              </ul>
            </details>
          ),
      )}
    </section>
  )
}
