import type { Finding, Severity } from './finding.ts'

/** How many findings of each kind. */
export type FindingCounts = Record<Severity, number>

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts: FindingCounts = { error: 0, warning: 0, hint: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** A rule and how often it finds something. */
export interface RankedRule {
  rule: string
  /** The sharpest that it was found with. */
  severity: Severity
  count: number
  /** How many items, agencies and decisions. */
  subjects: number
  /** The first finding, which stands for all. */
  example: Finding
}

const sharpestFirst: readonly Severity[] = ['error', 'warning', 'hint']

/** The rules that found something, the commonest first; of equally common ones in the order of their ids. */
export function rankRules(findings: readonly Finding[]): RankedRule[] {
  const byRule = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const known = byRule.get(finding.rule)
    if (known === undefined) byRule.set(finding.rule, [finding])
    else known.push(finding)
  }
  return [...byRule]
    .map(([rule, found]) => ({
      rule,
      severity: sharpestFirst.find((severity) => found.some((one) => one.severity === severity)) ?? found[0].severity,
      count: found.length,
      subjects: new Set(found.map(({ subject }) => subject)).size,
      example: found[0],
    }))
    .sort((one, other) => other.count - one.count || (one.rule < other.rule ? -1 : 1))
}
