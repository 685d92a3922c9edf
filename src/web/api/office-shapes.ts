import { editionFields } from '../../domain/editions/edition-fields.ts'
import { editionStateLabels } from '../../domain/office/edition.ts'
import { itemFactFields } from '../../domain/office/item-facts.ts'
import { editionActionLabels } from '../../domain/office/transitions.ts'
import { extendStored, type Json, refTo } from './embedded-schemas.ts'
import { agencyCode, codeOf, dayOrNull, itemCode, listOf, orNull, record, text, textOrNull } from './json-shapes.ts'
import { problem, violation } from './problem-shapes.ts'

const moment: Json = { type: 'string', format: 'date-time' }
const state = codeOf(editionStateLabels)
const numbered: Json = { type: 'integer', minimum: 1 }

const publicHead = {
  item: itemCode,
  state,
  number: numbered,
  publishedAt: moment,
  withdrawnBecause: textOrNull,
}
const draftHead = {
  id: text,
  item: itemCode,
  agency: agencyCode,
  state,
  number: orNull(numbered),
  basedOn: orNull(numbered),
  drafters: listOf(text),
  steps: listOf(record({ at: moment, by: text, action: text, comment: textOrNull })),
  publishOn: dayOrNull,
  warningsReason: textOrNull,
  publishedAt: orNull(moment),
  revision: { type: 'integer', minimum: 1 },
  updatedAt: moment,
}

/** The named shapes of what the office answers and takes, derived from the schema of items. */
export function officeComponents(embedded: Readonly<Record<string, Json>>): Record<string, Json> {
  const { properties } = embedded.item as { properties: Record<string, Json> }
  const take = (names: readonly string[], shape: (field: Json) => Json = (field) => field) =>
    Object.fromEntries(names.map((name) => [name, shape(properties[name] ?? {})]))
  return {
    EditionContent: extendStored({}, take(editionFields)),
    DraftContent: extendStored({}, take(editionFields, unfinished)),
    ItemFacts: {
      type: 'object',
      description: '这些字段都要有；GET 得到的其余字段可以原样带上，不能改。',
      required: [...itemFactFields],
      properties: take(itemFactFields),
    },
    NewDraft: {
      type: 'object',
      required: ['item'],
      properties: {
        item: itemCode,
        from: { ...numbered, description: '从公布过的第几版写起；不填为现在公布的一版。' },
      },
      additionalProperties: false,
    },
    NewStep: {
      type: 'object',
      required: ['action'],
      properties: {
        action: codeOf(editionActionLabels),
        comment: { type: 'string', description: '退回和撤下时必填。' },
        publishOn: { type: 'string', format: 'date', description: '定日发布的日子。' },
        warningsReason: { type: 'string', description: '有提醒而仍要走下一步的理由。' },
      },
      additionalProperties: false,
    },
    Draft: record({ ...draftHead, content: refTo('DraftContent') }),
    DraftSummary: record(draftHead),
    PublicEdition: record({ ...publicHead, content: refTo('EditionContent') }),
    PublicEditionSummary: record(publicHead),
    DraftExistsProblem: record({ ...problem, id: text }),
  }
}

/** A field as it may stand in a draft: of its kind, or nothing yet; what is inside may be half-written. */
function unfinished({ type, description }: Json): Json {
  const kinds = [type ?? 'object'].flat().filter((kind) => kind !== 'null')
  return { type: [...kinds, 'null'], ...(description === undefined ? {} : { description }) }
}

const findings = listOf(refTo('Finding'))

/** The schema of each answer, by path, with the method where a path has several. */
export const officeAnswers: Readonly<Record<string, Json>> = {
  '/items/{code}/editions': record({ data: listOf(refTo('PublicEditionSummary')) }),
  '/items/{code}/editions/{number}': refTo('PublicEdition'),
  'put /items/{code}': refTo('ItemDetail'),
  '/drafts': record({ data: listOf(refTo('DraftSummary')) }),
  'post /drafts': record({ id: text }),
  '/drafts/{id}': refTo('Draft'),
  'put /drafts/{id}': refTo('Draft'),
  '/drafts/{id}/steps': refTo('Draft'),
  '/drafts/{id}/findings': record({
    findings,
    violations: listOf(violation),
    gate: record({ blocking: listOf(violation), warnings: findings }),
  }),
}
