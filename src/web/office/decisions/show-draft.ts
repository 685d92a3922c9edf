import type { Response } from 'express'
import { BothSidesPage } from '../../../../views/office/both-sides-page.tsx'
import { DecisionEditorPage } from '../../../../views/office/decisions/decision-editor-page.tsx'
import { officePaths } from '../../../../views/office/frame.ts'
import { NotFoundError, type Violation } from '../../../domain/catalog-error.ts'
import type { DecisionDraft } from '../../../domain/office/decision-draft.ts'
import { placeDecisionField } from '../../../domain/office/decision-labels.ts'
import type { Actor } from '../../../domain/office/rights.ts'
import type { Office } from '../../../use-cases/office/create-office.ts'
import type { UseCases } from '../../../use-cases/use-cases.ts'
import { sendPage } from '../../public/page-frame.ts'
import { compareValues } from '../compare-values.ts'
import { textAt } from '../form/form-values.ts'
import type { OfficeRequest } from '../office-route.ts'
import { placeViolations } from '../place-violations.ts'
import { clockTimeOf } from './clock-time.ts'
import { writeDecisionForm } from './write-decision-form.ts'

interface Parts {
  office: Office
  useCases: UseCases
}
/** What is written in a draft. */
export type Content = Pick<DecisionDraft, 'decision' | 'items'>

/** What is shown instead of the stored draft, and what stood in its way. */
interface Shown {
  /** Typed and not saved; absent: as stored. */
  typed?: Content
  violations?: readonly Violation[]
}

/** The editor of a draft. @throws NotFoundError: there is no draft of that id. */
export async function showDraft(
  office: Office,
  request: OfficeRequest,
  res: Response,
  { typed, violations = [] }: Shown = {},
): Promise<void> {
  const { actor, param } = request
  const draft = await office.getDecisionDraft(actor, param('id'))
  const content = typed ?? draft.body
  const [frame, verdict, names] = await Promise.all([
    request.frame(),
    office.judgeDecisionDraft(actor, content),
    office.decisionNames(actor),
  ])
  const values = writeDecisionForm(content)
  const page = DecisionEditorPage({
    frame,
    draft,
    values,
    judged: content.decision,
    verdict: { ...verdict, violations: placeViolations(verdict.violations, values) },
    names,
    savedAt: typed === undefined ? clockTimeOf(draft.updatedAt) : null,
    violations: placeViolations(violations, values),
  })
  sendPage(res, page, violations.length > 0 ? 400 : 200)
}

/** What is stored under the id: the draft, or what has become of it meanwhile. @throws NotFoundError */
export async function findContent(
  { office, useCases }: Parts,
  actor: Actor,
  id: string,
): Promise<Content & { revision: number }> {
  try {
    const { body, revision } = await office.getDecisionDraft(actor, id)
    return { ...body, revision }
  } catch (error) {
    if (!isGone(error)) throw error
    const decision = await useCases.getDecision(id)
    return { decision, items: [], revision: 0 }
  }
}

/** Whether there is no draft any more. */
export function isGone(error: unknown): boolean {
  return error instanceof NotFoundError
}

/** Both sides: what somebody else has saved or adopted, and what was typed. */
export async function showConflict(
  parts: Parts,
  request: OfficeRequest,
  { res, content }: { res: Response; content: Content },
): Promise<void> {
  const id = request.param('id')
  const [frame, stored] = await Promise.all([request.frame(), findContent(parts, request.actor, id)])
  const values = writeDecisionForm(content)
  const page = BothSidesPage({
    frame,
    title: stored.decision.title || id,
    action: stored.revision === 0 ? null : officePaths.decision(id),
    back: officePaths.decision(id),
    revision: stored.revision,
    values,
    differences: compareValues(writeDecisionForm(stored), values, (name) =>
      placeDecisionField(name, textAt(values, `/actions/${name.split('/')[2]}/action`)),
    ),
  })
  sendPage(res, page, 412)
}
