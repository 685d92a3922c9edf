import type { Router } from 'express'
import { EditionChangesPage } from '../../../views/pages/edition-changes-page.tsx'
import { EditionsPage } from '../../../views/pages/editions-page.tsx'
import { ItemPage } from '../../../views/pages/item-page.tsx'
import { NotFoundError } from '../../domain/catalog-error.ts'
import { compareContents } from '../../domain/editions/compare-contents.ts'
import { mergeContent } from '../../domain/editions/edition-fields.ts'
import { writeFlowchart } from '../../domain/flowchart-text.ts'
import { listFlowSteps } from '../../domain/procedure-graph.ts'
import type { Flowchart, ItemDetail, PublicEdition, UseCases } from '../../use-cases/use-cases.ts'
import { describeChanges } from '../office/form/describe-changes.ts'
import { renderMarkdown } from './markdown.ts'
import { type createFrames, sendPage } from './page-frame.ts'

/** /items/:code/editions: what was ever published of a guide, and each of it as it stood. */
export function addEditionRoutes(router: Router, useCases: UseCases, frames: ReturnType<typeof createFrames>): void {
  router.get('/items/:code/editions', async (req, res) => {
    const item = await useCases.getItem(req.params.code)
    const editions = await useCases.listPublicEditions(item.code)
    sendPage(res, EditionsPage({ frame: await frames(req), item, editions }))
  })
  router.get('/items/:code/editions/:number', async (req, res) => {
    const { code } = req.params
    const item = await useCases.getItem(code)
    const edition = await useCases.getPublicEdition(code, readNumber(code, req.params.number))
    const page = ItemPage({
      frame: await frames(req),
      item: { ...item, ...mergeContent(item, edition.content) },
      asked: null,
      flowchart: textOfFlowchart(item, edition),
      history: [],
      life: await useCases.getLife(code),
      gone: null,
      prose: renderMarkdown,
      edition,
    })
    sendPage(res, page)
  })
  router.get('/items/:code/editions/:number/changes', async (req, res) => {
    const { code, number } = req.params
    const item = await useCases.getItem(code)
    const ends = await findEnds(useCases, code, { number, beside: req.query.with })
    const changes = describeChanges(compareContents(ends.before.content, ends.after.content))
    sendPage(res, EditionChangesPage({ frame: await frames(req), item, ...ends, changes }))
  })
}

/** @throws NotFoundError */
export function readNumber(code: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new NotFoundError('edition', `${code} 第 ${text.slice(0, 20)} 版`)
}

/** The two ends of a difference: an edition and the one before it, or the one that `with` names. */
async function findEnds(useCases: UseCases, code: string, { number, beside }: { number: string; beside: unknown }) {
  const after = await useCases.getPublicEdition(code, readNumber(code, number))
  const other = beside === undefined ? String(after.number - 1) : String(beside)
  return { before: await useCases.getPublicEdition(code, readNumber(code, other)), after }
}

/** The steps of an edition; its picture is drawn for nobody. */
function textOfFlowchart(item: ItemDetail, { content }: PublicEdition): Flowchart | null {
  const { procedure, mermaid } = content
  if (procedure === null && mermaid === null) return null
  const steps = procedure === null ? [] : listFlowSteps(procedure)
  return { source: writeFlowchart({ ...item, ...content }), svg: null, steps }
}
