import { CatalogError } from '../../domain/catalog-error.ts'
import type {
  CatalogStore,
  Change,
  CommitContext,
  DocumentKind,
  ItemPage,
  ItemQuery,
  LogEntry,
  LogRange,
  Picture,
  Revision,
  Stored,
} from '../../ports/catalog-store.ts'
import { type CatalogueState, compareBytes, findPresent, keyOf, type RevisionRecord } from './catalogue-state.ts'
import { commitChanges } from './commit-changes.ts'
import { listItems } from './list-items.ts'
import { MemoryOfficeStore } from './memory-office-store.ts'
import { MemoryTermIndex } from './memory-term-index.ts'

/** An empty catalogue that lives as long as the process: for tests and for checks of a folder. */
export async function openMemoryCatalogStore(): Promise<CatalogStore> {
  return new MemoryCatalogStore()
}

/** The catalogue in memory; differs from the other stores in nothing but that it forgets. */
class MemoryCatalogStore implements CatalogStore {
  #state: CatalogueState = { revision: 0, histories: new Map(), items: new Map() }
  readonly #pictures = new Map<string, string>()
  #open = true
  readonly office = new MemoryOfficeStore((changes, context) => {
    const next = commitChanges(this.#current(), changes, context)
    const finish = () => {
      this.#state = next
    }
    return { next, finish }
  })

  readonly terms = new MemoryTermIndex(() => this.#current())

  async catalogueRevision(): Promise<number> {
    return this.#current().revision
  }

  async find<Kind extends DocumentKind>(kind: Kind, id: string): Promise<Stored<Kind> | undefined> {
    const record = findPresent(this.#current(), kind, id)
    return record === undefined ? undefined : toStored(kind, record)
  }

  async list<Kind extends DocumentKind>(kind: Kind): Promise<Stored<Kind>[]> {
    return [...this.#current().histories.values()]
      .flatMap((history) => history.at(-1) ?? [])
      .filter((record) => record.kind === kind && record.body !== null)
      .sort((a, b) => compareBytes(a.id, b.id))
      .map((record) => toStored(kind, record))
  }

  async listItems(query: ItemQuery): Promise<ItemPage> {
    const state = this.#current()
    return listItems(state.items.values(), query, (id) => {
      const record = findPresent(state, 'item', id)
      return record === undefined ? [] : [toStored('item', record)]
    })
  }

  async revisions<Kind extends DocumentKind>(kind: Kind, id: string): Promise<Revision<Kind>[]> {
    const history = this.#current().histories.get(keyOf(kind, id)) ?? []
    return history.map((record) => toRevision(kind, record)).reverse()
  }

  async commit(changes: readonly Change[], context: CommitContext): Promise<number> {
    this.#state = commitChanges(this.#current(), changes, context)
    return this.#state.revision
  }

  async *readLog({ after, through }: LogRange): AsyncIterable<LogEntry> {
    const records = [...this.#current().histories.values()]
      .flat()
      .filter(({ commit }) => commit > after && commit <= through)
      .sort((a, b) => a.commit - b.commit || a.position - b.position)
    // What a kind's body looks like was settled when it was committed.
    for (const record of records) yield { ...record, body: JSON.parse(record.body ?? 'null') } as LogEntry
  }

  async countLog({ after, through }: LogRange): Promise<number> {
    const records = [...this.#current().histories.values()].flat()
    return records.filter(({ commit }) => commit > after && commit <= through).length
  }

  async findPicture(key: string): Promise<string | undefined> {
    this.#current()
    return this.#pictures.get(key)
  }

  async hasPicture(key: string): Promise<boolean> {
    this.#current()
    return this.#pictures.has(key)
  }

  async savePicture(key: string, content: string): Promise<void> {
    this.#current()
    if (!this.#pictures.has(key)) this.#pictures.set(key, content)
  }

  async *readPictures(): AsyncIterable<Picture> {
    this.#current()
    const sorted = [...this.#pictures].sort(([a], [b]) => compareBytes(a, b))
    for (const [key, content] of sorted) yield { key, content }
  }

  async close(): Promise<void> {
    this.#open = false
  }

  #current(): CatalogueState {
    if (!this.#open) throw new CatalogError('store-unavailable', { reason: '数据库已关闭' })
    return this.#state
  }
}

/** The body is what `commit` wrote, so that its shape is the one of its kind; each reading makes a copy of its own. */
function toRevision<Kind extends DocumentKind>(kind: Kind, record: RevisionRecord): Revision<Kind> {
  const { id, revision, updatedAt, actor, body } = record
  return { kind, id, revision, updatedAt, actor, body: body === null ? null : JSON.parse(body) }
}

function toStored<Kind extends DocumentKind>(kind: Kind, record: RevisionRecord): Stored<Kind> {
  const { id, revision, updatedAt, body } = record
  return { kind, id, revision, updatedAt, body: JSON.parse(body ?? 'null') }
}
