import type { Violation } from '../../../src/domain/catalog-error.ts'
import { type DecisionStepName, decisionSteps } from '../../../src/domain/office/decision-steps.ts'
import { may } from '../../../src/domain/office/rights.ts'
import type { RevocationEffect } from '../../../src/use-cases/office/decisions/create-decision-desk.ts'
import type { AgencySummary, DecisionDetail } from '../../../src/use-cases/use-cases.ts'
import { ActionCounts } from '../../parts/action-counts.tsx'
import { Day } from '../../parts/day.tsx'
import { DecisionFacts } from '../../parts/decision-facts.tsx'
import { Stage } from '../../parts/decision-words.tsx'
import { EffectTables } from '../../parts/effect-table.tsx'
import { Findings } from '../../parts/findings.tsx'
import { paths } from '../../parts/links.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../fields.tsx'
import { FormKey } from '../form-key.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'
import { OfficeLayout } from '../office-layout.tsx'

interface AdoptedDecisionPageProps {
  frame: OfficeFrame
  decision: DecisionDetail
  agencies: readonly AgencySummary[]
  typed?: Partial<Record<'documentNumber' | 'publishedOn' | 'revokedOn', string>>
  violations?: readonly Violation[]
  /** What a revocation on the typed day would do; absent: it was not asked for yet. */
  revocation?: RevocationEffect | undefined
}

/** A decision that was adopted: to be published, or revoked. */
export function AdoptedDecisionPage(props: AdoptedDecisionPageProps) {
  const { frame, decision, violations = [] } = props
  return (
    <OfficeLayout frame={frame} title={decision.title} crumbs={[{ label: '调整决定', href: officePaths.decisions }]}>
      <h1>{decision.title}</h1>
      <p class="item-facts">
        <Stage stage={decision.stage} /> <a href={paths.decision(decision.id)}>公开的页面，有逐项和数字</a>
      </p>
      <p>审议通过的决定不能再改。写错了的，另拟一个决定来更正。</p>
      <ErrorSummary violations={violations} />
      <ActionCounts actions={decision.actions} />
      <DecisionFacts decision={decision} />
      <Findings findings={decision.findings} />
      <PublishForm {...props} />
      <RevokeForm {...props} />
    </OfficeLayout>
  )
}

/** The step, when the decision's stage and the rights of the reader allow it. */
function stepFor({ frame, decision }: AdoptedDecisionPageProps, wanted: DecisionStepName) {
  return decisionSteps.find(
    ({ action, from, right }) => action === wanted && from.includes(decision.stage) && may(frame.actor, right),
  )
}

function PublishForm(props: AdoptedDecisionPageProps) {
  const { frame, decision, typed = {}, violations = [] } = props
  const step = stepFor(props, 'publish')
  if (step === undefined) return null
  return (
    <form method="post" action={`${officePaths.decision(decision.id)}/publish`} class="stacked" noValidate>
      <h2>{step.label}</h2>
      <p>{step.says}</p>
      <FormKey frame={frame} />
      <input type="hidden" name="revision" value={decision.revision} />
      <Field
        name="/documentNumber"
        label="文号"
        hint="例如潭政发〔2015〕6号"
        value={typed.documentNumber ?? decision.documentNumber ?? ''}
        violations={violations}
      />
      <Field
        name="/publishedOn"
        label="公布日期"
        type="date"
        value={typed.publishedOn ?? decision.publishedOn ?? ''}
        violations={violations}
      />
      <button type="submit">{step.label}</button>
    </form>
  )
}

/** Asks for the day first, then says what would change, then does it. */
function RevokeForm(props: AdoptedDecisionPageProps) {
  const { frame, decision, agencies, typed = {}, violations = [], revocation } = props
  const step = stepFor(props, 'revoke')
  if (step === undefined) return null
  return (
    <form method="post" action={`${officePaths.decision(decision.id)}/revoke`} class="stacked" noValidate>
      <h2>{step.label}</h2>
      <p>{step.says}</p>
      <FormKey frame={frame} />
      <input type="hidden" name="revision" value={decision.revision} />
      <Field
        name="/revokedOn"
        label="从哪一天起撤销"
        type="date"
        value={typed.revokedOn ?? ''}
        violations={violations}
      />
      {revocation !== undefined && (
        <div class="notice" role="status">
          <p>
            <Day day={revocation.day} />
            撤销以后，全市在用的事项从 {revocation.before.active.total} 项变为 {revocation.after.active.total} 项。
          </p>
          <EffectTables
            before={revocation.before}
            after={revocation.after}
            agencies={agencies}
            heads={['不撤销', '撤销']}
          />
        </div>
      )}
      <div class="row-actions">
        <button type="submit" class="secondary">
          先看会怎样
        </button>
        {revocation !== undefined && (
          <button type="submit" name="do" value="revoke" class="danger">
            撤销这个决定
          </button>
        )}
      </div>
    </form>
  )
}
