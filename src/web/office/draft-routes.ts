import type { Response } from 'express'
import { DraftPage } from '../../../views/office/draft-page.tsx'
import { DraftsPage } from '../../../views/office/drafts-page.tsx'
import { officePaths } from '../../../views/office/frame.ts'
import { CatalogError, InputRefusedError, type Violation } from '../../domain/catalog-error.ts'
import { compareContents } from '../../domain/editions/compare-contents.ts'
import { editionStates } from '../../domain/office/edition.ts'
import { openGate } from '../../domain/office/judge-edition.ts'
import { may } from '../../domain/office/rights.ts'
import { allowedSteps } from '../../use-cases/office/advance-edition.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { sendPage } from '../public/page-frame.ts'
import { describeChanges } from './form/describe-changes.ts'
import type { OfficeRequest, OfficeRoute } from './office-route.ts'
import { previewPage } from './preview-page.ts'

/** What is shown of an edition that could not go on: what was typed comes back. */
interface Refused {
  violations: readonly Violation[]
  typed: Record<'comment' | 'warningsReason' | 'publishOn', string>
}

/** /office/drafts: editions on their way. One that its reader may write opens in the editor, any other to be read and decided on. */
export function draftRoutes(office: Office, useCases: UseCases): OfficeRoute[] {
  const show = async (request: OfficeRequest, res: Response, refused?: Refused, status = 200) => {
    const { actor, frame, param, req } = request
    const edition = await office.getEdition(actor, param('id'))
    const item = await useCases.getItem(edition.body.item)
    const judgement = await office.judgeEdition(item, edition.body.content)
    const before = await publishedBefore(useCases, edition.body)
    const steps = allowedSteps(actor, edition.body)
    const shareKey = typeof req.query.shared === 'string' ? req.query.shared : undefined
    const page = {
      frame: await frame(),
      edition,
      item,
      changes: before === null ? null : describeChanges(compareContents(before.content, edition.body.content)),
      gate: openGate(judgement),
      judgement,
      people: await office.nameAccounts(edition.body.steps.map(({ by }) => by)),
      steps,
      refused,
      shareKey,
    }
    sendPage(res, DraftPage(page), status)
  }
  return [
    {
      method: 'get',
      path: '/drafts',
      action: 'edition.view',
      async handle({ actor, frame, req }, res) {
        const state = editionStates.find((known) => known === req.query.state)
        const editions = await office.listEditions(actor, state === undefined ? {} : { state })
        const names = await namesOf(useCases, [...new Set(editions.map(({ item }) => item))])
        sendPage(res, DraftsPage({ frame: await frame(), editions, names, state }))
      },
    },
    {
      method: 'post',
      path: '/drafts',
      action: 'edition.start',
      async handle({ actor, field }, res) {
        const from = Number(field('from'))
        const query = { item: field('item'), ...(Number.isInteger(from) && from > 0 ? { from } : {}) }
        const id = await office.startEdition(actor, query).catch((error: unknown) => {
          // The one that is open already is what was wanted.
          if (error instanceof CatalogError && error.code === 'draft-exists') return String(error.facts.id)
          throw error
        })
        res.redirect(303, officePaths.draft(id))
      },
    },
    {
      method: 'get',
      path: '/drafts/:id',
      action: 'edition.view',
      async handle(request, res) {
        const { actor, param } = request
        const { id, body } = await office.getEdition(actor, param('id'))
        if (may(actor, 'edition.write', body)) res.redirect(303, officePaths.draftEditor(id))
        else await show(request, res)
      },
    },
    { method: 'get', path: '/drafts/:id/review', action: 'edition.view', handle: (request, res) => show(request, res) },
    {
      method: 'get',
      path: '/drafts/:id/preview',
      action: 'edition.view',
      async handle({ actor, frame, param }, res) {
        const edition = await office.getEdition(actor, param('id'))
        await previewPage({ office, useCases, frame: await frame(), edition }, res)
      },
    },
    {
      method: 'post',
      path: '/drafts/:id/share',
      action: 'edition.share',
      async handle({ actor, param }, res) {
        const { key } = await office.shareDraft(actor, param('id'))
        res.redirect(303, `${officePaths.draft(param('id'))}/review?shared=${key}`)
      },
    },
    {
      method: 'post',
      path: '/drafts/:id/step',
      action: 'edition.view',
      async handle(request, res) {
        const { actor, field, param } = request
        const typed = {
          comment: field('comment'),
          warningsReason: field('warningsReason'),
          publishOn: field('publishOn'),
        }
        const wanted = { id: param('id'), revision: Number(field('revision')), action: field('action'), ...typed }
        try {
          await office.advanceEdition(actor, wanted)
          res.redirect(303, officePaths.home)
        } catch (error) {
          if (!(error instanceof InputRefusedError)) throw error
          await show(request, res, { violations: error.violations, typed }, 400)
        }
      },
    },
  ]
}

/** What the public sees, or saw when this edition was begun; `null`: there was nothing. */
async function publishedBefore(
  useCases: UseCases,
  { item, basedOn, number }: { item: string; basedOn: number | null; number: number | null },
) {
  const editions = await useCases.listPublicEditions(item)
  const before = number === null ? editions[0] : editions.find((edition) => edition.number === number - 1)
  return before ?? editions.find((edition) => edition.number === basedOn) ?? null
}

/** Names of items by code; one that is no longer there keeps its code. */
async function namesOf(useCases: UseCases, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const named = codes.map(async (code): Promise<[string, string]> => {
    try {
      return [code, (await useCases.getItem(code)).name]
    } catch (error) {
      if (error instanceof CatalogError && error.code === 'not-found') return [code, code]
      throw error
    }
  })
  return new Map(await Promise.all(named))
}
