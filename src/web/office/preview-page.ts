import type { Response } from 'express'
import { UnfinishedPage } from '../../../views/office/unfinished-page.tsx'
import { ItemPage } from '../../../views/pages/item-page.tsx'
import type { PageFrame } from '../../../views/parts/frame.ts'
import { mergeContent } from '../../domain/editions/edition-fields.ts'
import { checkDocument } from '../../schema/check-document.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import { plainItem } from '../../use-cases/office/plain-item.ts'
import type { StoredEdition } from '../../use-cases/office/read-editions.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { renderMarkdown } from '../public/markdown.ts'
import { sendPage } from '../public/page-frame.ts'

interface Preview {
  office: Office
  useCases: UseCases
  frame: PageFrame
  edition: StoredEdition
}

/** Shows an edition as the public will see it; one that breaks the schema is said to be unfinished, and where. */
export async function previewPage({ office, useCases, frame, edition }: Preview, res: Response): Promise<void> {
  const { item: code, content, state } = edition.body
  const item = await useCases.getItem(code)
  const { document: wanted, violations } = checkDocument('item', mergeContent(plainItem(item), content))
  if (violations !== undefined) {
    sendPage(res, UnfinishedPage({ frame, name: item.name, violations }))
    return
  }
  const { chart } = await office.drawDraft(item, content)
  const page = ItemPage({
    frame,
    item: { ...item, ...wanted },
    asked: null,
    flowchart: chart,
    history: [],
    life: await useCases.getLife(code),
    gone: null,
    prose: renderMarkdown,
    preview: { state },
  })
  sendPage(res, page)
}
