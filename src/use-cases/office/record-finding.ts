import type { RecordFinding } from '../../domain/office/record-fault.ts'

/** A finding that is about nothing but what is named. */
export function finding(kind: RecordFinding['kind'], about: Partial<RecordFinding> = {}): RecordFinding {
  return { kind, entry: null, subject: null, commit: null, ...about }
}
