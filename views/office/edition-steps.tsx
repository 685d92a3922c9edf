import type { EditionStep } from '../../src/domain/office/edition.ts'
import { editionActionLabels } from '../../src/domain/office/transitions.ts'
import { Day } from '../parts/day.tsx'

/** Steps that are not in the table of transitions. */
const otherSteps: Readonly<Record<string, string>> = { start: '起草', import: '由导入的目录而来' }

/** What was done with an edition, newest first. */
export function EditionSteps({
  steps,
  people,
}: {
  steps: readonly EditionStep[]
  people: ReadonlyMap<string, string>
}) {
  const labels: Readonly<Record<string, string>> = { ...otherSteps, ...editionActionLabels }
  return (
    <ol class="edition-steps" reversed>
      {steps.toReversed().map(({ at, by, action, comment }) => (
        <li key={at + action}>
          <Day day={at} /> {at.slice(11, 16)}，{action === 'import' ? '' : `${people.get(by) ?? by} `}
          {labels[action] ?? action}
          {comment !== null && <blockquote>{comment}</blockquote>}
        </li>
      ))}
    </ol>
  )
}
