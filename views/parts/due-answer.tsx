import type { ItemDue } from '../../src/use-cases/use-cases.ts'
import { Day } from './day.tsx'
import { Limit } from './limit.tsx'
import { AskedDayField } from './link.tsx'
import { paths } from './links.ts'

export interface DueAsked {
  /** What stands in the date field. */
  from: string
  /** `null`: the day asked for does not exist. */
  due: ItemDue | null
}

/** Apply today, answer by: a form that works without script; `due-day.js` answers in place. */
export function DueForm({ code, asked }: { code: string; asked: DueAsked }) {
  const { from, due } = asked
  const error = due === null
  return (
    <section class="due" aria-labelledby="due-title" data-due={code}>
      <h2 id="due-title">哪天有结果</h2>
      <form method="get" action={paths.item(code)} noValidate>
        <label for="from">受理那天</label>
        <div class="due-row">
          <input
            id="from"
            name="from"
            type="date"
            value={from}
            required
            aria-describedby={error ? 'from-error' : 'from-hint'}
            aria-invalid={error ? 'true' : undefined}
          />
          <AskedDayField />
          <button type="submit">算一算</button>
        </div>
        <p id="from-hint" class="hint">
          材料齐全、窗口受理的那一天。
        </p>
        {error && (
          <p id="from-error" class="error">
            没有“{from}”这一天。写成年-月-日，例如 2026-11-24。
          </p>
        )}
      </form>
      <div aria-live="polite" data-due-answer>
        {due && <DueAnswer due={due} />}
      </div>
    </section>
  )
}

function DueAnswer({ due }: { due: ItemDue }) {
  const main = due.promised.dueOn ?? due.statutory.dueOn
  if (main === null) return <p>这个事项没有设定时限，算不出日子。请向窗口询问。</p>
  const promised = due.promised.dueOn !== null
  return (
    <>
      <p class="due-lead">{promised ? '部门承诺最迟' : '法律规定最迟'}</p>
      <p class="due-day">
        <Day day={main} />
      </p>
      <p class="due-small">
        {promised && (
          <>
            承诺 <Limit limit={due.promised.limit} />
          </>
        )}
        {promised && due.statutory.dueOn && '；'}
        {due.statutory.dueOn && (
          <>
            法定 <Limit limit={due.statutory.limit} />
            {promised && (
              <>
                ，最迟
                <Day day={due.statutory.dueOn} />
              </>
            )}
          </>
        )}
      </p>
      {due.calendar === 'provisional' && (
        <p class="notice-line">国务院还没有公布这一段的放假安排，只扣除了周末，日子可能有变。</p>
      )}
      <Skipped due={due} />
    </>
  )
}

function Skipped({ due }: { due: ItemDue }) {
  return (
    <details class="skipped">
      <summary>这是怎么算的{due.skipped.length > 0 && `（跳过 ${due.skipped.length} 天）`}</summary>
      <p>
        受理当天不算，从下一个工作日数起；听证、检验、专家评审等特别程序的时间另计。
        <a href={paths.counting}>完整的规则</a>
      </p>
      {due.skipped.length > 0 && (
        <ul>
          {due.skipped.map(({ date, reason }) => (
            <li key={date}>
              <Day day={date} /> {reason}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
