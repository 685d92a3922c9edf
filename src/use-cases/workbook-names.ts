import type { WorkbookPart } from '../ports/catalogue-files.ts'
import type { StoredCatalogue } from './check-batch.ts'
import type { GivenFields } from './given-by-decisions.ts'

/** A part of which it is known which document it is. */
export type PartAsDocument = WorkbookPart & { id: string }

/** Codes by agency and name, and the next free number of each agency. */
export class Numbering {
  readonly #byName = new Map<string, string>()
  readonly #highest = new Map<string, number>()

  constructor(parts: readonly WorkbookPart[], stored: StoredCatalogue, given: ReadonlyMap<string, GivenFields>) {
    for (const { body } of stored.items) {
      const { name = [], agency = [] } = given.get(body.code) ?? {}
      for (const one of [body.agency, ...agency])
        for (const called of [body.name, ...name]) this.#add(body.code, one, called)
    }
    for (const { kind, id, fields } of parts) {
      if (kind === 'item' && id !== null) this.#add(id, String(fields.agency ?? ''), String(fields.name ?? ''))
    }
  }

  /** The code of an item by its agency and name, a new one when there is none; `undefined`: it has not both. */
  findCode({ agency, name }: WorkbookPart['fields']): string | undefined {
    if (typeof agency !== 'string' || typeof name !== 'string') return undefined
    const known = this.#byName.get(`${agency} ${name}`)
    if (known !== undefined) return known
    const code = `${agency}-${String((this.#highest.get(agency) ?? 0) + 1).padStart(3, '0')}`
    this.#add(code, agency, name)
    return code
  }

  #add(code: string, agency: string, name: string): void {
    this.#byName.set(`${agency} ${name}`, code)
    const [, prefix = '', number = ''] = /^(.+)-(\d+)$/.exec(code) ?? []
    this.#highest.set(prefix, Math.max(this.#highest.get(prefix) ?? 0, Number(number)))
  }
}

/** Main items by their name and agency: those of the workbook before those that are stored. */
export class MainItems {
  readonly #codes = new Map<string, string>()

  constructor(parts: readonly PartAsDocument[], stored: StoredCatalogue) {
    for (const { body } of stored.items) this.#codes.set(`${body.agency} ${body.name}`, body.code)
    for (const { kind, id, names, fields } of parts) {
      if (kind === 'item' && names.mainItem === undefined) this.#codes.set(`${fields.agency} ${fields.name}`, id)
    }
  }

  /** The main item of a sub-item; none of both: it is no sub-item. */
  find({ fields, names }: PartAsDocument): { parent?: string; fault?: string } {
    if (names.mainItem === undefined) return {}
    const parent = this.#codes.get(`${fields.agency} ${names.mainItem}`)
    if (parent !== undefined) return { parent }
    return { fault: `找不到主项“${names.mainItem}”：请给主项单列一行，子项名称空着。` }
  }
}
