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
import { type CommitLimits, commitChanges } from './commit-changes.ts'
import { listItems } from './list-items.ts'
import { type ConnectionOptions, type MongoConnection, openMongoConnection } from './mongo-connection.ts'
import { MongoOfficeStore } from './mongo-office-store.ts'
import { MongoTermIndex } from './mongo-term-index.ts'
import { countLog, readLog, readPictures } from './read-log.ts'
import { type StateRecord, toRevision, toStored, visibleAt } from './records.ts'
import { isDuplicateKey } from './translate-mongo-error.ts'
import { readCatalogue } from './writer-turn.ts'

export type MongoStoreOptions = Partial<CommitLimits> & ConnectionOptions

/** A transaction of this size lasts well under a second, sixty are allowed; a stalled writer has missed twenty of its parts. */
const limits: CommitLimits = { changesPerTransaction: 1000, charactersPerTransaction: 4_000_000, stallLimit: 15_000 }
/** Longest time for reading one document, in milliseconds. */
const maxTimeMS = 10_000

/**
 * Opens the catalogue in a MongoDB database of its own; any number of processes may have it open at once.
 *
 * @throws CatalogError `store-unavailable` · `store-too-new` (facts: `version`, `supported`).
 */
export async function openMongoCatalogStore(uri: string, options: MongoStoreOptions = {}): Promise<CatalogStore> {
  return new MongoCatalogStore(await openMongoConnection(uri, options), { ...limits, ...options })
}

/** The catalogue in MongoDB (every commit confirmed by a majority of the replica set before it is acknowledged). */
class MongoCatalogStore implements CatalogStore {
  readonly #connection: MongoConnection
  readonly #limits: CommitLimits
  readonly office: MongoOfficeStore
  readonly terms: MongoTermIndex
  /** Writers of one process take turns here, where it costs nothing. */
  #lastCommit: Promise<unknown> = Promise.resolve()

  constructor(connection: MongoConnection, limits: CommitLimits) {
    this.#connection = connection
    this.#limits = limits
    this.office = new MongoOfficeStore(connection, limits)
    this.terms = new MongoTermIndex(connection)
  }

  catalogueRevision(): Promise<number> {
    return this.#connection.guard(() => this.#revision())
  }

  find<Kind extends DocumentKind>(kind: Kind, id: string): Promise<Stored<Kind> | undefined> {
    return this.#connection.guard(async () => {
      const filter = { kind, id, ...visibleAt(await this.#revision()) }
      const record = await this.#connection.states.findOne(filter, null, { maxTimeMS }).lean<StateRecord>()
      return record === null ? undefined : toStored(kind, record)
    })
  }

  list<Kind extends DocumentKind>(kind: Kind): Promise<Stored<Kind>[]> {
    return this.#connection.guard(async () => {
      const filter = { kind, ...visibleAt(await this.#revision()) }
      const records = await this.#connection.states.find(filter, null, { sort: { id: 1 } }).lean<StateRecord[]>()
      return records.map((record) => toStored(kind, record))
    })
  }

  listItems(query: ItemQuery): Promise<ItemPage> {
    return this.#connection.guard(() => listItems(this.#connection, query))
  }

  revisions<Kind extends DocumentKind>(kind: Kind, id: string): Promise<Revision<Kind>[]> {
    return this.#connection.guard(async () => {
      const filter = { kind, id, since: { $lte: await this.#revision() } }
      const newestFirst = { sort: { revision: -1 }, maxTimeMS } as const
      const records = await this.#connection.states.find(filter, null, newestFirst).lean<StateRecord[]>()
      return records.map((record) => toRevision(kind, record))
    })
  }

  commit(changes: readonly Change[], context: CommitContext): Promise<number> {
    const write = () => commitChanges(this.#connection, changes, { ...context, limits: this.#limits })
    const commit = this.#lastCommit.then(() => this.#connection.guard(write))
    this.#lastCommit = commit.catch(() => undefined)
    return commit
  }

  readLog(range: LogRange): AsyncIterable<LogEntry> {
    return readLog(this.#connection, range)
  }

  countLog(range: LogRange): Promise<number> {
    return this.#connection.guard(() => countLog(this.#connection, range))
  }

  findPicture(key: string): Promise<string | undefined> {
    return this.#connection.guard(async () => {
      const picture = await this.#connection.pictures.findById(key, null, { maxTimeMS }).lean()
      return picture?.content
    })
  }

  hasPicture(key: string): Promise<boolean> {
    return this.#connection.guard(async () => {
      const found = await this.#connection.pictures.findById(key, { _id: 1 }, { maxTimeMS }).lean()
      return found !== null
    })
  }

  savePicture(key: string, content: string): Promise<void> {
    return this.#connection.guard(async () => {
      try {
        await this.#connection.run(() => this.#connection.pictures.insertMany([{ _id: key, content }]))
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
      }
    })
  }

  readPictures(): AsyncIterable<Picture> {
    return readPictures(this.#connection)
  }

  close(): Promise<void> {
    return this.#connection.close()
  }

  async #revision(): Promise<number> {
    return (await readCatalogue(this.#connection)).revision
  }
}
