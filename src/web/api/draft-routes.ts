import type { Response } from 'express'
import { editionStates } from '../../domain/office/edition.ts'
import { openGate } from '../../domain/office/judge-edition.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import type { StoredEdition } from '../../use-cases/office/read-editions.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { readSeenRevision, revisionTag } from './if-match.ts'
import type { MachineRoute } from './machine-route.ts'
import { readContent, readStart, readStep } from './read-bodies.ts'
import { oneOf, readQuery, text } from './read-query.ts'

/** /drafts: editions of guides on their way, for machines with the rights of their tokens. */
export function draftRoutes(office: Office, useCases: UseCases): MachineRoute[] {
  return [
    {
      method: 'get',
      path: '/drafts',
      action: 'edition.view',
      async handle({ actor, req }, res) {
        const { item, state } = readQuery(req.query, { state: oneOf(editionStates), item: text(40) })
        const wanted = editionStates.find((known) => known === state)
        const query = { ...(item === undefined ? {} : { item }), ...(wanted === undefined ? {} : { state: wanted }) }
        res.json({ data: await office.listEditions(actor, query) })
      },
    },
    {
      method: 'post',
      path: '/drafts',
      action: 'edition.start',
      async handle({ actor, req }, res) {
        readQuery(req.query, {})
        const id = await office.startEdition(actor, readStart(req.body))
        res.status(201).location(`/api/v1/drafts/${id}`).json({ id })
      },
    },
    {
      method: 'get',
      path: '/drafts/:id',
      action: 'edition.view',
      async handle({ actor, param, req }, res) {
        readQuery(req.query, {})
        sendDraft(res, await office.getEdition(actor, param('id')))
      },
    },
    {
      method: 'put',
      path: '/drafts/:id',
      action: 'edition.write',
      async handle({ actor, param, req }, res) {
        readQuery(req.query, {})
        const id = param('id')
        const revision = readSeenRevision(req, id)
        sendDraft(res, await office.saveEdition(actor, { id, revision, content: readContent(req.body) }))
      },
    },
    {
      method: 'post',
      path: '/drafts/:id/steps',
      action: 'edition.view',
      async handle({ actor, param, req }, res) {
        readQuery(req.query, {})
        const id = param('id')
        const revision = readSeenRevision(req, id)
        sendDraft(res, await office.advanceEdition(actor, { id, revision, ...readStep(req.body) }))
      },
    },
    {
      method: 'get',
      path: '/drafts/:id/findings',
      action: 'edition.view',
      async handle({ actor, param, req }, res) {
        readQuery(req.query, {})
        const { body } = await office.getEdition(actor, param('id'))
        const judgement = await office.judgeEdition(await useCases.getItem(body.item), body.content)
        const { blocking, warnings } = openGate(judgement)
        res.json({ ...judgement, gate: { blocking, warnings } })
      },
    },
  ]
}

function sendDraft(res: Response, { body, revision, updatedAt }: StoredEdition): void {
  res.setHeader('ETag', revisionTag(revision))
  res.json({ ...body, revision, updatedAt })
}
