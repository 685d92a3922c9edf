import { isAbsolute, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Violation } from '../domain/catalog-error.ts'
import type { Severity } from '../domain/finding.ts'
import { rules } from '../domain/rules/rules.ts'
import { fileOf, type PlacedFinding } from './place-findings.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
}

/**
 * Findings as a SARIF 2.1.0 log, as code hosts read it.
 *
 * Files are named from the working directory, which code hosts take for the root of the repository, or whole when they lie outside it; the
 * files of a store, as its export would name them. `violations`: what kept a folder from being checked at all.
 */
export function sarifOf(findings: readonly PlacedFinding[], violations: readonly Violation[] = []) {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'banshi', language: 'zh-CN', rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((finding) => resultOf(finding, indexOf.get(finding.rule))),
          ...violations.map(resultOfViolation),
        ],
      },
    ],
  }
}

function describeRule({ id, severity, message, mend, basis }: (typeof rules)[number]) {
  return {
    id,
    shortDescription: { text: message },
    fullDescription: { text: basis === null ? message : `${message}（${basis}）` },
    help: { text: mend },
    defaultConfiguration: { level: levels[severity] },
  }
}

function resultOf(finding: PlacedFinding, index: number | undefined) {
  const { rule, severity, subject, path, message, mend, file = fileOf(subject) } = finding
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[severity],
    message: { text: mend === undefined ? message : `${message}${mend}` },
    locations: [locationOf({ ...finding, file }, `${subject}${path}`)],
    partialFingerprints: { banshi: `${rule} ${subject} ${path}` },
  }
}

function resultOfViolation(violation: Violation) {
  const { rule, message, pointer } = violation
  return { ruleId: rule, level: 'error', message: { text: message }, locations: [locationOf(violation, pointer)] }
}

function locationOf({ file, line, column }: Pick<Violation, 'file' | 'line' | 'column'>, name: string) {
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }
  const place = file === undefined ? {} : { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } }
  return { ...place, logicalLocations: [{ fullyQualifiedName: name }] }
}

function uriOf(file: string): string {
  const path = relative('', file)
  if (isAbsolute(path) || path.startsWith('..')) return pathToFileURL(file).href
  return path.split(sep).map(encodeURIComponent).join('/')
}
