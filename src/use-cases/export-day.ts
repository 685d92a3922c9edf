import { type CatalogueOnDay, writeChronicle } from '../domain/decisions/chronicle.ts'
import { forceOf } from '../domain/decisions/decision-parts.ts'
import { isInCatalogue } from '../domain/decisions/standing.ts'
import type { WritableDocument } from '../ports/catalogue-files.ts'
import type { AdjustmentDecision, ApprovalItem, Day } from '../schema/types.ts'
import { bodyOn } from './day-view.ts'

/**
 * What a catalogue needs to be on a day what the stored one was on it: the decisions in force, and the items that had come in by then.
 *
 * Items keep the name, agency and type of their files, for the decisions written beside them change those again. A main item that had not come in
 * yet is no main item on that day.
 */
export function documentsInForce(documents: readonly WritableDocument[], day: Day): WritableDocument[] {
  const standings = standingsOn(documents, day)
  const hasCome = (code: string) => (standings.get(code)?.state ?? 'planned') !== 'planned'
  return documents.flatMap((entry): WritableDocument[] => {
    if (entry.kind === 'decision') return isInForce(entry.document, day) ? [entry] : []
    if (entry.kind !== 'item') return [entry]
    const { code, parent } = entry.document
    if (!hasCome(code)) return []
    const isAlone = parent !== null && !hasCome(parent)
    return [isAlone ? { kind: 'item', document: { ...entry.document, parent: null } } : entry]
  })
}

/** The items in the catalogue on a day, suspended ones as well, with their name, agency and type of that day; no decisions. */
export function itemsInCatalogue(documents: readonly WritableDocument[], day: Day): WritableDocument[] {
  const standings = standingsOn(documents, day)
  return documents.flatMap((entry): WritableDocument[] => {
    if (entry.kind === 'decision') return []
    if (entry.kind !== 'item') return [entry]
    const standing = standings.get(entry.document.code)
    if (standing === undefined || !isInCatalogue(standing)) return []
    return [{ kind: 'item', document: bodyOn({ body: entry.document, standing }) }]
  })
}

function standingsOn(documents: readonly WritableDocument[], day: Day): CatalogueOnDay {
  const items: ApprovalItem[] = []
  const decisions: AdjustmentDecision[] = []
  for (const entry of documents) {
    if (entry.kind === 'item') items.push(entry.document)
    if (entry.kind === 'decision') decisions.push(entry.document)
  }
  return writeChronicle(items, decisions).on(day)
}

function isInForce(decision: AdjustmentDecision, day: Day): boolean {
  const force = forceOf(decision)
  return force !== undefined && force.from <= day && (force.to === null || day < force.to)
}
