import type { Violation } from '../../domain/catalog-error.ts'
import { type CellPlace, columnName, describeCell } from '../../domain/cell-place.ts'
import type { Finding } from '../../domain/finding.ts'
import type { WorkbookPart } from '../../ports/catalogue-files.ts'
import type { Fields } from './entry-paths.ts'
import type { Sheet } from './sheet.ts'

/** A part that grows with the rows that speak of it. */
export interface GrowingPart extends WorkbookPart {
  fields: Fields
  places: Map<string, CellPlace>
}

/** Puts the parts of a workbook together, row by row. */
export class PartBuilder {
  readonly faults: Violation[] = []
  readonly notes: Finding[] = []
  readonly #file: string
  readonly #parts = new Map<string, GrowingPart>()
  readonly #firstRows = new Map<string, number>()

  constructor(file: string) {
    this.#file = file
  }

  get parts(): GrowingPart[] {
    return [...this.#parts.values()]
  }

  /** The part of a document; `id` null: a new one for each row. */
  partOf(kind: WorkbookPart['kind'], id: string | null, place: CellPlace): GrowingPart {
    const key = id === null ? `${kind} row ${place.sheet} ${place.row}` : `${kind} ${id}`
    const found = this.#parts.get(key)
    if (found !== undefined) return found
    const part: GrowingPart = { kind, id, fields: {}, names: {}, places: new Map([['', place]]) }
    this.#parts.set(key, part)
    return part
  }

  /** The row in which a sheet of one row a document told of it before; `undefined`: it did not. */
  earlierRow({ name }: Sheet, id: string, row: number): number | undefined {
    const key = `${name} ${id}`
    const earlier = this.#firstRows.get(key)
    if (earlier === undefined) this.#firstRows.set(key, row)
    return earlier
  }

  /** Notes a cell that cannot be read; `reason`: without the full stop. */
  fault(place: CellPlace, pointer: string, reason: string): void {
    const { row: line, column, sheet } = place
    const message = `${describeCell(place)}：${reason}。`
    this.faults.push({ file: this.#file, sheet, line, column, pointer, rule: 'unreadable-cell', message })
  }

  note(rule: string, place: CellPlace, message: string): void {
    const path = `${place.sheet}!${columnName(place.column)}${place.row}`
    this.notes.push({ rule, severity: 'hint', subject: this.#file, path, message, basis: null })
  }
}
