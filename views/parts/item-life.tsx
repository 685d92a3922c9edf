import type { HistoryEntry, LifeEntry } from '../../src/use-cases/use-cases.ts'
import { Day } from './day.tsx'
import { DecisionLink } from './decision-words.tsx'
import { eventWords } from './event-words.ts'
import { Link } from './link.tsx'
import { paths } from './links.ts'
import { describeChange } from './standing-change.ts'

interface ItemLifeProps {
  life: readonly LifeEntry[]
  /** `null`: it cannot be read at present. */
  history: readonly HistoryEntry[] | null
}

/** 生命线: what decisions made of the item, oldest first, and when its entry was edited. */
export function ItemLife({ life, history }: ItemLifeProps) {
  return (
    <section aria-labelledby="life" class="life">
      <h2 id="life">生命线</h2>
      {life.length === 0 ? (
        <p>没有任何调整决定动过它，从一开始就在目录里。</p>
      ) : (
        <ol class="life-line">
          {life.map((event) => (
            <Event key={`${event.day}-${event.kind}-${event.decision.id}-${event.row}`} event={event} />
          ))}
        </ol>
      )}
      {history === null ? <p>内容改动的记录暂时读不到，请稍后再看。</p> : <Revisions history={history} />}
    </section>
  )
}

function Revisions({ history }: { history: readonly HistoryEntry[] }) {
  const revisions = history.filter(({ kind }) => kind === 'revision')
  return (
    <details>
      <summary>内容改动（{revisions.length} 次）</summary>
      <ol class="history">
        {revisions.slice(0, 20).map((entry) => (
          <li key={entry.id}>
            <Day day={entry.at} /> 第 {entry.id} 版
          </li>
        ))}
      </ol>
    </details>
  )
}

function Event({ event }: { event: LifeEntry }) {
  const { day, kind, decision, row, before, after, names } = event
  // What the word of the event or a link says already is not said again.
  const changes = describeChange(before, after, names).filter(({ what }) => !['状态', '来源', '去向'].includes(what))
  const [from, into] = [after.predecessors, after.successors].map((codes) => codes.filter((code) => names[code]))
  return (
    <li class={after.state === 'active' ? 'event' : 'event event-out'}>
      <p class="event-day">
        <Day day={day} />
      </p>
      <p>
        <b>{eventWords[kind]}</b>
      </p>
      {changes.map(({ what, before: old, after: fresh }) => (
        <p key={what}>
          {what}：{old} → {fresh}
        </p>
      ))}
      {kind === 'mergeIn' || kind === 'splitIn' ? <Related title="来自" codes={from ?? []} names={names} /> : null}
      {kind === 'mergeOut' || kind === 'splitOut' ? <Related title="现在是" codes={into ?? []} names={names} /> : null}
      <p class="hint">
        <DecisionLink decision={decision} row={row} />
      </p>
    </li>
  )
}

function Related({
  title,
  codes,
  names,
}: {
  title: string
  codes: readonly string[]
  names: Readonly<Record<string, string>>
}) {
  if (codes.length === 0) return null
  return (
    <p>
      {title}：
      {codes.map((code, index) => (
        <span key={code}>
          {index > 0 && '、'}
          <Link to={paths.item(code)}>{names[code] ?? code}</Link>
        </span>
      ))}
    </p>
  )
}
