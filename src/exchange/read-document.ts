import { extname } from 'node:path'
import type { Violation } from '../domain/catalog-error.ts'
import type { ReadDocument, ReadFile } from '../ports/catalogue-files.ts'
import { checkInPlace } from '../schema/check-document.ts'
import type { CheckedKind } from '../schema/schema-files.ts'
import { kindOfValue } from './document-kind.ts'
import type { ListedFile } from './list-files.ts'
import type { Parsed } from './parse-yaml.ts'
import { parseJson, parseYaml } from './parse-yaml.ts'
import { readText } from './read-text.ts'

/** Reads and checks a file that was listed, or says why it was not to be read. */
export function readListedFile({ file, kind, violation }: ListedFile): ReadFile {
  return violation ? { file, violations: [violation] } : readDocument(file, kind)
}

/** Reads and checks one file. `expected`: its kind by its path; without it the content decides. */
function readDocument(file: string, expected?: CheckedKind): ReadFile {
  const parsed = parseFile(file)
  if (parsed.violations) return { file, ...(expected && { kind: expected }), violations: parsed.violations }
  const kind = expected ?? kindOfValue(parsed.value)
  if (kind === undefined) return { file, violations: [refuseUnknown(file)] }
  const checked = checkInPlace(kind, parsed.value)
  if (checked.violations) return { file, kind, violations: placeViolations(file, checked.violations, parsed) }
  // The kind and the document belong together: the check has just said so.
  return { file, kind, document: checked.document } as ReadDocument
}

/** Adds line and column to violations of one file; a file that cannot be read any more leaves them as they are. */
export function placeInFile(file: string, violations: readonly Violation[]): Violation[] {
  return placeViolations(file, violations, parseFile(file))
}

function parseFile(file: string): Parsed {
  const { text, violation } = readText(file)
  if (violation) return { violations: [violation] }
  const parsed = extname(file).toLowerCase() === '.json' ? parseJson(text) : parseYaml(text)
  if (!parsed.violations) return parsed
  return { violations: parsed.violations.map((found) => ({ file, ...found })) }
}

function placeViolations(file: string, violations: readonly Violation[], { source }: Parsed): Violation[] {
  const places = source?.()
  return violations.map((violation) => {
    const atKey = violation.rule === 'additionalProperties'
    return { file, ...places?.placeOf(violation.pointer, atKey), ...violation }
  })
}

function refuseUnknown(file: string): Violation {
  const message = '看不出这是什么文件：它不像事项、决定，也不像机构、法规、区划或政策文件。'
  return { file, line: 1, column: 1, pointer: '', rule: 'unknown-document', message }
}
