import type { RecordEntry } from '../../domain/office/record.ts'
import {
  type OfficeDocument,
  type OfficeKind,
  type OfficePart,
  type OfficeQuery,
  type OfficeSnapshot,
  type OfficeStore,
  type OfficeWrite,
  officeKeys,
  type RecordQuery,
} from '../../ports/office-store.ts'
import type { CommitLimits } from './commit-changes.ts'
import type { MongoConnection } from './mongo-connection.ts'
import type { EntryRecord, OfficeRecord } from './records.ts'
import { copyIn, toEntry, writeOffice } from './write-office.ts'
import { readCatalogue } from './writer-turn.ts'

/** Longest time for reading one document, in milliseconds. */
const maxTimeMS = 10_000
/** Entries read at once when the whole record is read. */
const portion = 1000

/** The office's documents and the record in the database of the catalogue. */
export class MongoOfficeStore implements OfficeStore {
  readonly #connection: MongoConnection
  readonly #limits: CommitLimits
  /** Writers of one process take turns here, where it costs nothing. */
  #lastWrite: Promise<unknown> = Promise.resolve()

  constructor(connection: MongoConnection, limits: CommitLimits) {
    this.#connection = connection
    this.#limits = limits
  }

  find<Kind extends OfficeKind>(kind: Kind, id: string): Promise<OfficeDocument<Kind> | undefined> {
    return this.#connection.guard(async () => {
      const record = await this.#connection.office.findById(`${kind}/${id}`, null, { maxTimeMS }).lean<OfficeRecord>()
      return record === null ? undefined : toDocument(kind, record)
    })
  }

  list<Kind extends OfficeKind>(kind: Kind, query: OfficeQuery = {}): Promise<OfficeDocument<Kind>[]> {
    return this.#connection.guard(async () => {
      const wanted = officeKeys.filter((key) => query[key] !== undefined).map((key) => [`keys.${key}`, query[key]])
      const filter = { kind, ...Object.fromEntries(wanted) }
      const records = await this.#connection.office.find(filter, null, { sort: { id: 1 } }).lean<OfficeRecord[]>()
      return records.map((record) => toDocument(kind, record))
    })
  }

  write(write: OfficeWrite): Promise<void> {
    return this.#inTurn(() => writeOffice(this.#connection, write, this.#limits))
  }

  async newestEntry(): Promise<RecordEntry | undefined> {
    return (await this.listRecord({ limit: 1 }))[0]
  }

  listRecord({ limit, before, ...filters }: RecordQuery): Promise<RecordEntry[]> {
    return this.#connection.guard(async () => {
      const wanted = Object.entries(filters).filter(([, value]) => value !== undefined)
      const filter = { ...Object.fromEntries(wanted), ...(before === undefined ? {} : { _id: { $lt: before } }) }
      return this.#entries(filter, { sort: { _id: -1 }, limit })
    })
  }

  async *readRecord(after = 0, through = Number.MAX_SAFE_INTEGER): AsyncIterable<RecordEntry> {
    for (let last = after; ; ) {
      const next = () => this.#entries({ _id: { $gt: last, $lte: through } }, { sort: { _id: 1 }, limit: portion })
      const entries = await this.#connection.guard(next)
      yield* entries
      const newest = entries.at(-1)
      if (newest === undefined) return
      last = newest.number
    }
  }

  snapshot(kinds: readonly OfficeKind[]): Promise<OfficeSnapshot> {
    const { office, record } = this.#connection
    return this.#connection.guard(() =>
      this.#connection.transaction(async (session) => {
        const { revision } = await readCatalogue(this.#connection, session)
        const newest = await record.findOne({}, null, { sort: { _id: -1 }, session }).lean<EntryRecord>()
        const inOrder = { sort: { kind: 1, id: 1 }, session } as const
        const records = await office.find({ kind: { $in: [...kinds] } }, null, inOrder).lean<OfficeRecord[]>()
        const documents = records.map((found) => toDocument(found.kind, found))
        return { catalogueRevision: revision, newestEntry: newest?._id ?? 0, documents }
      }),
    )
  }

  copyIn(part: OfficePart): Promise<void> {
    return this.#inTurn(() => copyIn(this.#connection, part))
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#lastWrite.then(() => this.#connection.guard(work))
    this.#lastWrite = done.catch(() => undefined)
    return done
  }

  async #entries(filter: object, options: { sort: { _id: 1 | -1 }; limit: number }): Promise<RecordEntry[]> {
    const records = await this.#connection.record.find(filter, null, options).lean<EntryRecord[]>()
    return records.map(toEntry)
  }
}

/** The body is what `write` stored, so that its shape is the one of its kind. */
function toDocument<Kind extends OfficeKind>(kind: Kind, record: OfficeRecord): OfficeDocument<Kind> {
  const { id, revision, updatedAt, body } = record
  return { kind, id, revision, updatedAt, body: JSON.parse(body) }
}
