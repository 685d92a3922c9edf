import { type Connection, createConnection, type Model, mongo } from 'mongoose'
import { CatalogError } from '../../domain/catalog-error.ts'
import { AbandonedSessions } from './abandoned-sessions.ts'
import { createIndexes, layoutVersion } from './indexes.ts'
import { isOurDatabase } from './our-database.ts'
import { probeTransactions } from './probe-transactions.ts'
import {
  type CatalogueRecord,
  type CommitRecord,
  catalogueSchema,
  commitSchema,
  type EntryRecord,
  entrySchema,
  type OfficeRecord,
  officeSchema,
  type PictureRecord,
  pictureSchema,
  type StateRecord,
  stateSchema,
  type TermRecord,
  type TermStateRecord,
  termSchema,
  termStateSchema,
} from './records.ts'
import { restAfter, runTransaction } from './run-transaction.ts'
import { isAnswerLost, isDuplicateKey, isWriteConflict, translateMongoError } from './translate-mongo-error.ts'

/** How long an operation waits for a server that can be written, in milliseconds. */
const serverPatience = 5_000
/** How long a write is tried again while others are faster or the server is away, in milliseconds. */
const usualPatience = 20_000

/** What an address may say otherwise. */
const settings = {
  appName: 'banshi',
  maxPoolSize: 20,
  waitQueueTimeoutMS: 10_000,
  serverSelectionTimeoutMS: serverPatience,
  heartbeatFrequencyMS: 2_000,
  connectTimeoutMS: 5_000,
  socketTimeoutMS: 70_000,
} as const

const options = {
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
  readPreference: 'primary',
  readConcern: { level: 'majority' },
  writeConcern: { w: 'majority', journal: true },
} as const

export interface ConnectionOptions {
  /** How long a write is tried again while others are faster or the server is away, in milliseconds. */
  patience?: number
}

/** One pool of connections: the models are made once, MongoDB's errors are translated here and nowhere else. */
export class MongoConnection {
  readonly catalogue: Model<CatalogueRecord>
  readonly commits: Model<CommitRecord>
  readonly states: Model<StateRecord>
  readonly pictures: Model<PictureRecord>
  readonly office: Model<OfficeRecord>
  readonly record: Model<EntryRecord>
  readonly terms: Model<TermRecord>
  readonly termState: Model<TermStateRecord>
  readonly #connection: Connection
  readonly #patience: number
  readonly #abandoned = new AbandonedSessions()
  #open = true

  constructor(connection: Connection, { patience = usualPatience }: ConnectionOptions = {}) {
    this.#connection = connection
    this.#patience = patience
    this.catalogue = connection.model<CatalogueRecord>('Catalogue', catalogueSchema, 'catalogue')
    this.commits = connection.model<CommitRecord>('Commit', commitSchema, 'commits')
    this.states = connection.model<StateRecord>('State', stateSchema, 'states')
    this.pictures = connection.model<PictureRecord>('Picture', pictureSchema, 'pictures')
    this.office = connection.model<OfficeRecord>('OfficeDocument', officeSchema, 'office')
    this.record = connection.model<EntryRecord>('Entry', entrySchema, 'record')
    this.terms = connection.model<TermRecord>('Terms', termSchema, 'terms')
    this.termState = connection.model<TermStateRecord>('TermState', termStateSchema, 'term_state')
  }

  /** Does what a caller of the store asked for, with errors that a caller understands. */
  async guard<Result>(work: () => Promise<Result>): Promise<Result> {
    if (!this.#open) throw new CatalogError('store-unavailable', { reason: '数据库已关闭' })
    try {
      return await work()
    } catch (error) {
      throw translateMongoError(error)
    }
  }

  /** Runs work that does no harm when it is done twice; a lost race is tried again. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#abandoned.end(this.#connection.getClient())
    const deadline = performance.now() + this.#patience
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work()
      } catch (error) {
        if (!isWriteConflict(error) || performance.now() > deadline) throw error
        await restAfter(attempt)
      }
    }
  }

  /** Runs `work` in one transaction; see `runTransaction`. */
  async transaction<Result>(work: (session: mongo.ClientSession) => Promise<Result>): Promise<Result> {
    const client = this.#connection.getClient()
    await this.#abandoned.end(client)
    return client.withSession(async (session) => {
      try {
        return await runTransaction(session, { work, patience: this.#patience })
      } catch (error) {
        if (session.id !== undefined && isAnswerLost(error)) this.#abandoned.add(session.id)
        throw error
      }
    })
  }

  async close(): Promise<void> {
    this.#open = false
    await this.#connection.close()
  }
}

/** Others were faster all the time. */
export function busy(): CatalogError {
  return new CatalogError('store-unavailable', { reason: '数据库正忙，请稍后再试' })
}

/**
 * Connects, and makes collections and indexes where they are missing. Without a database name in the address it is `banshi`.
 *
 * @throws CatalogError `store-unavailable`: also when the database holds something else · `store-too-new` (facts: `version`, `supported`): a newer
 *   program has written it.
 */
export async function openMongoConnection(uri: string, own: ConnectionOptions = {}): Promise<MongoConnection> {
  checkAddress(uri)
  try {
    const all = { ...settingsBeside(uri), ...options, dbName: databaseNameIn(uri) }
    const connection = await createConnection(uri, all).asPromise()
    try {
      await prepare(connection)
      return new MongoConnection(connection, own)
    } catch (error) {
      await connection.close()
      throw error
    }
  } catch (error) {
    throw translateMongoError(error)
  }
}

/** The driver tells what is wrong with an address by many kinds of errors, all of them before it connects. */
function checkAddress(uri: string): mongo.MongoClient {
  try {
    return new mongo.MongoClient(uri)
  } catch (cause) {
    throw new CatalogError('store-unavailable', { reason: 'MongoDB 的地址写得不对' }, { cause })
  }
}

function databaseNameIn(uri: string): string {
  return /^[^:]+:\/\/[^/?]*\/([^?]+)/.exec(uri)?.[1] ?? 'banshi'
}

/** The settings of which the address says nothing; the driver compares their names without regard to case. */
function settingsBeside(uri: string): Partial<typeof settings> {
  const said = new Set([...new URLSearchParams(uri.split('?')[1]).keys()].map((name) => name.toLowerCase()))
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !said.has(name.toLowerCase())))
}

/** Whose the database is is looked at before anything is written: one of another program, or of another version, stays as it is. */
async function prepare(connection: Connection): Promise<void> {
  const database = connection.getClient().db(connection.name)
  const isOurs = await isOurDatabase(database)
  await createIndexes(database)
  await probeTransactions(database)
  if (isOurs) return
  try {
    await database
      .collection<CatalogueRecord>('catalogue')
      .insertOne({ _id: 'catalogue', layout: layoutVersion, revision: 0 })
  } catch (error) {
    // Another process that starts at the same time was faster.
    if (!isDuplicateKey(error)) throw error
  }
}
