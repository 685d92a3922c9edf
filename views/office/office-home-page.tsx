import { labels } from '../../src/domain/labels.ts'
import { roleLabels } from '../../src/domain/office/roles.ts'
import type { Home } from '../../src/use-cases/office/home.ts'
import { Day } from '../parts/day.tsx'
import { paths, withParameters } from '../parts/links.ts'
import { EditionsTable } from './drafts-page.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

interface OfficeHomePageProps {
  frame: OfficeFrame
  home: Home
}

/** Guides that nobody has looked at, as many as fit the eye. */
const mostNeglected = 10

/** 工作台：等我办的，退回来的，本单位的检查结果，久未核对的指南 */
export function OfficeHomePage({ frame, home }: OfficeHomePageProps) {
  const { waiting, elsewhere, requests, decisions, names } = home
  return (
    <OfficeLayout frame={frame} title="工作台">
      <h1>{frame.actor.name}，您好</h1>
      <p class="quiet">
        {frame.agencyName ?? '全市'} · {roleLabels[frame.actor.role]}
      </p>
      <section aria-labelledby="waiting">
        <h2 id="waiting">等您办的</h2>
        {waiting.length === 0 ? <p>没有等您办的指南。</p> : <EditionsTable editions={waiting} names={names} />}
      </section>
      <Requests requests={requests} names={names} />
      {elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">在别人手里的</h2>
          <EditionsTable editions={elsewhere} names={names} />
        </section>
      )}
      <Decisions decisions={decisions} />
      <FoundByRules frame={frame} findings={home.findings} />
      <Neglected neglected={home.neglected} />
    </OfficeLayout>
  )
}

function Requests({ requests, names }: Pick<Home, 'requests' | 'names'>) {
  if (requests.length === 0) return null
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">审改办请复核的</h2>
      <ul>
        {requests.map(({ item, at, comment }) => (
          <li key={item + at}>
            <a href={officePaths.item(item)}>{names.get(item) ?? item}</a>，<Day day={at} />
            {comment !== null && <blockquote>{comment}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const stageWords: Readonly<Record<string, string>> = labels.stage

function Decisions({ decisions }: Pick<Home, 'decisions'>) {
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">在拟的调整决定</h2>
      <ul>
        {decisions.map(({ id, title, stage }) => (
          <li key={id}>
            <a href={officePaths.decision(id)}>{title || id}</a>（{stageWords[stage] ?? stage}）
          </li>
        ))}
      </ul>
    </section>
  )
}

function FoundByRules({ frame, findings }: { frame: OfficeFrame; findings: Home['findings'] }) {
  if (findings === null) return null
  const { counts, worst } = findings
  const all = withParameters(paths.findings, { agency: frame.actor.agency ?? undefined })
  return (
    <section aria-labelledby="found">
      <h2 id="found">规则检查</h2>
      <p>
        {counts.error} 处错误，{counts.warning} 条提醒，{counts.hint} 条建议。<a href={all}>看全部</a>
      </p>
      <ul>
        {worst.map(({ subject, name, message, rule, path }) => (
          <li key={subject + rule + path}>
            <a href={officePaths.item(subject)}>{name}</a>：{message}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Neglected({ neglected }: Pick<Home, 'neglected'>) {
  if (neglected.length === 0) return null
  return (
    <section aria-labelledby="neglected">
      <h2 id="neglected">一年没有核对的指南（{neglected.length} 份）</h2>
      <ul>
        {neglected.slice(0, mostNeglected).map(({ code, name, checkedOn }) => (
          <li key={code}>
            <a href={officePaths.item(code)}>{name}</a>，
            {checkedOn === null ? (
              '没有核对过'
            ) : (
              <>
                上次核对：
                <Day day={checkedOn} />
              </>
            )}
          </li>
        ))}
      </ul>
      {neglected.length > mostNeglected && <p class="quiet">这里列出最久的 {mostNeglected} 份。</p>}
    </section>
  )
}
