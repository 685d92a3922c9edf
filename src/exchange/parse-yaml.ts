import type { Document, YAMLError } from 'yaml'
import { LineCounter, parseAllDocuments, visit } from 'yaml'
import type { Violation } from '../domain/catalog-error.ts'
import { findJsonError } from './json-error.ts'
import { readQuickly } from './quick-yaml.ts'
import { describeYamlError } from './yaml-messages.ts'
import { YamlSource } from './yaml-source.ts'

/** A syntax error makes followers: beyond these they say nothing new. */
const maximumSyntaxErrors = 50

/** The value of a text and where each field of it stands, or what is wrong with the text. Violations do not name the file yet. */
export type Parsed =
  | { value: unknown; source: () => YamlSource | undefined; violations?: never }
  | { value?: never; source?: never; violations: Violation[] }

/**
 * Reads one YAML 1.2 document that holds plain JSON values only.
 *
 * Tabs, duplicate fields, anchors, tags and a second document are refused: each of them reads differently from what it looks like.
 */
export function parseYaml(text: string): Parsed {
  const tabs = findTabs(text)
  if (tabs.length > 0) return { violations: tabs }
  const value = readQuickly(text)
  return value === undefined ? parseFully(text) : { value, source: () => parseFully(text).source?.() }
}

/** JSON is read as the YAML it is, after the stricter look that its own grammar asks for; it may be indented by tabs. */
export function parseJson(text: string): Parsed {
  const offset = findJsonError(text)
  if (offset === undefined) return parseFully(text)
  const before = text.slice(0, offset).split('\n')
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  const message = '不是正确的 JSON，请检查引号、逗号和括号。'
  return { violations: [{ ...place, pointer: '', rule: 'json-syntax', message }] }
}

/** Reads with the full parser, whatever the layout. */
export function parseFully(text: string): Parsed {
  try {
    return readDocuments(text)
  } catch (error) {
    // Brackets inside brackets, thousands deep, exhaust the stack of the parser.
    if (!(error instanceof RangeError)) throw error
    return refuse('too-deep', '内容层次太多，读不下去。')
  }
}

function readDocuments(text: string): Parsed {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
    strict: true,
    schema: 'core',
    logLevel: 'silent',
  })
  if ('empty' in documents) return refuse('empty-file', '文件是空的。')
  const [document, second] = documents
  if (document === undefined) return refuse('empty-file', '文件是空的。')
  const source = new YamlSource(document, lines)
  const violations = [...document.errors, ...document.warnings].map((error) => toViolation(error, source))
  if (second) violations.push(describeSecond(second.range[0], source))
  violations.push(...findForbidden(document, source))
  if (violations.length > 0) return { violations: firstOfEachLine(violations) }
  const value: unknown = document.toJS()
  return value === null ? refuse('empty-file', '文件是空的。') : { value, source: () => source }
}

function toViolation(error: YAMLError, source: YamlSource): Violation {
  const rule = `yaml-${error.code.toLowerCase().replaceAll('_', '-')}`
  const pointer = error.code === 'DUPLICATE_KEY' ? source.pointerAt(error.pos[0]) : ''
  return { ...source.placeAt(error.pos[0]), pointer, rule, message: describeYamlError(error.code) }
}

/** One broken line often breaks a rule many times over. */
function firstOfEachLine(violations: readonly Violation[]): Violation[] {
  const first = new Map<string, Violation>()
  for (const violation of violations) {
    const key = `${violation.line} ${violation.rule}`
    if (!first.has(key)) first.set(key, violation)
  }
  return [...first.values()].slice(0, maximumSyntaxErrors)
}

function describeSecond(offset: number, source: YamlSource): Violation {
  const message = describeYamlError('MULTIPLE_DOCS')
  return { ...source.placeAt(offset), pointer: '', rule: 'yaml-multiple-docs', message }
}

/** Anchors and aliases (a small file can unfold into gigabytes), and numbers that JSON does not have. */
function findForbidden(document: Document.Parsed, source: YamlSource): Violation[] {
  const found: Violation[] = []
  const refuseAt = (offset: number | undefined, rule: string, message: string) => {
    const at = offset ?? 0
    found.push({ ...source.placeAt(at), pointer: source.pointerAt(at), rule, message })
  }
  visit(document, {
    Alias: (_key, node) => refuseAt(node.range?.[0], 'yaml-alias', '不支持引用（*），请把内容直接写在这里。'),
    Value: (_key, node) => {
      if (node.anchor) refuseAt(node.range?.[0], 'yaml-anchor', '不支持锚点（&），请删去。')
      if (node.tag) refuseAt(node.range?.[0], 'yaml-tag', '不支持“!”标记，请删去。')
      if ('value' in node && typeof node.value === 'number' && !Number.isFinite(node.value)) {
        refuseAt(node.range?.[0], 'yaml-number', '应为普通的数字。')
      }
    },
  })
  return found
}

function findTabs(text: string): Violation[] {
  if (!text.includes('\t')) return []
  const message = '有制表符（Tab），请改用空格。'
  const tabs = text.split('\n').map((line, index) => ({ line: index + 1, column: line.indexOf('\t') + 1 }))
  return tabs
    .filter(({ column }) => column > 0)
    .slice(0, maximumSyntaxErrors)
    .map((place) => ({ ...place, pointer: '', rule: 'yaml-tab', message }))
}

function refuse(rule: string, message: string): Parsed {
  return { violations: [{ line: 1, column: 1, pointer: '', rule, message }] }
}
