import type { LogEntry, LogRange, Picture } from '../../ports/catalog-store.ts'
import type { MongoConnection } from './mongo-connection.ts'
import { type StateRecord, toRevision } from './records.ts'
import { readCatalogue } from './writer-turn.ts'

/** How many records are read at once; no cursor stays open while the reader works. */
const portion = 200

/** See `CatalogStore.readLog`. */
export async function* readLog(connection: MongoConnection, { after, through }: LogRange): AsyncIterable<LogEntry> {
  const until = Math.min(through, await connection.guard(async () => (await readCatalogue(connection)).revision))
  let last = { since: after, position: Number.MAX_SAFE_INTEGER }
  for (let records: StateRecord[] | undefined; records === undefined || records.length === portion; ) {
    const rest = { since: last.since, position: { $gt: last.position } }
    const filter = { since: { $lte: until }, $or: [rest, { since: { $gt: last.since } }] }
    const inOrder = { sort: { since: 1, position: 1 }, limit: portion } as const
    records = await connection.guard(() => connection.states.find(filter, null, inOrder).lean<StateRecord[]>())
    for (const record of records) {
      last = record
      yield toLogEntry(record)
    }
  }
}

/** Counts what is committed; the parts of a commit under way do not belong to the log yet. */
export async function countLog(connection: MongoConnection, { after, through }: LogRange): Promise<number> {
  const { revision } = await readCatalogue(connection)
  return connection.states.countDocuments({ since: { $gt: after, $lte: Math.min(through, revision) } })
}

/** See `CatalogStore.readPictures`. */
export async function* readPictures(connection: MongoConnection): AsyncIterable<Picture> {
  const readNext = (key: string) =>
    connection.guard(() =>
      connection.pictures
        .findOne({ _id: { $gt: key } }, null, { sort: { _id: 1 } })
        .lean<{ _id: string; content: string }>(),
    )
  for (let picture = await readNext(''); picture !== null; picture = await readNext(picture._id)) {
    yield { key: picture._id, content: picture.content }
  }
}

/** Kind and body come from the same record, which TypeScript does not follow through a union. */
function toLogEntry(record: StateRecord): LogEntry {
  const { kind, since, position, index = null } = record
  return { ...toRevision(kind, record), commit: since, position, index } as LogEntry
}
