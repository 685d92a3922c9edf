import type { Violation } from '../../../src/domain/catalog-error.ts'
import { labels } from '../../../src/domain/labels.ts'
import { decisionSteps } from '../../../src/domain/office/decision-steps.ts'
import { may } from '../../../src/domain/office/rights.ts'
import type {
  DecisionNames,
  DraftVerdict,
  StoredDraft,
} from '../../../src/use-cases/office/decisions/create-decision-desk.ts'
import type { FormValues } from '../../../src/web/office/form/form-values.ts'
import { rowCountOf } from '../../../src/web/office/form/row-count.ts'
import { Stage } from '../../parts/decision-words.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { FormKey } from '../form-key.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'
import { OfficeLayout } from '../office-layout.tsx'
import { ActionRow } from './action-row.tsx'
import { DecisionHeadFields } from './decision-head-fields.tsx'
import { DecisionVerdict, type JudgedDecision, writeBrief } from './decision-verdict.tsx'
import { Consultations, CreatedItems, DeclaredCounts } from './small-rows.tsx'

export interface DecisionEditorPageProps {
  frame: OfficeFrame
  draft: StoredDraft
  /** What the form shows: as stored, or as typed. */
  values: FormValues
  judged: JudgedDecision
  verdict: DraftVerdict
  names: DecisionNames
  /** When it was saved, in words; `null`: what is shown is not saved yet. */
  savedAt: string | null
  /** What stood in the way of a step. */
  violations?: readonly Violation[]
}

/** Most items that a list of suggestions has room for. */
const mostSuggestions = 2000

/** 拟订决定: the form, and beside it what would come of it. */
export function DecisionEditorPage(props: DecisionEditorPageProps) {
  const { frame, draft, values, judged, verdict, names, savedAt, violations = [] } = props
  const { id, body, revision } = draft
  const rows = Array.from({ length: rowCountOf(values, '/actions') }, (_, row) => row)
  return (
    <OfficeLayout
      frame={frame}
      title={body.decision.title || '新的决定'}
      crumbs={[{ label: '调整决定', href: officePaths.decisions }]}
      scripts={['decision-editor.js']}
    >
      <h1>{body.decision.title || '新的决定'}</h1>
      <p class="item-facts">
        <Stage stage={body.decision.stage} /> <span class="quiet code">{id}</span>{' '}
        <span class="saved-state" data-saved-state>
          {savedAt === null ? '还没有保存' : `${savedAt} 已保存`}
        </span>
      </p>
      <ErrorSummary violations={violations} />
      <div class="editor-columns">
        <form
          method="post"
          action={officePaths.decision(id)}
          class="decision-form"
          data-decision-editor
          data-preview={`${officePaths.decision(id)}/preview`}
          noValidate
        >
          <FormKey frame={frame} />
          <input type="hidden" name="revision" value={revision} />
          {/* The first button is the one that the enter key presses. */}
          <button type="submit" name="do" value="save" class="unseen" tabIndex={-1} aria-hidden="true">
            保存草案
          </button>
          <DecisionHeadFields values={values} violations={violations} />
          <section aria-labelledby="rows">
            <h2 id="rows">逐项（{rows.length} 行）</h2>
            {rows.map((row) => (
              <ActionRow key={row} row={row} of={rows.length} values={values} violations={violations} names={names} />
            ))}
            <div class="add-row">
              <label for="kind">再加一行</label>
              <select id="kind" name="kind">
                {Object.entries(labels.action).map(([kind, words]) => (
                  <option key={kind} value={kind}>
                    {words}
                  </option>
                ))}
              </select>
              <button type="submit" name="do" value="add" class="secondary">
                加一行
              </button>
            </div>
          </section>
          <CreatedItems values={values} violations={violations} names={names} />
          <Consultations values={values} violations={violations} />
          <DeclaredCounts values={values} violations={violations} />
          <Buttons {...props} />
          <ItemSuggestions names={names} />
        </form>
        <a class="verdict-brief" href="#verdict" data-brief>
          {writeBrief(verdict)}
        </a>
        <aside class="verdict" id="verdict" aria-label="如果照这样通过" aria-live="polite" data-verdict>
          <DecisionVerdict judged={judged} verdict={verdict} agencies={names.agencies} />
        </aside>
      </div>
    </OfficeLayout>
  )
}

function Buttons({ frame, draft }: DecisionEditorPageProps) {
  const steps = decisionSteps.filter(
    ({ from, right }) => from.includes(draft.body.decision.stage) && may(frame.actor, right),
  )
  if (!may(frame.actor, 'decision.write')) return null
  return (
    <section aria-labelledby="steps" class="decision-steps">
      <h2 id="steps">保存和下一步</h2>
      <div class="row-actions">
        <button type="submit" name="do" value="save">
          保存草案
        </button>
        <button type="submit" formaction={`${officePaths.decision(draft.id)}/preview`} class="secondary">
          预览
        </button>
      </div>
      <ul class="step-list">
        {steps.map(({ action, label, says }) => (
          <li key={action}>
            <button type="submit" name="do" value={action} class="secondary">
              {label}
            </button>
            <span class="quiet">{says}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ItemSuggestions({ names }: Pick<DecisionEditorPageProps, 'names'>) {
  if (names.items.length > mostSuggestions) return null
  return (
    <datalist id="all-items">
      {names.items.map(({ code, name, agency }) => (
        <option key={code} value={code}>
          {name}（{agency}）
        </option>
      ))}
    </datalist>
  )
}
