import type { QueryFilter } from 'mongoose'
import type { TermEntry, TermIndex, TermIndexState, TermMatch, TermWrite, WantedTerm } from '../../ports/term-index.ts'
import type { MongoConnection } from './mongo-connection.ts'
import type { TermRecord, TermStateRecord } from './records.ts'
import { isDuplicateKey } from './translate-mongo-error.ts'

/** Longest time for one answer, in milliseconds. */
const maxTimeMS = 10_000
const nothingYet: TermStateRecord = { _id: 'terms', revision: 0, rules: '', turn: 0 }

type Range = [low: string, high: string]

/** The terms in a collection of their own: one document for each item, its terms in an indexed array. */
export class MongoTermIndex implements TermIndex {
  readonly #connection: MongoConnection

  constructor(connection: MongoConnection) {
    this.#connection = connection
  }

  state(): Promise<TermIndexState> {
    return this.#connection.guard(async () => {
      const record = await this.#connection.termState.findById('terms', null, { maxTimeMS }).lean()
      const { revision, rules, turn } = record ?? nothingYet
      return { revision, rules, turn }
    })
  }

  digests(): Promise<ReadonlyMap<string, string>> {
    return this.#connection.guard(async () => {
      const records = await this.#connection.terms.find({}, { digest: 1 }).lean<Pick<TermRecord, '_id' | 'digest'>[]>()
      return new Map(records.map(({ _id, digest }) => [_id, digest]))
    })
  }

  write({ seenTurn, put, remove, upTo }: TermWrite): Promise<boolean> {
    const connection = this.#connection
    return connection.guard(async () => {
      if (seenTurn === 0) await begin(connection)
      return connection.transaction(async (session) => {
        const seen = { _id: 'terms', turn: seenTurn } as const
        const next = { $set: { ...upTo, turn: seenTurn + 1 } }
        const { matchedCount } = await connection.termState.updateOne(seen, next, { session })
        if (matchedCount === 0) return false
        const old = [...remove, ...put.map(({ code }) => code)]
        if (old.length > 0) await connection.terms.deleteMany({ _id: { $in: old } }, { session })
        if (put.length > 0) await connection.terms.insertMany(put.map(toRecord), { session })
        return true
      })
    })
  }

  match(groups: readonly (readonly WantedTerm[])[], mode: 'all' | 'any'): Promise<TermMatch[]> {
    return this.#connection.guard(async () => {
      if (groups.length === 0) return []
      const ranges = groups.map((group) => group.map(rangeOf))
      const records = await this.#connection.terms
        .aggregate<TermRecord>([{ $match: filterOf(ranges, mode) }, { $project: { terms: onlyIn(ranges.flat()) } }])
        .option({ maxTimeMS })
      return records
        .map(({ _id, terms }) => ({ code: _id, weights: ranges.map((group) => greatestWeight(terms, group)) }))
        .sort((a, b) => Buffer.compare(Buffer.from(a.code), Buffer.from(b.code)))
    })
  }
}

async function begin({ termState }: MongoConnection): Promise<void> {
  try {
    await termState.insertMany([nothingYet])
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

/** A term with its weight is one text, so that the index finds both at once. */
function toRecord({ code, digest, terms }: TermEntry): TermRecord {
  return { _id: code, digest, terms: terms.map(({ text, weight }) => `${text} ${weight}`) }
}

/** Behind a whole term stands its space; no character sorts behind U+10FFFF. */
function rangeOf({ text, isPrefix }: WantedTerm): Range {
  return isPrefix ? [text, `${text}\u{10FFFF}`] : [`${text} `, `${text}!`]
}

function filterOf(ranges: readonly (readonly Range[])[], mode: 'all' | 'any'): QueryFilter<TermRecord> {
  const groups = ranges.map((group) => ({
    $or: group.map(([low, high]) => ({ terms: { $elemMatch: { $gte: low, $lt: high } } })),
  }))
  return mode === 'all' ? { $and: groups } : { $or: groups }
}

/** Leaves the other terms of an item on the server. */
function onlyIn(ranges: readonly Range[]) {
  const isIn = ([low, high]: Range) => ({ $and: [{ $gte: ['$$term', low] }, { $lt: ['$$term', high] }] })
  return { $filter: { input: '$terms', as: 'term', cond: { $or: ranges.map(isIn) } } }
}

/** What lies in a range is what begins with its lower end. */
function greatestWeight(terms: readonly string[], group: readonly Range[]): number {
  const found = terms.filter((term) => group.some(([low]) => term.startsWith(low)))
  return Math.max(0, ...found.map((term) => Number(term.slice(term.indexOf(' ') + 1))))
}
