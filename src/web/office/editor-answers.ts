import type { Response } from 'express'
import { renderToString } from 'preact-render-to-string'
import { Steps } from '../../../views/parts/steps.tsx'
import { CatalogError, NotFoundError } from '../../domain/catalog-error.ts'
import type { Actor } from '../../domain/office/rights.ts'
import { isSameDocument } from '../../domain/same-document.ts'
import { cleanPastedText } from '../../domain/texts/clean-pasted-text.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import type { StoredEdition } from '../../use-cases/office/read-editions.ts'
import type { EditionSave } from '../../use-cases/office/save-edition.ts'
import { renderMarkdown } from '../public/markdown.ts'
import { type EditorParts, getWritable, judgeForm, postedValues, revisionOf, writeTime } from './editor-requests.ts'
import { fillForm } from './form/fill-form.ts'
import type { FormValues } from './form/form-values.ts'
import type { FormLines } from './form/lines-beside.ts'
import { locateField } from './form/locate-field.ts'
import { signPlaces, writeSigns } from './form/place-values.ts'
import { type FormReading, readForm } from './form/read-form.ts'
import type { OfficeRequest } from './office-route.ts'

/** What the script of the editor asks for while somebody types. */
export function editorAnswers(parts: EditorParts) {
  const { office } = parts
  return {
    /** Keeps what was typed and says what is wrong with it. */
    async save(request: OfficeRequest, res: Response): Promise<void> {
      const { actor, param } = request
      const { item } = await getWritable(parts, request)
      const values = postedValues(request)
      const { reading, lines } = await judgeForm(parts, item, values)
      const wanted = { id: param('id'), revision: revisionOf(request), content: reading.content }
      const { revision, updatedAt } = await saveOnce(office, actor, wanted)
      res.setHeader('ETag', `"${revision}"`)
      const seen = writeSigns(signPlaces(fillForm(reading.content)))
      const kept = { revision, savedAt: writeTime(updatedAt), seen }
      res.json({ ...kept, unread: unreadLabels(reading), cleaned: cleanedTexts(values), ...linesAnswer(lines) })
    },

    /** Says what is wrong with what was typed; keeps nothing. */
    async check(request: OfficeRequest, res: Response): Promise<void> {
      const { item } = await getWritable(parts, request)
      res.json(linesAnswer((await judgeForm(parts, item, postedValues(request))).lines))
    },

    /** The flowchart of what was typed, with its steps in words; or why it cannot be drawn yet. */
    async chart(request: OfficeRequest, res: Response): Promise<void> {
      const { item } = await getWritable(parts, request)
      const { chart, fault } = await office.drawDraft(item, readForm(postedValues(request)).content)
      const steps = chart === null ? [] : chart.steps
      res.json({ svg: chart?.svg ?? null, fault, steps: steps.length === 0 ? '' : renderToString(Steps({ steps })) })
    },

    /** The flowchart of what was saved, for a page without script. @throws NotFoundError: it cannot be drawn. */
    async picture(request: OfficeRequest, res: Response): Promise<void> {
      const { item, edition } = await getWritable(parts, request)
      const { chart } = await office.drawDraft(item, edition.body.content)
      if (chart === null || chart.svg === null) throw new NotFoundError('flowchart', edition.id)
      res.type('image/svg+xml').send(chart.svg)
    },

    /** A text of a guide as it will stand on the public page. */
    async prose({ field }: OfficeRequest, res: Response): Promise<void> {
      res.type('html').send(renderMarkdown(field('text')))
    },

    /** How the draft stands, who else has it open, and the key for forms: after a sign-in elsewhere there is a new one. */
    async standing({ actor, param, signedIn }: OfficeRequest, res: Response): Promise<void> {
      const { revision, body } = await office.getEdition(actor, param('id'))
      const others = await office.notePresence(actor, param('id'))
      res.json({
        revision,
        state: body.state,
        account: actor.account,
        formKey: signedIn.session.formKey,
        others: others.map(({ name }) => name),
      })
    },
  }
}

/** Keeps a content; one that was kept already, and whose answer got lost on the way, is no conflict. */
async function saveOnce(office: Office, actor: Actor, wanted: EditionSave): Promise<StoredEdition> {
  try {
    return await office.saveEdition(actor, wanted)
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'stale-revision') throw error
    const kept = await office.getEdition(actor, wanted.id)
    if (!isSameDocument(kept.body.content, wanted.content)) throw error
    return kept
  }
}

/** What the fields are called that hold something which could not be read and is not kept. */
function unreadLabels({ problems }: FormReading): string[] {
  const unread = problems.filter(({ isKept, severity }) => severity === 'error' && !isKept)
  return unread.map(({ pointer }) => locateField(pointer).label)
}

/** Texts that came with signs nobody sees, without them, by the names of their fields. */
function cleanedTexts(values: FormValues): Record<string, string> {
  const texts = [...values].flatMap(([name, [text = '']]) => (name.startsWith('_') ? [] : [[name, text] as const]))
  return Object.fromEntries(
    texts.flatMap(([name, text]) => {
      const clean = cleanPastedText(text)
      return clean === text.replaceAll('\r\n', '\n') ? [] : [[name, clean]]
    }),
  )
}

function linesAnswer({ beside, general }: FormLines) {
  return { lines: Object.fromEntries(beside), general }
}
