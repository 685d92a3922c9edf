import type { CheckedDocuments, CheckedKind } from '../schema/schema-files.ts'
import { canonicalOf } from './canonical-document.ts'
import { isBlockText, scalarOf } from './yaml-scalars.ts'

/** Rows and short lists stay on one line up to this width. */
const maximumWidth = 140

/** Fields that are documents of their own: always one field a line. */
const alwaysOpen: ReadonlySet<string> = new Set(['guide', 'procedure'])

/**
 * A document as canonical YAML 1.2: the same document always gives the same bytes, and reading them gives the same document.
 *
 * Fields stand in the order of the schema; rows and short lists on one line; texts of several lines as literal blocks. Lines are never folded.
 */
export function yamlOf<Kind extends CheckedKind>(kind: Kind, document: CheckedDocuments[Kind]): string {
  const lines = linesOfFields(canonicalOf(kind, document), '')
  return lines.length > 0 ? `${lines.join('\n')}\n` : '{}\n'
}

function linesOfFields(fields: object, indent: string): string[] {
  return Object.entries(fields).flatMap(([key, value]) => linesOfField(key, value, indent))
}

function linesOfField(key: string, value: unknown, indent: string): string[] {
  const head = `${indent}${key}:`
  if (isBlockText(value)) return [`${head} ${blockSign(value)}`, ...linesOfBlock(value, `${indent}  `)]
  if (value === null || typeof value !== 'object') return [`${head} ${scalarOf(value)}`]
  const short = alwaysOpen.has(key) ? undefined : flowOf(value, maximumWidth - head.length - 1)
  if (short !== undefined || Object.keys(value).length === 0) return [`${head} ${short ?? emptyOf(value)}`]
  return [head, ...(Array.isArray(value) ? linesOfRows(value, `${indent}  `) : linesOfFields(value, `${indent}  `))]
}

function linesOfRows(rows: readonly unknown[], indent: string): string[] {
  return rows.flatMap((row) => linesOfRow(row, indent))
}

function linesOfRow(row: unknown, indent: string): string[] {
  if (isBlockText(row)) return [`${indent}- ${blockSign(row)}`, ...linesOfBlock(row, `${indent}  `)]
  if (row === null || typeof row !== 'object') return [`${indent}- ${scalarOf(row)}`]
  const short = flowOf(row, maximumWidth - indent.length - 2)
  if (short !== undefined || Object.keys(row).length === 0) return [`${indent}- ${short ?? emptyOf(row)}`]
  const inner = `${indent}  `
  const lines = Array.isArray(row) ? linesOfRows(row, inner) : linesOfFields(row, inner)
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.slice(inner.length)}` : line))
}

/** On one line, when it is flat enough to read and fits; a list of rows never is. */
function flowOf(value: object, width: number): string | undefined {
  if (Array.isArray(value) ? value.some(isObject) : !Object.values(value).every(isFlat)) return undefined
  const text = inline(value)
  return text !== undefined && text.length <= width ? text : undefined
}

function isObject(value: unknown): value is object {
  return value !== null && typeof value === 'object'
}

/** A scalar, a list of scalars, or a few fields with scalars. */
function isFlat(value: unknown): boolean {
  return !isObject(value) || Object.values(value).every((inner) => !isObject(inner))
}

function inline(value: unknown): string | undefined {
  if (typeof value === 'string' && value.includes('\n')) return undefined
  if (!isObject(value)) return scalarOf(value)
  if (Object.keys(value).length === 0) return emptyOf(value)
  const parts = Object.entries(value).map(([key, inner]) => {
    const text = inline(inner)
    return text === undefined || Array.isArray(value) ? text : `${key}: ${text}`
  })
  if (parts.includes(undefined)) return undefined
  return Array.isArray(value) ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`
}

function emptyOf(value: object): string {
  return Array.isArray(value) ? '[]' : '{}'
}

function blockSign(text: string): string {
  return text.endsWith('\n') ? '|' : '|-'
}

function linesOfBlock(text: string, indent: string): string[] {
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
  return lines.map((line) => (line === '' ? '' : `${indent}${line}`))
}
