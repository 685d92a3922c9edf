import type { FindingCounts, FindingsReport, RankedRule } from '../../src/use-cases/use-cases.ts'
import { Day, writeDay } from '../parts/day.tsx'
import { severityMarks, severityWords } from '../parts/findings.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { Link } from '../parts/link.tsx'
import { paths } from '../parts/links.ts'
import { ScrollArea } from '../parts/scroll-area.tsx'

interface FindingsPageProps {
  frame: PageFrame
  report: FindingsReport
  /** Code of the agency the reader chose. */
  agency: string | undefined
}

const severities = ['error', 'warning', 'hint'] as const

/** What the rules find in the guides of the city or of one agency: the counts, the commonest, by agency, over the years, every place. */
export function FindingsPage({ frame, report, agency }: FindingsPageProps) {
  const name = report.agencies.find(({ code }) => code === agency)?.name ?? agency
  const title = agency === undefined ? '规则检查' : `规则检查：${name}`
  return (
    <Layout frame={frame} title={title} crumbs={agency ? [{ label: '规则检查', href: paths.findings }] : []}>
      <h1>{title}</h1>
      <p class="lead">
        按规则逐项检查{agency ? '这个部门的' : '全市的'}事项和办事指南。截至{writeDay(report.asOf)}。
      </p>
      <Counts counts={report.counts} />
      {report.commonest.length === 0 ? <p>没有发现问题。</p> : <Commonest rules={report.commonest} />}
      {agency === undefined && <ByAgency report={report} />}
      <OverTime report={report} />
      <Places findings={report.findings} />
    </Layout>
  )
}

function Counts({ counts }: { counts: FindingCounts }) {
  return (
    <dl class="strip">
      {severities.map((severity) => (
        <div key={severity}>
          <dt>
            <span aria-hidden="true">{severityMarks[severity]}</span> {severityWords[severity]}
          </dt>
          <dd>{counts[severity]} 处</dd>
        </div>
      ))}
    </dl>
  )
}

function Commonest({ rules }: { rules: readonly RankedRule[] }) {
  return (
    <section aria-labelledby="commonest">
      <h2 id="commonest">最常见的 {rules.length} 种</h2>
      <ol class="findings">
        {rules.map(({ rule, severity, count, subjects, example }) => (
          <li key={rule} class={`finding-${severity}`}>
            <b>
              <span aria-hidden="true">{severityMarks[severity]}</span> {severityWords[severity]}
            </b>{' '}
            {count} 处，涉及 {subjects} 个（{rule}）。例如：{example.message}
            <span class="hint">
              怎么改：{example.mend}
              {example.basis && ` 依据：${example.basis}。`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

const heads = severities.map((severity) => (
  <th scope="col" key={severity}>
    {severityWords[severity]}
  </th>
))

const cells = (counts: FindingCounts) => severities.map((severity) => <td key={severity}>{counts[severity]}</td>)

function ByAgency({ report }: { report: FindingsReport }) {
  return (
    <section aria-labelledby="agencies">
      <h2 id="agencies">各部门</h2>
      <ScrollArea label="各部门的数字">
        <table class="numbers">
          <caption>点部门名称，看每一处；只列有发现的部门</caption>
          <thead>
            <tr>
              <th scope="col">部门</th>
              {heads}
            </tr>
          </thead>
          <tbody>
            {report.agencies.map(({ code, name, counts }) => (
              <tr key={code}>
                <th scope="row">
                  <Link to={paths.findings} with={{ agency: code }}>
                    {name}
                  </Link>
                </th>
                {cells(counts)}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

function OverTime({ report }: { report: FindingsReport }) {
  return (
    <section aria-labelledby="years">
      <h2 id="years">历年</h2>
      <ScrollArea label="历年的数字">
        <table class="numbers">
          <caption>现在的指南，按当时在用的事项和当时的规则检查</caption>
          <thead>
            <tr>
              <th scope="col">哪一天</th>
              {heads}
            </tr>
          </thead>
          <tbody>
            {report.overTime.map(({ on, counts }) => (
              <tr key={on}>
                <th scope="row">
                  <Day day={on} />
                </th>
                {cells(counts)}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

/** Every place of one agency, sharpest first. */
function Places({ findings }: { findings: FindingsReport['findings'] }) {
  if (findings === null || findings.length === 0) return null
  return (
    <section aria-labelledby="places">
      <h2 id="places">每一处</h2>
      {severities.map((severity) => {
        const own = findings.filter((finding) => finding.severity === severity)
        if (own.length === 0) return null
        return (
          <details key={severity} open={severity === 'error'}>
            <summary>
              {severityWords[severity]}（{own.length} 处）
            </summary>
            <ul class="findings">
              {own.map(({ rule, subject, path, name, message, mend }) => (
                <li key={`${rule} ${subject} ${path} ${message}`} class={`finding-${severity}`}>
                  {subject.includes('-') ? <Link to={paths.item(subject)}>{name}</Link> : name}：{message}
                  <span class="hint">
                    怎么改：{mend}（{rule}）
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}
