import type { PlanOutcome } from '../../../src/use-cases/office/desk/save-plan.ts'
import { officePaths } from '../frame.ts'

const words: Readonly<Record<PlanOutcome['outcome'], string>> = {
  started: '起草了新的一版',
  changed: '写进了开着的草稿',
  same: '草稿里已经是这样',
  refused: '没有存',
}

/** What became of each promise that was to be saved. */
export function PlanOutcomes({ outcomes }: { outcomes: readonly PlanOutcome[] }) {
  const kept = outcomes.filter(({ outcome }) => outcome !== 'refused').length
  return (
    <section class="notice" role="status" aria-label="存成草稿的结果">
      <p>
        {outcomes.length} 项里有 {kept} 项已存成草稿{kept < outcomes.length && '，其余的见原因'}。
      </p>
      <ul class="plain">
        {outcomes.map(({ code, name, outcome, edition, reason }) => (
          <li key={code}>
            {name}：{edition === null ? words[outcome] : <a href={officePaths.draft(edition)}>{words[outcome]}</a>}
            {reason !== null && `，${reason}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
