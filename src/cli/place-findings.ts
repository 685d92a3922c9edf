import { join } from 'node:path'
import type { Violation } from '../domain/catalog-error.ts'
import type { Finding } from '../domain/finding.ts'

/** A finding with the file it stands in, and its place there as far as it is known. */
export interface PlacedFinding extends Finding {
  file?: string
  /** 1-based. */
  line?: number
  column?: number
}

/** Findings in the order they came, each with its file in the catalogue folder, and line and column where that file can be read. */
export async function placeFindings(
  folder: string,
  findings: readonly Finding[],
  place: (violations: readonly Violation[]) => Promise<Violation[]>,
): Promise<PlacedFinding[]> {
  const asked = findings.map(({ subject, path, rule, message }) => {
    const file = fileOf(subject)
    return { file: join(folder, file), pointer: lists.has(file) ? '' : path, rule, message }
  })
  const places = new Map<string, Pick<PlacedFinding, 'line' | 'column'>>()
  for (const { file, pointer, line, column } of await place(asked)) {
    if (line !== undefined && column !== undefined) places.set(`${file} ${pointer}`, { line, column })
  }
  return findings.map((finding, index) => {
    const { file = '', pointer } = asked[index] ?? { pointer: '' }
    return { ...finding, file, ...places.get(`${file} ${pointer}`) }
  })
}

/** Lists of many subjects: a finding's pointer begins at its subject, not at the list. */
const lists: ReadonlySet<string> = new Set(['agencies.yaml', 'laws.yaml'])

/** Where a catalogue folder keeps a subject: an item by its code, a decision by the day its id begins with, agencies and laws in their lists. */
export function fileOf(subject: string): string {
  const agency = /^([a-z][a-z0-9]*)-\d{3,}$/.exec(subject)?.[1]
  if (agency !== undefined) return `items/${agency}/${subject}.yaml`
  if (/^\d{4}-\d{2}-\d{2}/.test(subject)) return `decisions/${subject}.yaml`
  if (subject === 'policy') return 'policy.yaml'
  return /^[a-z][a-z0-9]*$/.test(subject) ? 'agencies.yaml' : 'laws.yaml'
}
