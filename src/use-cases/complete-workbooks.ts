import type { Violation } from '../domain/catalog-error.ts'
import { type CellPlace, describeCell } from '../domain/cell-place.ts'
import type { DocumentKind } from '../ports/catalog-store.ts'
import type { ReadWorkbook, WorkbookPart } from '../ports/catalogue-files.ts'
import { checkDocument } from '../schema/check-document.ts'
import type { StoredCatalogue } from './check-batch.ts'
import type { BatchDocument } from './import-batch.ts'
import { layOver } from './lay-over.ts'
import { identifyItems } from './workbook-items.ts'
import type { PartAsDocument } from './workbook-names.ts'

/** Workbooks as documents of the catalogue, and what is wrong with them. */
export interface CompletedWorkbooks {
  documents: BatchDocument[]
  violations: Violation[]
  /** Kinds of which a document was refused. */
  broken: ReadonlySet<DocumentKind>
  /** Names the cell of each violation that speaks of a document of a workbook; others stay as they are. */
  place(violations: readonly Violation[]): Violation[]
}

/** A document of a workbook is spoken of by its book and itself until it is known which cell is meant. */
const nameIn = (file: string, { kind, id }: PartAsDocument) => `${file}#${kind}/${id}`

/**
 * Lays what workbooks say over what is stored: a field that a workbook does not hold, or says nothing of, keeps its stored value; a new document
 * gets the schema's defaults.
 */
export function completeWorkbooks(workbooks: readonly ReadWorkbook[], stored: StoredCatalogue): CompletedWorkbooks {
  const bodies = bodiesOf(stored)
  const owners = new Map<string, { file: string; part: PartAsDocument }>()
  const found: Found = { documents: [], violations: [], broken: new Set() }
  for (const { file, parts, faults } of workbooks) {
    const identified = identifyItems(parts, stored)
    const unclear = identified.violations.map(({ violation, part }) => placed(violation, file, part))
    found.violations.push(...faults, ...unclear)
    for (const part of identified.parts) {
      owners.set(nameIn(file, part), { file, part })
      complete(part, { file, faults, before: bodies.get(`${part.kind} ${part.id}`) }, found)
    }
  }
  const place = (violation: Violation) => {
    const owner = owners.get(violation.file ?? '')
    return owner === undefined ? violation : placed(violation, owner.file, owner.part)
  }
  return { ...found, place: (violations) => violations.map(place) }
}

interface Found {
  documents: BatchDocument[]
  violations: Violation[]
  broken: Set<DocumentKind>
}

function complete(
  part: PartAsDocument,
  { file, faults, before }: { file: string; faults: readonly Violation[]; before: unknown },
  { documents, violations, broken }: Found,
): void {
  const checked = checkDocument(part.kind, layOver(before, part.fields))
  if (checked.document === undefined) {
    broken.add(part.kind)
    violations.push(...told(checked.violations, file, part, faults))
  }
  // Kind and document belong together: the check has just said so.
  else documents.push({ file: nameIn(file, part), kind: part.kind, document: checked.document } as BatchDocument)
}

/** What is stored, by kind and id. */
function bodiesOf({ items, decisions, agencies, laws }: StoredCatalogue): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['agencies main', agencies],
    ['laws main', laws],
    ...items.map(({ id, body }) => [`item ${id}`, body] as const),
    ...decisions.map(({ id, body }) => [`decision ${id}`, body] as const),
  ])
}

/** What a schema says of a field whose cell could not be read has been told already. */
function told(
  violations: readonly Violation[],
  file: string,
  part: WorkbookPart,
  faults: readonly Violation[],
): Violation[] {
  const unreadable = new Set(faults.map(({ sheet, line, column }) => `${sheet} ${line} ${column}`))
  return violations
    .map((violation) => placed(violation, file, part))
    .filter(({ sheet, line, column }) => !unreadable.has(`${sheet} ${line} ${column}`))
}

function placed(violation: Violation, file: string, part: WorkbookPart): Violation {
  const { pointer, rule, message } = violation
  const place = findPlace(part.places, pointer)
  if (place === undefined) return { ...violation, file }
  const { sheet, row: line, column } = place
  return { file, sheet, line, column, pointer, rule, message: `${describeCell(place)}：${message}` }
}

/** The place of a field, or of the part of the document in which it would stand. */
function findPlace(places: WorkbookPart['places'], pointer: string): CellPlace | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at)
    if (place !== undefined || at === '') return place
  }
}
