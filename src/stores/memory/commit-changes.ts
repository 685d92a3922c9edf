import { CatalogError } from '../../domain/catalog-error.ts'
import type { Change, CommitContext } from '../../ports/catalog-store.ts'
import { type CatalogueState, findPresent, type ItemRecord, keyOf } from './catalogue-state.ts'

/** The state after all changes; the given one is left as it is. See `CatalogStore.commit`. */
export function commitChanges(
  state: CatalogueState,
  changes: readonly Change[],
  context: CommitContext,
): CatalogueState {
  refuseStaleCatalogue(state.revision, context.seenCatalogueRevision)
  if (changes.length === 0) return state
  const next = { revision: state.revision + 1, histories: new Map(state.histories), items: new Map(state.items) }
  for (const [position, change] of changes.entries()) applyChange(next, change, { ...context, position })
  refuseDuplicateCodes(next, changes)
  return next
}

function refuseStaleCatalogue(actual: number, expected = actual): void {
  if (actual !== expected) throw new CatalogError('stale-revision', { kind: 'catalogue', expected, actual })
}

function applyChange(
  state: CatalogueState,
  change: Change,
  { at, actor, position }: CommitContext & { position: number },
): void {
  const { kind, id, expectedRevision } = change
  const actual = findPresent(state, kind, id)?.revision ?? 0
  const removesNothing = actual === 0 && change.body === null
  if (actual !== expectedRevision || removesNothing) {
    throw new CatalogError('stale-revision', { kind, id, expected: expectedRevision, actual })
  }
  const history = state.histories.get(keyOf(kind, id)) ?? []
  const revision = (history.at(-1)?.revision ?? 0) + 1
  const body = change.body === null ? null : JSON.stringify(change.body)
  const index = change.kind === 'item' && body !== null ? structuredClone(change.index) : null
  const place = { commit: state.revision, position }
  state.histories.set(keyOf(kind, id), [
    ...history,
    { kind, id, revision, updatedAt: at, actor, body, ...place, index },
  ])
  if (change.kind === 'item') replaceItem(state, change, at)
}

function replaceItem(state: CatalogueState, change: Extract<Change, { kind: 'item' }>, updatedAt: string): void {
  state.items.delete(change.id)
  if (change.body === null) return
  const { agency, catalogCode, implementationCode } = change.body
  const index = structuredClone(change.index)
  state.items.set(change.id, { id: change.id, updatedAt, index, agency, catalogCode, implementationCode })
}

/** Looks at the end only, so that two items may exchange their codes. */
function refuseDuplicateCodes(state: CatalogueState, changes: readonly Change[]): void {
  const changed = new Set(changes.flatMap(({ kind, id }) => (kind === 'item' ? [id] : [])))
  const holders = new Map<string, string>()
  const claim = (item: ItemRecord) => {
    for (const [field, value, scope] of codesOf(item)) {
      const key = JSON.stringify([field, scope, value])
      const id = holders.get(key)
      if (id !== undefined) throw new CatalogError('duplicate-code', { field, value, id })
      holders.set(key, item.id)
    }
  }
  for (const item of state.items.values()) if (!changed.has(item.id)) claim(item)
  for (const id of changed) {
    const item = state.items.get(id)
    if (item !== undefined) claim(item)
  }
}

function codesOf({ agency, catalogCode, implementationCode }: ItemRecord): [string, string, string][] {
  const codes: [string, string, string][] = []
  if (implementationCode !== null) codes.push(['implementationCode', implementationCode, ''])
  if (catalogCode !== null) codes.push(['catalogCode', catalogCode, agency])
  return codes
}
