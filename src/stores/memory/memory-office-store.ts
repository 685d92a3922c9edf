import { CatalogError } from '../../domain/catalog-error.ts'
import type { RecordEntry } from '../../domain/office/record.ts'
import type { Change, CommitContext } from '../../ports/catalog-store.ts'
import {
  type OfficeChange,
  type OfficeDocument,
  type OfficeKey,
  type OfficeKind,
  type OfficePart,
  type OfficeQuery,
  type OfficeSnapshot,
  type OfficeStore,
  type OfficeWrite,
  officeKeys,
  officeKeysOf,
  type RecordQuery,
} from '../../ports/office-store.ts'
import { type CatalogueState, compareBytes } from './catalogue-state.ts'

type PrepareCommit = (
  changes: readonly Change[],
  context: CommitContext,
) => { next: CatalogueState; finish: () => void }

interface KeptDocument {
  kind: OfficeKind
  id: string
  revision: number
  updatedAt: string
  keys: Record<OfficeKey, string | null>
  /** JSON text, so that no caller holds a part of the store. */
  body: string
}

/** What the office keeps, in memory; `prepareCommit` answers the catalogue after some changes and how to make that real. */
export class MemoryOfficeStore implements OfficeStore {
  #documents = new Map<string, KeptDocument>()
  #record: readonly string[] = []
  readonly #prepareCommit: PrepareCommit

  constructor(prepareCommit: PrepareCommit) {
    this.#prepareCommit = prepareCommit
  }

  async find<Kind extends OfficeKind>(kind: Kind, id: string): Promise<OfficeDocument<Kind> | undefined> {
    this.#prepareCommit([], nobody)
    const kept = this.#documents.get(`${kind}/${id}`)
    return kept === undefined ? undefined : toDocument(kind, kept)
  }

  async list<Kind extends OfficeKind>(kind: Kind, query: OfficeQuery = {}): Promise<OfficeDocument<Kind>[]> {
    this.#prepareCommit([], nobody)
    return [...this.#documents.values()]
      .filter(
        (kept) => kept.kind === kind && officeKeys.every((key) => [undefined, kept.keys[key]].includes(query[key])),
      )
      .sort((a, b) => compareBytes(a.id, b.id))
      .map((kept) => toDocument(kind, kept))
  }

  async write({ at, changes, record, catalogue }: OfficeWrite): Promise<void> {
    const { next, finish } = this.#prepareCommit(catalogue?.changes ?? [], catalogue?.context ?? nobody)
    const documents = new Map(this.#documents)
    for (const change of changes) applyChange(documents, change, at)
    const entries = record?.(this.#entries().at(-1), catalogue && next.revision) ?? []
    finish()
    this.#documents = documents
    this.#record = [...this.#record, ...entries.map((entry) => JSON.stringify(entry))]
  }

  async newestEntry(): Promise<RecordEntry | undefined> {
    return this.#entries().at(-1)
  }

  async listRecord({ limit, before = Number.POSITIVE_INFINITY, ...filters }: RecordQuery): Promise<RecordEntry[]> {
    return this.#entries()
      .filter((entry) => entry.number < before)
      .filter((entry) => recordFilters.every((name) => [undefined, entry[name]].includes(filters[name])))
      .reverse()
      .slice(0, limit)
  }

  async *readRecord(after = 0, through = Number.POSITIVE_INFINITY): AsyncIterable<RecordEntry> {
    yield* this.#entries().filter(({ number }) => number > after && number <= through)
  }

  async snapshot(kinds: readonly OfficeKind[]): Promise<OfficeSnapshot> {
    const { next } = this.#prepareCommit([], nobody)
    const documents = [...this.#documents.values()]
      .filter(({ kind }) => kinds.includes(kind))
      .sort((a, b) => compareBytes(a.kind, b.kind) || compareBytes(a.id, b.id))
      .map((kept) => toDocument(kept.kind, kept))
    return { catalogueRevision: next.revision, newestEntry: this.#entries().length, documents }
  }

  async copyIn({ documents, entries }: OfficePart): Promise<void> {
    const [actual, first] = [this.#entries().length, entries[0]]
    if (first !== undefined && first.number !== actual + 1) {
      throw new CatalogError('stale-revision', { kind: 'record', id: 'main', expected: first.number - 1, actual })
    }
    for (const { body, ...document } of documents) {
      const kept = { ...document, keys: officeKeysOf(body), body: JSON.stringify(body) }
      this.#documents.set(`${document.kind}/${document.id}`, kept)
    }
    this.#record = [...this.#record, ...entries.map((entry) => JSON.stringify(entry))]
  }

  #entries(): RecordEntry[] {
    this.#prepareCommit([], nobody)
    return this.#record.map((entry) => JSON.parse(entry))
  }
}

const recordFilters = ['actor', 'subject', 'action'] as const
const nobody: CommitContext = { at: '', actor: '' }

function toDocument<Kind extends OfficeKind>(kind: Kind, kept: KeptDocument): OfficeDocument<Kind> {
  const { id, revision, updatedAt, body } = kept
  return { kind, id, revision, updatedAt, body: JSON.parse(body) }
}

function applyChange(documents: Map<string, KeptDocument>, change: OfficeChange, updatedAt: string): void {
  const { kind, id, expectedRevision: expected, body } = change
  const key = `${kind}/${id}`
  const actual = documents.get(key)?.revision ?? 0
  if (actual !== expected || (actual === 0 && body === null)) {
    throw new CatalogError('stale-revision', { kind, id, expected, actual })
  }
  if (body === null) documents.delete(key)
  else {
    const keys = officeKeysOf(body)
    documents.set(key, { kind, id, revision: actual + 1, updatedAt, keys, body: JSON.stringify(body) })
  }
}
