import type { Day } from '../../src/schema/types.ts'
import { Link } from './link.tsx'
import { paths, replaceParameter } from './links.ts'
import { type DatedDecision, shortDay } from './span-form.tsx'

/** What a page knows of the days one may choose. */
export interface DayChoice {
  today: Day
  /** Newest first, each with the eve of its day. */
  decisions: readonly (DatedDecision & { eve: Day })[]
}

interface DayPickerProps {
  /** Path and query of this page. */
  url: string
  asOf: Day | null
  choice: DayChoice
}

/** Most decisions whose days are offered: a city has some dozens, the cities and counties of a province thousands. */
const mostDecisions = 60

/** 查看哪一天的目录: a date form and the days on which something changed; it works without script and keeps the other choices. */
export function DayPicker({ url, asOf, choice }: DayPickerProps) {
  const [path = '/', query = ''] = replaceParameter(replaceParameter(url, 'asOf', undefined), 'page', undefined).split(
    '?',
  )
  const kept = query.split('&').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return name === '' ? [] : [{ name: readPart(name), value: readPart(value) }]
  })
  const to = (day: Day | undefined) => replaceParameter(query === '' ? path : `${path}?${query}`, 'asOf', day)
  const [newest, others] = [choice.decisions.slice(0, 4), choice.decisions.slice(4, mostDecisions)]
  const unlisted = choice.decisions.length - mostDecisions
  return (
    <details class="day-picker">
      <summary>查看哪一天的目录：{asOf === null ? '今天' : shortDay(asOf)}</summary>
      <form method="get" action={path} noValidate>
        <label for="asOf">哪一天</label>
        <div class="due-row">
          <input id="asOf" name="asOf" type="date" value={asOf ?? choice.today} required />
          {kept.map(({ name, value }) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">查看</button>
        </div>
      </form>
      <ul class="quick" aria-label="常看的日子">
        {asOf !== null && (
          <li>
            <a href={to(undefined)}>今天</a>
          </li>
        )}
        {newest.map((decision) => (
          <DecisionDays key={decision.id} decision={decision} to={to} />
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>更早的决定（{choice.decisions.length - newest.length} 个）</summary>
          <ul class="quick" aria-label="更早的决定">
            {others.map((decision) => (
              <DecisionDays key={decision.id} decision={decision} to={to} />
            ))}
          </ul>
          {unlisted > 0 && <p class="hint">再早的 {unlisted} 个没有列出，可以在“哪一天”里填日期。</p>}
        </details>
      )}
      <p class="day-ways hint">
        <Link to={paths.directory}>打印这一天的保留目录</Link> · <a href={paths.difference}>两天对比</a> ·{' '}
        <a href={paths.decisions}>全部调整决定</a>
      </p>
    </details>
  )
}

/** The eve and the day of one decision. */
function DecisionDays({ decision, to }: { decision: DayChoice['decisions'][number]; to: (day: Day) => string }) {
  const { title, effectiveOn, eve } = decision
  return (
    <li class="decision-days">
      {shortDay(effectiveOn)}：
      <a href={to(eve)}>
        前一天<span class="unseen">，{title}施行前</span>
      </a>
      <a href={to(effectiveOn)}>
        当天<span class="unseen">，{title}施行</span>
      </a>
    </li>
  )
}

/** A part of a query as the reader typed it; what is no proper escape stays as it is. */
function readPart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}
