import type { Response } from 'express'
import { ConflictPage } from '../../../views/office/conflict-page.tsx'
import { EditorPage } from '../../../views/office/editor-page.tsx'
import { rowsToChoose } from '../../../views/office/form/form-state.ts'
import { officePaths } from '../../../views/office/frame.ts'
import { CatalogError } from '../../domain/catalog-error.ts'
import { compareContents } from '../../domain/editions/compare-contents.ts'
import { may } from '../../domain/office/rights.ts'
import { renderMarkdown } from '../public/markdown.ts'
import { sendPage } from '../public/page-frame.ts'
import { type EditorParts, getWritable, judgeForm, postedValues, revisionOf, writeTime } from './editor-requests.ts'
import { changeRows } from './form/change-rows.ts'
import { describeChanges } from './form/describe-changes.ts'
import { fillForm, fillFromReading } from './form/fill-form.ts'
import { formSections } from './form/form-sections.ts'
import type { FormValues } from './form/form-values.ts'
import { differingPlaces, mergePlaces, readSigns, signPlaces, writeSigns } from './form/place-values.ts'
import { readForm } from './form/read-form.ts'
import type { OfficeRequest } from './office-route.ts'

/** A form to be shown: what stands in it, what it began with, and how it was kept. */
interface ShownForm {
  values: FormValues
  /** Revision that the writer has seen, and the signs of what stood in its fields. */
  revision: number
  signs: string
  status: 'saved' | 'unsaved'
  goTo?: string | undefined
}

/** The page of the editor and what its buttons do without script. */
export function editorPages(parts: EditorParts) {
  return {
    /** One guide to be written; an edition that is no draft any more is shown to be read. */
    async show(request: OfficeRequest, res: Response): Promise<void> {
      const { actor, param } = request
      const { body } = await parts.office.getEdition(actor, param('id'))
      if (!may(actor, 'edition.write', body)) return res.redirect(303, `${officePaths.draft(param('id'))}/review`)
      await showStored(parts, request, res)
    },

    /** What a button of the form asks for: rows, keeping it, going on to the review, one version out of two. */
    async act(request: OfficeRequest, res: Response): Promise<void> {
      const asked = request.field('_do')
      const values = postedValues(request)
      if (asked === 'merge') return keepMerged(parts, request, res)
      if (asked === '' || asked === 'save' || asked === 'review') return keep(parts, request, { res, values })
      const changed = changeRows(values, asked)
      await showForm(parts, request, res, {
        ...changed,
        revision: revisionOf(request),
        signs: request.field('_seen'),
        status: 'unsaved',
      })
    },
  }
}

async function showStored(parts: EditorParts, request: OfficeRequest, res: Response): Promise<void> {
  const { edition } = await getWritable(parts, request)
  const values = fillForm(edition.body.content)
  await showForm(parts, request, res, {
    values,
    revision: edition.revision,
    signs: writeSigns(signPlaces(values)),
    status: 'saved',
  })
}

async function showForm(parts: EditorParts, request: OfficeRequest, res: Response, form: ShownForm): Promise<void> {
  const { office, useCases } = parts
  const { edition, item } = await getWritable(parts, request)
  const { lines } = await judgeForm(parts, item, form.values)
  const [agencies, laws] = await Promise.all([useCases.listAgencies(), useCases.listLaws()])
  const state = {
    values: form.values,
    lines: lines.beside,
    agencies: agencies.map(({ code, name }) => ({ value: code, label: name })),
    laws: laws.map(({ title }) => title),
    lanes: rowsToChoose(form.values, 'lanes'),
    steps: rowsToChoose(form.values, 'steps'),
    prose: renderMarkdown,
    goTo: form.goTo,
  }
  const page = {
    frame: await request.frame(),
    edition,
    item,
    sections: formSections(),
    state,
    general: lines.general,
    form: { ...form, savedAt: writeTime(edition.updatedAt) },
    others: (await office.notePresence(request.actor, edition.id)).map(({ name }) => name),
  }
  sendPage(res, EditorPage(page))
}

interface Keeping {
  res: Response
  values: FormValues
  /** Absent: the one that the form names. */
  revision?: number
}

/** Keeps a form. What could not be read is shown again as it was typed; where somebody else was faster, both versions are shown. */
async function keep(parts: EditorParts, request: OfficeRequest, { res, values, ...keeping }: Keeping): Promise<void> {
  const { actor, param, field } = request
  await getWritable(parts, request)
  const reading = readForm(values)
  const revision = keeping.revision ?? revisionOf(request)
  try {
    const saved = await parts.office.saveEdition(actor, { id: param('id'), revision, content: reading.content })
    if (reading.problems.every(({ severity }) => severity === 'warning')) {
      const isReview = field('_do') === 'review'
      return res.redirect(303, isReview ? `${officePaths.draft(saved.id)}/review` : officePaths.draftEditor(saved.id))
    }
    const signs = writeSigns(signPlaces(fillForm(saved.body.content)))
    const shown = {
      values: fillFromReading(reading, values),
      revision: saved.revision,
      signs,
      status: 'saved',
    } as const
    await showForm(parts, request, res, shown)
  } catch (error) {
    if (!(error instanceof CatalogError) || error.code !== 'stale-revision') throw error
    await showConflict(parts, request, res, values)
  }
}

/** Both versions, field by field; the same in every field is no conflict. */
async function showConflict(
  parts: EditorParts,
  request: OfficeRequest,
  res: Response,
  mine: FormValues,
): Promise<void> {
  const { edition, item } = await getWritable(parts, request)
  const theirs = edition.body.content
  const reading = readForm(mine)
  const places = differingPlaces(fillForm(reading.content), fillForm(theirs), readSigns(request.field('_seen')))
  if (places.length === 0) return keep(parts, request, { res, values: mine, revision: edition.revision })
  const changes = describeChanges(compareContents(theirs, reading.content))
  const page = {
    frame: await request.frame(),
    edition,
    item,
    places: places.map((place) => ({
      ...place,
      changes: changes.filter(({ name }) => name === place.name || name.startsWith(`${place.name}.`)),
    })),
    values: mine,
    signs: request.field('_seen'),
    savedAt: writeTime(edition.updatedAt),
  }
  sendPage(res, ConflictPage(page), 412)
}

/** Keeps the version that somebody chose out of two, unless a third has come meanwhile. */
async function keepMerged(parts: EditorParts, request: OfficeRequest, res: Response): Promise<void> {
  const { edition } = await getWritable(parts, request)
  const mine = postedValues(request)
  const revision = revisionOf(request)
  if (edition.revision !== revision) return showConflict(parts, request, res, mine)
  const chosen = [...mine].flatMap(([name, [choice]]) =>
    name.startsWith('_pick.') && choice === 'mine' ? [name.slice('_pick.'.length)] : [],
  )
  const values = mergePlaces(mine, fillForm(edition.body.content), new Set(chosen))
  await keep(parts, request, { res, values, revision })
}
