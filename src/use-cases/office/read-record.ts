import { dayAfter } from '../../domain/days.ts'
import type { RecordEntry } from '../../domain/office/record.ts'
import { type Actor, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import type { CatalogStore } from '../../ports/catalog-store.ts'
import type { OfficeStore, RecordQuery } from '../../ports/office-store.ts'
import type { Day } from '../../schema/types.ts'

export interface RecordListQuery extends Omit<RecordQuery, 'limit'> {
  /** First and last day. */
  from?: Day
  to?: Day
}
export interface RecordPage {
  entries: RecordEntry[]
  /** `before` of the next page; `null`: this is the last one. */
  next: number | null
}

/** Entries on one page. */
const pageSize = 50

/** The record for those who read it. Every method: @throws CatalogError `not-allowed`. */
export function createReadRecord({ store: { office } }: { store: CatalogStore }) {
  return {
    /** Newest first. Days are found by halving, since entries lie in the order of time; where a clock was set back they may be off by as much. */
    async listRecord(actor: Actor, { from, to, ...query }: RecordListQuery): Promise<RecordPage> {
      refuseUnlessAllowed(actor, 'record.read')
      const end = to === undefined ? undefined : await findFirstOn(office, dayAfter(to))
      const before = Math.min(query.before ?? Number.MAX_SAFE_INTEGER, end ?? Number.MAX_SAFE_INTEGER)
      const first = from === undefined ? 1 : await findFirstOn(office, from)
      const found = await office.listRecord({ ...query, before, limit: pageSize + 1 })
      const wanted = found.filter(({ number }) => number >= first)
      const entries = wanted.slice(0, pageSize)
      return { entries, next: wanted.length > pageSize ? (entries.at(-1)?.number ?? null) : null }
    },

    /** The whole record, oldest first. */
    exportRecord(actor: Actor): AsyncIterable<RecordEntry> {
      refuseUnlessAllowed(actor, 'record.read')
      return office.readRecord()
    },
  }
}

/** Number of the first entry of a day or a later one; one past the newest when there is none. */
async function findFirstOn(office: OfficeStore, day: Day): Promise<number> {
  let [low, high] = [1, ((await office.newestEntry())?.number ?? 0) + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const [entry] = await office.listRecord({ before: middle + 1, limit: 1 })
    if (entry !== undefined && entry.at.slice(0, 10) >= day) high = middle
    else low = middle + 1
  }
  return low
}
