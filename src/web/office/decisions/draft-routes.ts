import type { Response } from 'express'
import { renderToString } from 'preact-render-to-string'
import { DecisionVerdict, writeBrief } from '../../../../views/office/decisions/decision-verdict.tsx'
import { officePaths } from '../../../../views/office/frame.ts'
import { InputRefusedError } from '../../../domain/catalog-error.ts'
import type { Office } from '../../../use-cases/office/create-office.ts'
import { isStale } from '../../../use-cases/office/is-stale.ts'
import type { UseCases } from '../../../use-cases/use-cases.ts'
import type { FormValues } from '../form/form-values.ts'
import type { OfficeRequest, OfficeRoute } from '../office-route.ts'
import { placeViolations } from '../place-violations.ts'
import { postedRevision, postedValues } from '../posted-values.ts'
import { changeRows } from './change-draft.ts'
import { readDecisionForm } from './read-decision-form.ts'
import { type Content, findContent, isGone, showConflict, showDraft } from './show-draft.ts'
import { writeDecisionForm } from './write-decision-form.ts'

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
