import type { Option } from '../../../src/web/office/form/form-nodes.ts'
import type { FormValues } from '../../../src/web/office/form/form-values.ts'
import { rowNumbers, textAt } from '../../../src/web/office/form/form-values.ts'
import type { SafeHtml } from '../../parts/markdown.tsx'

/** A line beside a field: what is wrong with it, or what a rule says of it. */
export interface FieldLine {
  severity: 'error' | 'warning' | 'hint'
  message: string
  /** The law or standard behind it. */
  basis?: string | null
}

/** What a form shows. */
export interface FormState {
  values: FormValues
  /** By name of the field. */
  lines: ReadonlyMap<string, readonly FieldLine[]>
  agencies: readonly Option[]
  /** Titles in the register of laws. */
  laws: readonly string[]
  /** Rows of the procedure, to be referred to by their marks. */
  lanes: readonly Option[]
  steps: readonly Option[]
  prose: (markdown: string) => SafeHtml
  /** Name of the row or list at which one goes on after a change of rows. */
  goTo?: string | undefined
}

/** Id of the field of a name, as the summary of errors links to it. */
export function idOf(name: string): string {
  return `f-${name.replaceAll('.', '-')}`
}

/** Rows of a list of the procedure, to be referred to by their marks. */
export function rowsToChoose(values: FormValues, list: 'lanes' | 'steps'): Option[] {
  const numbers = rowNumbers(values).get(`procedure.${list}`) ?? []
  return numbers.map((number) => ({
    value: textAt(values, `procedure.${list}.${number}.id`),
    label: textAt(values, `procedure.${list}.${number}.name`) || `第 ${number + 1} 项`,
  }))
}
