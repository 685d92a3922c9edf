import { CatalogError } from '../../domain/catalog-error.ts'
import { refuseUnlessAllowed } from '../../domain/office/rights.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import type { StoredEdition } from '../../use-cases/office/read-editions.ts'
import type { ItemDetail, UseCases } from '../../use-cases/use-cases.ts'
import { type FormValues, readPosted } from './form/form-values.ts'
import { type FormLines, linesBeside } from './form/lines-beside.ts'
import { type FormReading, readForm } from './form/read-form.ts'
import type { OfficeRequest } from './office-route.ts'

/** What the routes of the editor ask for. */
export interface EditorParts {
  office: Office
  useCases: UseCases
}

/** A draft that the one who asks may write, and the item it is of. @throws NotFoundError; CatalogError `not-allowed`. */
export async function getWritable(
  { office, useCases }: EditorParts,
  { actor, param }: OfficeRequest,
): Promise<{ edition: StoredEdition; item: ItemDetail }> {
  const edition = await office.getEdition(actor, param('id'))
  const { agency, state } = edition.body
  refuseUnlessAllowed(actor, 'edition.write', { agency, state })
  return { edition, item: await useCases.getItem(edition.body.item) }
}

/** The fields of the form; what the page itself needs, as the revision, is no field of a guide. */
export function postedValues({ req }: OfficeRequest): FormValues {
  return readPosted(req.body)
}

/** What was posted, read and judged. */
export interface JudgedForm {
  reading: FormReading
  lines: FormLines
}

export async function judgeForm({ office }: EditorParts, item: ItemDetail, values: FormValues): Promise<JudgedForm> {
  const reading = readForm(values)
  return { reading, lines: linesBeside(reading, await office.judgeEdition(item, reading.content)) }
}

/**
 * The revision that a form was begun with, out of `If-Match` or the form itself.
 *
 * @throws CatalogError `revision-missing`: neither names one.
 */
export function revisionOf({ req, field }: OfficeRequest): number {
  const given = req.get('If-Match')?.replace(/^(?:W\/)?"|"$/g, '') ?? field('revision')
  if (!/^\d{1,9}$/.test(given)) throw new CatalogError('revision-missing')
  return Number(given)
}

/** `HH:MM` of a moment told in Asia/Shanghai. */
export function writeTime(moment: string): string {
  return moment.slice(11, 16)
}
