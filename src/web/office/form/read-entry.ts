import { CatalogError } from '../../../domain/catalog-error.ts'
import { findChineseNumber } from '../../../domain/chinese-numerals.ts'
import { isDay } from '../../../domain/days.ts'
import { hasUnclearDay, readDuration } from '../../../domain/durations.ts'
import { cleanPastedText } from '../../../domain/texts/clean-pasted-text.ts'
import type { OptionalDuration } from '../../../schema/types.ts'
import { blankOf, type FormNode, type NumberNode, type Option, type TextNode } from './form-nodes.ts'

/** What is wrong with what was typed, or doubtful (`warning`: it was understood in one of two ways). */
export interface EntryProblem {
  severity: 'error' | 'warning'
  message: string
  /** Whether the field holds what was typed all the same; otherwise it holds what an empty one would. */
  isKept?: boolean
}
/** What a field holds. What cannot be read holds what an empty field would. */
export interface Entry {
  value: unknown
  problem?: EntryProblem
}
/** A field that holds no other fields. */
export type LeafNode = Exclude<FormNode, { kind: 'rows' | 'group' }>

/** Reads what was typed in a field. Never throws; the problem quotes what could not be read. */
export function readEntry(node: LeafNode, texts: readonly string[]): Entry {
  const text = texts[0] ?? ''
  if (text === '' && texts.length < 2) return { value: blankOf(node) }
  switch (node.kind) {
    case 'text':
      return readText(node, text)
    case 'mark':
    case 'reference':
      return { value: readLine(text).slice(0, 40) || blankOf(node) }
    case 'number':
      return readNumber(node, readLine(text))
    case 'yes-no':
      return { value: text === 'yes' ? true : text === 'no' ? false : node.blank }
    case 'choice':
      return readChoice(node, text)
    case 'choices':
      return readChoices(node.options, texts)
    case 'lines':
      return readLines(node.maxLength, text)
    case 'duration':
      return readLimit(readLine(text), node.isSpread)
  }
}

function error(value: unknown, message: string): Entry {
  return { value, problem: { severity: 'error', message } }
}

/** It is kept: nobody else can say what may go. */
function tooLong(value: unknown, message: string): Entry {
  return { value, problem: { severity: 'error', message, isKept: true } }
}

/** What was typed, for a sentence that quotes it. */
function quote(text: string): string {
  return text.length > 40 ? `“${text.slice(0, 40)}……”` : `“${text}”`
}

/** One line: what was pasted in several is joined. */
function readLine(text: string): string {
  return cleanPastedText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

function readText(node: TextNode, typed: string): Entry {
  const text =
    node.form === 'line' || node.form === 'day' || node.form === 'address' ? readLine(typed) : readBlock(typed)
  if (text.trim() === '') return { value: node.blank }
  if (node.form === 'day') return readDay(node, text)
  if (node.form === 'address' && /^\s*(?!https?:)[a-z][a-z0-9+.-]*:/i.test(text))
    return error(node.blank, `${quote(text)}不是网址。网址以 https:// 或者 http:// 开头。`)
  const length = [...text].length
  if (length <= node.maxLength) return { value: text }
  return tooLong(text, `写了 ${length} 个字，最多 ${node.maxLength} 个字。`)
}

/** Several lines: empty ones around them go, the indent of the first stays. */
function readBlock(typed: string): string {
  return cleanPastedText(typed)
    .replace(/^(?:[ \u3000]*\n)+/, '')
    .trimEnd()
}

function readDay(node: TextNode, text: string): Entry {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC')) ?? []
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(value) ? { value } : error(node.blank, `${quote(text)}不是日期。照 2026-11-24 的样子填。`)
}

function readNumber({ minimum, maximum }: NumberNode, text: string): Entry {
  if (text === '') return { value: null }
  const plain = text.normalize('NFKC').replace(/[份次个]$/, '')
  const number = /^\d{1,9}$/.test(plain) ? Number(plain) : findChineseNumber(plain)
  if (number === undefined) return error(null, `${quote(text)}不是整数。只填数字，如 1。`)
  if (number < minimum || number > maximum)
    return error(null, `${quote(text)}超出范围，应当在 ${minimum} 到 ${maximum} 之间。`)
  return { value: number }
}

function readChoice(node: { blank: string | null; options: readonly Option[] }, text: string): Entry {
  if (text === '') return { value: node.blank }
  if (node.options.some(({ value }) => value === text)) return { value: text }
  return error(node.blank, `没有${quote(text)}这个选项，请重新选择。`)
}

/** In the order in which they were posted, which is that of the boxes on the page. */
function readChoices(options: readonly Option[], texts: readonly string[]): Entry {
  const isKnown = (text: string) => options.some(({ value }) => value === text)
  const value = [...new Set(texts.filter(isKnown))]
  const unknown = texts.find((text) => text !== '' && !isKnown(text))
  return unknown === undefined ? { value } : error(value, `没有${quote(unknown)}这个选项，请重新选择。`)
}

function readLines(maxLength: number, typed: string): Entry {
  const lines = cleanPastedText(typed)
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•] +/, '').trim())
  const value = [...new Set(lines.filter((line) => line !== ''))]
  const long = value.find((line) => [...line].length > maxLength)
  return long === undefined ? { value } : tooLong(value, `${quote(long)}太长，一行最多 ${maxLength} 个字。`)
}

function readLimit(text: string, isSpread: boolean): Entry {
  if (text === '') return { value: null }
  const limit = findLimit(text)
  if (limit === undefined)
    return error(null, `${quote(text)}看不懂是多久。照平常的写法填，如 20个工作日、30个自然日、3个月。`)
  if (isSpread && limit?.unit === 'instant') return error(null, `${quote(text)}不是一段时间。如 10个工作日。`)
  if (!hasUnclearDay(text)) return { value: limit }
  const message = `${quote(text)}按自然日计。是工作日的，请写“个工作日”；是自然日的，请写“个自然日”。`
  return { value: limit, problem: { severity: 'warning', message } }
}

/** `undefined`: the text says no limit that is certain. */
function findLimit(text: string): OptionalDuration | undefined {
  try {
    return readDuration(text)
  } catch (problem) {
    if (problem instanceof CatalogError && problem.code === 'unreadable-duration') return undefined
    throw problem
  }
}
