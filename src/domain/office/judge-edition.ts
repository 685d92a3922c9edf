import type { Violation } from '../catalog-error.ts'
import { editionFields } from '../editions/edition-fields.ts'
import type { Finding } from '../finding.ts'

/** What schema, references and rules say of an edition. */
export interface Judgement {
  findings: Finding[]
  /** What keeps it from being stored as an item. */
  violations: Violation[]
}

/** What stands between an edition and its next step. */
export interface Gate {
  /** Must be mended first. */
  blocking: Violation[]
  /** May stay, with a reason. */
  warnings: Finding[]
}

/**
 * Whether an edition may go on: what breaks the schema and errors of the rules in what the agency writes block it, warnings need a reason.
 *
 * Errors elsewhere, in the list that the reform office keeps, are not the agency's to mend and do not hold its guide up.
 */
export function openGate({ findings, violations }: Judgement): Gate {
  const own = findings.filter(({ path }) => isOfEdition(path))
  const errors = own.filter(({ severity }) => severity === 'error')
  return {
    blocking: [
      ...violations,
      ...errors.map(({ path, rule, message, mend }) => ({
        pointer: path,
        rule,
        message: mend === undefined ? message : `${message}${mend}`,
      })),
    ],
    warnings: own.filter(({ severity }) => severity === 'warning'),
  }
}

/** Whether a place in an item belongs to what its agency writes. */
export function isOfEdition(pointer: string): boolean {
  const field = pointer.split('/')[1]
  return editionFields.some((name) => name === field)
}
