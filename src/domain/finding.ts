export type Severity = 'error' | 'warning' | 'hint'

/** What a rule says of one place in the catalogue. */
export interface Finding {
  /** Id of the rule, as in `TIM-04`. */
  rule: string
  severity: Severity
  /** Code of the item, or id of the decision, agency or law. */
  subject: string
  /** JSON pointer inside the subject. */
  path: string
  /** A sentence in Chinese with its facts filled in. */
  message: string
  /** The law behind it, as in `行政许可法第四十二条`; `null`: a rule of this project. */
  basis: string | null
  /** A sentence in Chinese that says what to do. */
  mend?: string
}
