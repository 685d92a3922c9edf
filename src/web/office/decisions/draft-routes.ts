import type { Response } from 'express'
import { renderToString } from 'preact-render-to-string'
import { BothSidesPage } from '../../../../views/office/both-sides-page.tsx'
import { DecisionEditorPage } from '../../../../views/office/decisions/decision-editor-page.tsx'
import { DecisionVerdict, writeBrief } from '../../../../views/office/decisions/decision-verdict.tsx'
import { officePaths } from '../../../../views/office/frame.ts'
import { InputRefusedError, NotFoundError, type Violation } from '../../../domain/catalog-error.ts'
import type { DecisionDraft } from '../../../domain/office/decision-draft.ts'
import type { Actor } from '../../../domain/office/rights.ts'
import type { Office } from '../../../use-cases/office/create-office.ts'
import { isStale } from '../../../use-cases/office/is-stale.ts'
import type { UseCases } from '../../../use-cases/use-cases.ts'
import { sendPage } from '../../public/page-frame.ts'
import { compareValues } from '../compare-values.ts'
import type { FormValues } from '../form/form-values.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { placeViolations } from '../place-violations.ts'
import { postedRevision, postedValues } from '../posted-values.ts'
import { changeRows } from './change-draft.ts'
import { clockTimeOf } from './clock-time.ts'
import { decisionFieldLabel } from './decision-labels.ts'
import { readDecisionForm } from './read-decision-form.ts'
import { writeDecisionForm } from './write-decision-form.ts'

interface Parts {
  office: Office
  useCases: UseCases
}
type Content = Pick<DecisionDraft, 'decision' | 'items'>

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

/** What is done with a draft: saved, looked at, taken a step further. */
export function draftRoutes(office: Office, useCases: UseCases): OfficeRoute[] {
  const readContent = async ({ actor, param }: OfficeRequest, values: FormValues): Promise<Content> => {
    const [before, names] = await Promise.all([
      findContent({ office, useCases }, actor, param('id')),
      office.decisionNames(actor),
    ])
    return readDecisionForm(values, { before, names })
  }
  return [
    {
      method: 'post',
      path: '/decisions/:id',
      action: 'decision.write',
      async handle(request, res) {
        const values = postedValues(request.req)
        const content = await readContent(request, values)
        try {
          await act(office, request, { res, values, content })
        } catch (error) {
          if (isStale(error) || isGone(error)) return showConflict({ office, useCases }, request, { res, content })
          if (!(error instanceof InputRefusedError)) throw error
          await showDraft(office, request, res, { violations: error.violations })
        }
      },
    },
    {
      method: 'post',
      path: '/decisions/:id/preview',
      action: 'decision.write',
      async handle(request, res) {
        const typed = await readContent(request, postedValues(request.req))
        if (request.req.accepts(['html', 'json']) === 'html') return showDraft(office, request, res, { typed })
        const [verdict, names] = await Promise.all([
          office.judgeDecisionDraft(request.actor, typed),
          office.decisionNames(request.actor),
        ])
        const placed = { ...verdict, violations: placeViolations(verdict.violations, writeDecisionForm(typed)) }
        const view = DecisionVerdict({ judged: typed.decision, verdict: placed, agencies: names.agencies })
        res.json({ ...placed, html: renderToString(view), brief: writeBrief(placed) })
      },
    },
  ]
}

interface Posted {
  res: Response
  values: FormValues
  content: Content
}

/** Saves what was typed, then does what the button says. */
async function act(office: Office, request: OfficeRequest, { res, values, content }: Posted): Promise<void> {
  const { actor, field } = request
  const id = request.param('id')
  const asked = field('do') || 'save'
  const changed = changeRows(content, asked, field('kind'))
  const { decision, items } = changed?.draft ?? content
  const stage = asked === 'consult' ? 'consulting' : asked === 'resume' ? 'draft' : decision.stage
  const { revision } = await office.saveDecisionDraft(actor, {
    id,
    revision: postedRevision(values),
    decision: { ...decision, stage },
    items,
  })
  if (asked === 'adopt' || asked === 'announce') {
    await office.adoptDecision(actor, { id, revision, action: asked })
  } else if (asked === 'discard') {
    await office.discardDecision(actor, { id, revision })
    return res.redirect(303, officePaths.decisions)
  }
  res.redirect(303, `${officePaths.decision(id)}${changed === undefined ? '' : `#row-${changed.row + 1}`}`)
}

/** What is stored under the id: the draft, or what has become of it meanwhile. @throws NotFoundError */
async function findContent(
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

function isGone(error: unknown): boolean {
  return error instanceof NotFoundError
}

/** Both sides: what somebody else has saved or adopted, and what was typed. */
async function showConflict(
  parts: Parts,
  request: OfficeRequest,
  { res, content }: Pick<Posted, 'res' | 'content'>,
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
    differences: compareValues(writeDecisionForm(stored), values, decisionFieldLabel),
  })
  sendPage(res, page, 412)
}
