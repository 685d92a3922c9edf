/**
 * Something the caller got wrong or the catalogue cannot do: a kebab-case code and facts as fields.
 *
 * It knows nothing of HTTP and carries no sentence for the reader; `web/problems.ts` and `cli/` find the Chinese words by `code`.
 */
export class CatalogError extends Error {
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: string, facts: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(facts)}`, options)
    this.name = 'CatalogError'
    this.code = code
    this.facts = facts
  }
}

/** Nothing of that kind has that identifier. Facts: `kind`, `id`. */
export class NotFoundError extends CatalogError {
  constructor(kind: string, id: string) {
    super('not-found', { kind, id })
  }
}

/** One thing wrong with an input, and where. */
export interface Violation {
  /** File as the user named it; absent for a request. */
  file?: string
  /** Name of the sheet, in a workbook; line and column are those of the cell then. */
  sheet?: string
  /** 1-based, when the text is known. */
  line?: number
  column?: number
  /** JSON pointer into the document, or the name of a query parameter. */
  pointer: string
  /** What was broken: the keyword of the schema, or the id of a rule. */
  rule: string
  /** A sentence in Chinese that says what is wrong and how to mend it. */
  message: string
}

/** An input was refused whole; nothing of it was stored. Every violation is named. */
export class InputRefusedError extends CatalogError {
  readonly violations: readonly Violation[]

  constructor(violations: readonly Violation[]) {
    super('input-refused', { count: violations.length })
    this.violations = violations
  }
}
