import type { Violation } from '../domain/catalog-error.ts'
import type { Finding, Severity } from '../domain/finding.ts'
import { rules } from '../domain/rules/rules.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
}

/**
 * Findings as a SARIF 2.1.0 log, as code hosts read it. Files are named relative to the catalogue folder, places by JSON pointer.
 *
 * `violations`: what kept a folder from being checked at all; they carry lines and columns.
 */
export function sarifOf(findings: readonly Finding[], violations: readonly Violation[] = []) {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'banshi', language: 'zh-CN', rules: rules.map(describeRule) } },
        columnKind: 'unicodeCodePoints',
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
    help: { text: basis === null ? mend : `${mend}（${basis}）` },
    defaultConfiguration: { level: levels[severity] },
  }
}

function resultOf({ rule, severity, subject, path, message, mend }: Finding, index: number | undefined) {
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[severity],
    message: { text: mend === undefined ? message : `${message}${mend}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: fileOf(subject) } },
        logicalLocations: [{ fullyQualifiedName: `${subject}${path}` }],
      },
    ],
    partialFingerprints: { banshi: `${rule} ${subject} ${path}` },
  }
}

function resultOfViolation({ file, line, column, rule, message, pointer }: Violation) {
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }
  return {
    ruleId: rule,
    level: 'error',
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file ?? '') }, ...region },
        logicalLocations: [{ fullyQualifiedName: pointer }],
      },
    ],
  }
}

/** Where the catalogue folder keeps a subject: an item by its code, a decision by the day its id begins with, agencies and laws in their lists. */
function fileOf(subject: string): string {
  const agency = /^([a-z][a-z0-9]*)-\d{3,}$/.exec(subject)?.[1]
  if (agency !== undefined) return `items/${agency}/${subject}.yaml`
  if (/^\d{4}-\d{2}-\d{2}/.test(subject)) return uriOf(`decisions/${subject}.yaml`)
  if (subject === 'policy') return 'policy.yaml'
  return /^[a-z][a-z0-9]*$/.test(subject) ? 'agencies.yaml' : 'laws.yaml'
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
