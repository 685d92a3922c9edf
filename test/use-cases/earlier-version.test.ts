import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { createChineseDaysCalendar } from '../../src/calendar/chinese-days-calendar.ts'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import { kindOfPath } from '../../src/exchange/document-kind.ts'
import { createWorkerFlowchartReader } from '../../src/flowcharts/worker-flowchart-reader.ts'
import type { CatalogStore, Change, DocumentKind } from '../../src/ports/catalog-store.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { buildItemSearch } from '../../src/search/build-item-search.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createUseCases } from '../../src/use-cases/create-use-cases.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { writeChangingCatalogue } from '../builders/a-changing-catalogue.ts'

const folder = writeChangingCatalogue()
const clock: Clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }
const reader = createWorkerFlowchartReader()
let [ofToday, ofEarlier] = [] as unknown as [UseCases, UseCases]

beforeAll(async () => {
  const store = await openMemoryCatalogStore()
  await createImportCatalogue({ store, files: createCatalogueFolder(), clock })([folder])
  const earlier = await openMemoryCatalogStore()
  await earlier.commit(await writtenChanges(store), { at: clock.now(), actor: 'import' })
  ofToday = useCasesOver(store)
  ofEarlier = useCasesOver(earlier)
})
afterAll(async () => {
  await reader.close()
  rmSync(dirname(folder), { recursive: true, force: true })
})

function useCasesOver(store: CatalogStore): UseCases {
  const renderer = { keyOf: () => 'key', render: async () => '<svg/>', close: async () => {} }
  return createUseCases({ store, clock, reader, calendar: createChineseDaysCalendar(), renderer, buildItemSearch })
}

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
