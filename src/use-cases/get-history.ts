import { CatalogError, NotFoundError } from '../domain/catalog-error.ts'
import { changedFields } from '../domain/changed-fields.ts'
import type { LifeEvent } from '../domain/decisions/chronicle.ts'
import type { CatalogStore, Revision } from '../ports/catalog-store.ts'
import { nameDecision } from './answer-names.ts'
import type { AskStore } from './ask-store.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import type { HistoryEntry } from './use-cases.ts'

/** Every revision of an item with the fields that changed, and every decision that concerned it, newest first; also of an item that was removed. */
export function createGetHistory(store: CatalogStore, askStore: AskStore, currentCatalogue: CurrentCatalogue) {
  return async (code: string): Promise<HistoryEntry[]> => {
    const revisions = await askStore(() => store.revisions('item', code))
    if (revisions === undefined) throw new CatalogError('store-unavailable', { reason: '没有及时回答' })
    if (revisions.length === 0) throw new NotFoundError('item', code)
    const catalogue = await currentCatalogue()
    const events = catalogue.chronicle().lifeOf(code).toReversed()
    return [
      ...revisions.map((revision, index) => entryOfRevision(revision, revisions[index + 1]?.body ?? null)),
      ...events.map((event) => entryOfEvent(event, catalogue)),
    ].sort((one, other) => compareTexts(other.at, one.at))
  }
}

function entryOfRevision(
  { revision, updatedAt, actor, body }: Revision<'item'>,
  before: Revision<'item'>['body'],
): HistoryEntry {
  const changed = before === null || body === null ? [] : changedFields(before, body)
  return { kind: 'revision', id: String(revision), at: updatedAt, actor, changed, title: null, event: null }
}

/** Who changed an item and why since when: what a standing says of itself, not of the item. */
const ownWords = new Set(['/since', '/decision'])

function entryOfEvent({ day, kind, decision, before, after }: LifeEvent, catalogue: Catalogue): HistoryEntry {
  const issuer = catalogue.decisions.get(decision)?.body.issuer ?? decision
  const changed = changedFields(before, after).filter((field) => !ownWords.has(field))
  const { title } = nameDecision(catalogue, decision)
  return { kind: 'decision', id: decision, at: day, actor: issuer, changed, title, event: kind }
}

/** A day sorts before the moments of that day: it counts from its start. */
function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
