import { CatalogError, type Violation } from '../../../domain/catalog-error.ts'
import { readDuration, writeDuration } from '../../../domain/durations.ts'
import { sentenceFor } from '../../../domain/error-sentences.ts'
import {
  type ItemFactField,
  type ItemFacts,
  itemFactFields,
  itemFactLabels,
} from '../../../domain/office/item-facts.ts'
import type { ApprovalItem, LegalBasis } from '../../../schema/types.ts'
import { type FormValues, textAt } from '../form/form-values.ts'
import { rowCountOf } from '../form/row-count.ts'

const texts = [
  'catalogCode',
  'implementationCode',
  'powerListNumber',
  'parent',
  'entrustingBody',
  'statutoryTimeLimitNote',
] as const
const choices = ['handlingRole', 'exerciseLevel', 'powerSource'] as const

/** What the form of an item's list facts begins with. */
export function writeItemFacts(item: ApprovalItem, revision: number): FormValues {
  const values = new Map<string, readonly string[]>([['revision', [String(revision)]]])
  for (const name of [...texts, ...choices]) values.set(`/${name}`, [item[name] ?? ''])
  values.set('/jointAgencies', [item.jointAgencies.join('、')])
  values.set('/statutoryTimeLimit', [item.statutoryTimeLimit === null ? '' : writeDuration(item.statutoryTimeLimit)])
  values.set('/themes', item.themes)
  item.legalBases.forEach((basis, row) => {
    for (const [name, text] of Object.entries(writeBasis(basis))) values.set(`/legalBases/${row}/${name}`, [text])
  })
  return values
}

function writeBasis({ law, articles, for: purpose, textVersion, verified }: LegalBasis) {
  return {
    law,
    articles: articles.join('、'),
    for: purpose,
    textVersion: textVersion ?? '',
    verified: verified ? 'yes' : '',
  }
}

/** The list facts as they were typed, of whatever shape; and what cannot be read. */
export function readItemFacts(values: FormValues): {
  facts: Record<keyof ItemFacts, unknown>
  violations: Violation[]
} {
  const text = (name: string) => textAt(values, `/${name}`).trim()
  const limit = readLimit(text('statutoryTimeLimit'), '/statutoryTimeLimit')
  const facts = {
    ...Object.fromEntries(texts.map((name) => [name, text(name) || null])),
    ...Object.fromEntries(choices.map((name) => [name, text(name)])),
    jointAgencies: splitList(text('jointAgencies')),
    statutoryTimeLimit: limit.duration,
    themes: [...(values.get('/themes') ?? [])],
    legalBases: readBases(values),
    // Every field of the table, put together from the lists above.
  } as Record<keyof ItemFacts, unknown>
  return { facts, violations: limit.violations }
}

/** Rows without a title are left out; the others keep their order. */
function readBases(values: FormValues) {
  return Array.from({ length: rowCountOf(values, '/legalBases') }, (_, row) => {
    const text = (name: string) => textAt(values, `/legalBases/${row}/${name}`).trim()
    return {
      law: text('law').replace(/^《(.*)》$/, '$1'),
      articles: splitList(text('articles')),
      for: text('for') || 'item',
      textVersion: text('textVersion') || null,
      verified: text('verified') === 'yes',
    }
  }).filter(({ law }) => law !== '')
}

/** A limit as people write it; the empty text is no limit. */
export function readLimit(text: string, pointer: string) {
  if (text === '') return { duration: null, violations: [] }
  try {
    return { duration: readDuration(text), violations: [] }
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    return { duration: null, violations: [{ pointer, rule: error.code, message: sentenceFor(error) }] }
  }
}

/** Words parted by 、 or commas or spaces. */
export function splitList(text: string): string[] {
  return text.split(/[、，,\s]+/).filter((word) => word !== '')
}

const basisLabels: Readonly<Record<string, string>> = {
  law: '名称',
  articles: '条款',
  for: '用来证明',
  verified: '条文已核对',
}

/** The words of a field of the form; `undefined`: nobody sees it. */
export function factFieldLabel(name: string): string | undefined {
  const [, field = '', row, part = ''] = name.split('/')
  const label = isFact(field) ? itemFactLabels[field] : undefined
  if (row === undefined || label === undefined) return label
  return basisLabels[part] === undefined ? undefined : `第 ${Number(row) + 1} 条${label}：${basisLabels[part]}`
}

function isFact(name: string): name is ItemFactField {
  return itemFactFields.some((field) => field === name)
}
