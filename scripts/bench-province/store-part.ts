import { statSync } from 'node:fs'
import { openStore } from '../../src/compose/open-store.ts'
import { indexItem, orderAgencies } from '../../src/domain/item-index.ts'
import type { CatalogStore, Change } from '../../src/ports/catalog-store.ts'
import type { Province } from '../province/make-province.ts'
import { costOf, medianOf, peakMemory } from './timing.ts'

/** Items of one commit. */
const portion = 1_000
const context = { at: '2026-11-24T09:00:00+08:00', actor: 'bench' }

/** The items alone, committed in portions through the port and read back; only the portion is in memory. */
export async function storePart(database: string, province: Province, size: number) {
  const store = await openStore({ kind: 'file', path: database })
  const order = orderAgencies(province.agencies.agencies)
  const codes: string[] = []
  let changes: Change[] = []
  const committing = { wait: 0, processor: 0 }
  const flush = async () => {
    const { wait, processor } = await costOf(() => store.commit(changes, context))
    committing.wait += wait
    committing.processor += processor
    changes = []
  }
  for (const item of province.items()) {
    if (codes.length < 200 || codes.length % Math.ceil(size / 200) === 0) codes.push(item.code)
    changes.push({ kind: 'item', id: item.code, expectedRevision: 0, body: item, index: indexItem(item, order) })
    if (changes.length === portion) await flush()
  }
  if (changes.length > 0) await flush()
  const read = await readBack(store, codes, [...order.keys()])
  await store.close()
  return {
    storeCommit: committing.processor,
    storeCommitWait: committing.wait,
    ...read,
    storeMemory: peakMemory(),
    storeFile: statSync(database).size / 2 ** 20,
  }
}

async function readBack(store: CatalogStore, codes: readonly string[], agencies: readonly string[]) {
  const list = (filters: { agency?: string }, page = 1) =>
    store.listItems({ filters, sort: 'official', page, pageSize: 20 })
  return {
    storeFind: await medianOf(codes, (code) => store.find('item', code)),
    storeFacets: await medianOf([1, 2, 3, 4, 5], (page) => list({}, page)),
    storeAgency: await medianOf(agencies.slice(0, 20), (agency) => list({ agency })),
  }
}
