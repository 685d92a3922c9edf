import type { Gate } from '../../src/domain/office/judge-edition.ts'
import { editionActionLabels, type Transition } from '../../src/domain/office/transitions.ts'
import type { StoredEdition } from '../../src/use-cases/office/read-editions.ts'
import { fieldId } from './error-summary.tsx'
import { FormKey } from './form-key.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'

interface StepFormProps {
  frame: OfficeFrame
  edition: StoredEdition
  steps: readonly Transition[]
  gate: Gate
  typed?: Record<'comment' | 'warningsReason' | 'publishOn', string> | undefined
}

/** What leads to the public comes first: it is what Enter does. */
function onwardFirst(steps: readonly Transition[]): Transition[] {
  return steps.toSorted((one, other) => Number(other.gate) - Number(one.gate))
}

/** One form with a button for each step that the reader may take. */
export function StepForm({ frame, edition, steps, gate, typed }: StepFormProps) {
  const has = (action: string) => steps.some((step) => step.action === action)
  const wantsComment = steps.some(({ comment }) => comment !== 'none')
  const mustComment = steps.some(({ comment }) => comment === 'required')
  const asksReason = gate.warnings.length > 0 && steps.some((step) => step.gate)
  return (
    <form method="post" action={`${officePaths.draft(edition.id)}/step`} class="stacked">
      <FormKey frame={frame} />
      <input type="hidden" name="revision" value={edition.revision} />
      {wantsComment && (
        <>
          <label for={fieldId('/comment')}>意见{mustComment ? '（退回、撤下时必填）' : '（可以不填）'}</label>
          <textarea id={fieldId('/comment')} name="comment" rows={3}>
            {typed?.comment}
          </textarea>
        </>
      )}
      {asksReason && (
        <>
          <label for={fieldId('/warningsReason')}>上面 {gate.warnings.length} 条提醒为什么可以保留</label>
          <textarea id={fieldId('/warningsReason')} name="warningsReason" rows={2}>
            {typed?.warningsReason || edition.body.warningsReason}
          </textarea>
        </>
      )}
      {has('schedule') && (
        <>
          <label for={fieldId('/publishOn')}>定日发布的日期（只在定日发布时填）</label>
          <input id={fieldId('/publishOn')} type="date" name="publishOn" value={typed?.publishOn} />
        </>
      )}
      <div class="row-actions">
        {onwardFirst(steps).map(({ action, gate: isGated }, index) => (
          <button
            key={action}
            type="submit"
            name="action"
            value={action}
            class={index === 0 ? undefined : 'secondary'}
            disabled={isGated && gate.blocking.length > 0}
          >
            {editionActionLabels[action]}
          </button>
        ))}
      </div>
      {steps.some((step) => step.gate) && gate.blocking.length > 0 && (
        <p class="quiet">必须改的改好以后，才能往下走。</p>
      )}
    </form>
  )
}
