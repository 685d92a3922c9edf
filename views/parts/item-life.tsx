import type { HistoryEntry, ItemDetail } from '../../src/use-cases/use-cases.ts'
import { Day } from './day.tsx'
import { paths } from './links.ts'
import { State } from './state.tsx'

/** Where the item came from, what became of it, and when its entry changed. */
export function ItemLife({ item, history }: { item: ItemDetail; history: readonly HistoryEntry[] }) {
  return (
    <section aria-labelledby="life" class="life">
      <h2 id="life">事项沿革</h2>
      <p>
        现在的状态：
        <State state={item.state} />
      </p>
      <Codes title="由这些事项变来" codes={item.predecessors} />
      <Codes title="现在请办" codes={item.successors} />
      <ol class="history">
        {history.slice(0, 10).map((entry) => (
          <li key={`${entry.kind}-${entry.id}`}>
            <Day day={entry.at} /> {entry.kind === 'decision' ? `调整决定 ${entry.id}` : `第 ${entry.id} 版`}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Codes({ title, codes }: { title: string; codes: readonly string[] }) {
  if (codes.length === 0) return null
  return (
    <p>
      {title}：
      {codes.map((code) => (
        <a key={code} class="code" href={paths.item(code)}>
          {code}
        </a>
      ))}
    </p>
  )
}
