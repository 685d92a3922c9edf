import type { Action } from '../../../domain/decisions/standing.ts'
import { labels } from '../../../domain/labels.ts'
import { type ActionField, actionFields } from '../../../domain/office/action-fields.ts'
import type { DecisionDraft } from '../../../domain/office/decision-draft.ts'
import { fillInDefaults } from '../../../schema/check-document.ts'
import type { AdjustmentDecision, ApprovalItem } from '../../../schema/types.ts'
import type { DecisionNames } from '../../../use-cases/office/decisions/create-decision-desk.ts'
import { type FormValues, textAt } from '../form/form-values.ts'
import { rowCountOf } from '../form/row-count.ts'
import { splitList } from '../items/item-facts-form.ts'
import { createdTexts, headTexts } from './write-decision-form.ts'

type Draft = Pick<DecisionDraft, 'decision' | 'items'>
/** Fields of the head without which there is no decision: an empty text stays one, and the schema names it. */
const required: readonly string[] = ['title', 'issuer']
const kinds = Object.keys(labels.action) as Action['action'][] // the table has every action as its key

/** A decision as it was typed, half-written as it may be: nothing is refused here, and nothing that can be kept is lost. */
export function readDecisionForm(
  values: FormValues,
  { before, names }: { before: Draft; names: Pick<DecisionNames, 'items'> },
): Draft {
  const text = (name: string) => textAt(values, name).trim()
  const head = headTexts.map((name) => [name, text(`/${name}`) || (required.includes(name) ? '' : null)])
  const codeOf = createCodeOf(names)
  const decision = {
    ...before.decision,
    ...Object.fromEntries(head),
    basis: text('/basis').split(/\r?\n/).map(trimmed).filter(isWritten),
    declared: readDeclared(text),
    declaredCounts: readRows(values, '/declaredCounts', ['agency', 'opening', 'closing']).map(
      ({ agency = '', opening = '', closing = '' }) => ({
        agency,
        opening: numberIn(opening),
        closing: numberIn(closing),
      }),
    ),
    consultations: readRows(values, '/consultations', ['body', 'on', 'opinion']).map(
      ({ body = '', on = '', opinion = '' }) => ({ body, on: on || null, opinion: opinion || null }),
    ),
    actions: readActions(values, codeOf),
  }
  // Half-written: its fields have the names of a decision's, what stands in them is judged when it is to be adopted.
  return { decision: decision as AdjustmentDecision, items: readCreated(values) }
}

function readDeclared(text: (name: string) => string) {
  const totals = kinds.map((kind) => [kind, text(`/declared/${kind}`)] as const).filter(([, total]) => isWritten(total))
  return Object.fromEntries(totals.map(([kind, total]) => [kind, numberIn(total)]))
}

/** A number; any other text stays what it is, for the schema to name. */
function numberIn(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text
}

/** Rows of texts; one in which nothing is written is left out. */
function readRows(values: FormValues, list: string, fields: readonly string[]): Partial<Record<string, string>>[] {
  return Array.from({ length: rowCountOf(values, list) }, (_, row) =>
    fields.map((field) => [field, textAt(values, `${list}/${row}/${field}`).trim()] as const),
  )
    .filter((row) => row.some(([, text]) => isWritten(text)))
    .map((row) => Object.fromEntries(row))
}

function readActions(values: FormValues, codeOf: (text: string) => string): Action[] {
  return Array.from({ length: rowCountOf(values, '/actions') }, (_, row) => `/actions/${row}`).flatMap((base) => {
    const action = kinds.find((kind) => kind === textAt(values, `${base}/action`))
    if (action === undefined) return []
    const fields = actionFields[action].map((field) => [field.name, readField(values, base, { field, codeOf })])
    // Half-written: every field of its kind.
    return [{ action, ...Object.fromEntries(fields) } as Action]
  })
}

function readField(
  values: FormValues,
  base: string,
  { field: { name, input }, codeOf }: { field: ActionField; codeOf: (text: string) => string },
): unknown {
  const text = textAt(values, `${base}/${name}`).trim()
  switch (input) {
    case 'item':
      return codeOf(text)
    case 'items':
      return splitList(text).map(codeOf)
    case 'regions':
      return [...(values.get(`${base}/${name}`) ?? [])].filter(isWritten)
    case 'agency':
    case 'type':
    case 'required-text':
      return text
    case 'scope':
      return text || 'full'
    default:
      return text || null
  }
}

/** The code behind what was typed: a code, a code with a name behind it, or the name of exactly one item; else the text itself. */
function createCodeOf({ items }: Pick<DecisionNames, 'items'>): (text: string) => string {
  const byName = new Map<string, string[]>()
  for (const { code, name } of items) byName.set(name, [...(byName.get(name) ?? []), code])
  return (text) => {
    const leading = /^[a-z][a-z0-9]{0,15}-\d{3,}/.exec(text)?.[0]
    if (leading !== undefined) return leading
    const [code, ...others] = byName.get(text) ?? []
    return code !== undefined && others.length === 0 ? code : text
  }
}

/** Items with everything filled in that has a default; one in which nothing is written is left out. */
function readCreated(values: FormValues): ApprovalItem[] {
  return readRows(values, '/created', createdTexts).map((typed) => {
    // Half-written: the four fields without which there is no item, and the defaults of all others.
    const item = typed as unknown as ApprovalItem
    fillInDefaults('item', item)
    return item
  })
}

function trimmed(text: string): string {
  return text.trim()
}
function isWritten(text: string): boolean {
  return text !== ''
}
