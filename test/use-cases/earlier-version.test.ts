import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { kindOfPath } from '../../src/exchange/document-kind.ts'
import type { CatalogStore, Change, DocumentKind } from '../../src/ports/catalog-store.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { writeChangingCatalogue } from '../builders/a-changing-catalogue.ts'
import { openAsking, springMorning } from '../builders/asked-catalogues.ts'

const folder = writeChangingCatalogue()
const asking = openAsking()
let [ofToday, ofEarlier] = [] as unknown as [UseCases, UseCases]

beforeAll(async () => {
  const store = await asking.fill(folder)
  const earlier = await openMemoryCatalogStore()
  await earlier.commit(await writtenChanges(store), { at: springMorning.now(), actor: 'import' })
  ofToday = asking.over(store)
  ofEarlier = asking.over(earlier)
})
afterAll(async () => {
  await asking.close()
  rmSync(dirname(folder), { recursive: true, force: true })
})

/** The documents as the files have them, without any field that has a default: as a version would have stored them that knew none of those. */
async function writtenChanges(store: CatalogStore): Promise<Change[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'))
  const changes: Change[] = []
  for (const path of files) {
    const written = parse(readFileSync(join(folder, path), 'utf8'))
    // The catalogue has no file of another kind.
    const kind = kindOfPath(path) as DocumentKind
    const id = written.code ?? written.id ?? 'main'
    // The codes that a store keeps unique have been there from the first version on.
    const body = kind === 'item' ? { catalogCode: null, implementationCode: null, ...written } : written
    const index = kind === 'item' ? await indexOf(store, id) : undefined
    changes.push({ kind, id, expectedRevision: 0, body, ...(index && { index }) } as Change)
  }
  return changes
}

async function indexOf(store: CatalogStore, id: string) {
  for await (const entry of store.readLog({ after: 0, through: await store.catalogueRevision() }))
    if (entry.id === id) return entry.index
  return null
}

it.each<[string, (useCases: UseCases) => Promise<unknown>]>([
  ['items', (useCases) => useCases.listItems({ filters: {}, page: 1, pageSize: 100 })],
  ['an item', (useCases) => useCases.getItem('fgw-001', {})],
  ['findings', (useCases) => useCases.checkCatalogue({})],
  ['the one-third check', (useCases) => useCases.measureCompression({})],
  ['a decision', (useCases) => useCases.listDecisions()],
  ['the ledger', (useCases) => useCases.getLedger({ from: '2014-01-01', to: '2014-12-31' })],
])('answers the same %s from documents that an earlier version stored', async (_, ask) => {
  expect(await ask(ofEarlier)).toEqual(await ask(ofToday))
})
