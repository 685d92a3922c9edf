import { CatalogError } from '../../domain/catalog-error.ts'
import { isDay } from '../../domain/days.ts'
import { readDuration, writeDuration } from '../../domain/durations.ts'
import type { OptionalDuration } from '../../schema/types.ts'

/** What a cell holds in a workbook that is written. */
export type CellValue = string | number | null

/** The cell says nothing of its field: what is stored stays, or the schema's default comes. */
export const unsaid = Symbol('unsaid')

/** Why a cell cannot be read, in Chinese: what may be written there. */
export class CellFault extends Error {}

/** How a field becomes a cell, and the text of a cell the field again. */
export interface CellKind {
  /** `entry`: what the field belongs to. */
  write(value: unknown, entry: Readonly<Record<string, unknown>>): CellValue
  /** The text is not blank. @throws CellFault */
  read(text: string, entry: Readonly<Record<string, unknown>>): unknown
  /** What a blank cell says; a function throws. */
  blank: unknown
}

const asText = (value: unknown): CellValue => (value === null || value === undefined ? null : String(value))

/** Text in one line; spaces around it do not count. */
export const name: CellKind = { write: asText, read: (text) => text.trim(), blank: null }
/** A text that must be there: a blank cell leaves it to the schema, which names what is missing. */
export const needed: CellKind = { ...name, blank: unsaid }
/** Text as it stands, with its line breaks. */
export const prose: CellKind = { write: asText, read: (text) => text, blank: null }

/** Several texts in a cell, each on its own line; a line that begins with two spaces goes on with the one before. */
export const lines: CellKind = {
  write: (value) => joined(value, '\n', (text) => text.replaceAll('\n', '\n  ')),
  read: (text) =>
    text
      .replace(/\n {2}/g, '\u0000')
      .split('\n')
      .map((line) => line.replaceAll('\u0000', '\n'))
      .filter((line) => line.trim() !== ''),
  blank: [],
}

/** Several short texts in a cell, parted by 、 ， ； or a line break. */
export const words: CellKind = {
  write: (value) => joined(value, '、', (text) => text),
  read: (text) =>
    text
      .split(/[、，,；;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  blank: [],
}

function joined(value: unknown, between: string, each: (text: string) => string): CellValue {
  const texts = Array.isArray(value) ? value.map((text) => each(String(text))) : []
  return texts.length === 0 ? null : texts.join(between)
}

/** A time limit; a blank cell says that there is none. */
export const duration: CellKind = {
  write: (value) => (value ? writeClearly(value as OptionalDuration) : null),
  read: readLimit,
  blank: null,
}
/** 法定时限 and 承诺时限: that there is none must be written. */
export const mainLimit: CellKind = {
  ...duration,
  write: (value) => writeClearly((value ?? null) as OptionalDuration),
  blank: () => {
    throw new CellFault('空着；没有时限请写“无”')
  },
}

/** 20日 leaves open what kind of day it is; a workbook says it. */
function writeClearly(value: OptionalDuration): string {
  return value?.unit === 'calendar-day' ? `${value.amount}个自然日` : writeDuration(value)
}

function readLimit(text: string): OptionalDuration {
  try {
    return readDuration(text)
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    throw new CellFault('读不懂，请写成“20个工作日”“3个月”或“当场”，没有时限写“无”', { cause: error })
  }
}

/** A calendar day. */
export const day: CellKind = {
  write: asText,
  read(text) {
    const [, year = '', month = '', date = ''] =
      /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(text) ?? []
    const found = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    if (isDay(found)) return found
    throw new CellFault('不是日期，请写成“2015-03-12”')
  },
  blank: null,
}
/** Several days in a cell. */
export const days: CellKind = {
  ...words,
  read: (text, entry) => (words.read(text, entry) as string[]).map((one) => day.read(one, entry)),
}

/** A whole number. */
export const count: CellKind = {
  write: (value) => (typeof value === 'number' ? value : null),
  read(text) {
    if (/^\s*\d{1,6}\s*$/.test(text)) return Number(text)
    throw new CellFault('不是整数')
  },
  blank: null,
}

/** 是 or 否. */
export const yes: CellKind = {
  write: (value) => (typeof value === 'boolean' ? (value ? '是' : '否') : null),
  read(text) {
    const plain = text.trim()
    if (['是', '有', '√', '1', 'TRUE', 'true'].includes(plain)) return true
    if (['否', '无', '×', '0', 'FALSE', 'false'].includes(plain)) return false
    throw new CellFault('请写“是”或“否”')
  },
  blank: unsaid,
}
/** 是, 否, or nothing. */
export const yesOrNothing: CellKind = { ...yes, blank: null }

type Labels = Readonly<Record<string, string>>

/** A code of a list by its Chinese label, or by itself; `more`: other words for a code. */
export function coded(labels: Labels, more: Labels = {}): CellKind {
  return {
    write: (value) => (value === null || value === undefined ? null : (labels[String(value)] ?? String(value))),
    read: (text) => findCode(text, labels, more),
    blank: unsaid,
  }
}
/** A code, or none. */
export const codedOrNothing = (labels: Labels): CellKind => ({ ...coded(labels), blank: null })
/** Several codes of a list. */
export function codes(labels: Labels, more: Labels = {}): CellKind {
  return {
    write: (value) => joined(value, '、', (code) => labels[code] ?? code),
    read: (text, entry) => (words.read(text, entry) as string[]).map((word) => findCode(word, labels, more)),
    blank: [],
  }
}

function findCode(text: string, labels: Labels, more: Labels): string {
  const plain = text.trim()
  const code = Object.keys(labels).find((known) => known === plain || labels[known] === plain) ?? more[plain]
  if (code !== undefined) return code
  throw new CellFault(`不在可填的词里，请写：${Object.values(labels).join('、')}`)
}
