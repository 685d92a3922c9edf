import type { FieldLine } from '../../../../views/office/form/form-state.ts'
import { isOfEdition, type Judgement } from '../../../domain/office/judge-edition.ts'
import { locateField } from './locate-field.ts'
import type { FormReading } from './read-form.ts'
import { sayViolation } from './say-violation.ts'

/** What is said of a form: beside its fields, by their names, and of the guide as a whole. */
export interface FormLines {
  beside: Map<string, FieldLine[]>
  general: FieldLine[]
}

/** Places that are no fields of their own: what is said of them is said of the whole. */
const wholes: readonly string[] = ['', 'guide', 'procedure']

/** What could not be read, what breaks the schema and what the rules say, each at its field in the form that was read. */
export function linesBeside({ content, problems, rows }: FormReading, { findings, violations }: Judgement): FormLines {
  const lines: FormLines = { beside: new Map(), general: [] }
  // What is said of an empty field would be wrong of one that is filled in and was not understood.
  const unread = new Set(problems.filter(({ severity }) => severity === 'error').map(({ name }) => name))
  for (const { name, severity, message } of problems) put(lines, name, { severity, message })
  for (const violation of violations) {
    const { name } = locateField(violation.pointer, rows)
    if (!unread.has(name)) put(lines, name, { severity: 'error', message: sayViolation(content, violation) })
  }
  for (const { path, severity, message, mend, basis } of findings.filter((finding) => isOfEdition(finding.path))) {
    const { name } = locateField(path, rows)
    if (!unread.has(name)) put(lines, name, { severity, message: mend ? `${message}${mend}` : message, basis })
  }
  return lines
}

function put({ beside, general }: FormLines, name: string, line: FieldLine): void {
  const there = wholes.includes(name) ? general : (beside.get(name) ?? [])
  if (there.some(({ message }) => message === line.message)) return
  there.push(line)
  if (!wholes.includes(name)) beside.set(name, there)
}
