import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { buildItemSearch } from '../../src/search/build-item-search.ts'
import { nodeSecrets as secrets } from '../../src/secrets/node-secrets.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createCurrentCatalogue } from '../../src/use-cases/current-catalogue.ts'
import { createExportCatalogue } from '../../src/use-cases/export-catalogue.ts'
import { createGetState } from '../../src/use-cases/get-ledger.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import { writeChangingCatalogue } from '../builders/a-changing-catalogue.ts'

const clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }
const files = createCatalogueFolder()
const catalogue = writeChangingCatalogue()
const root = mkdtempSync(join(tmpdir(), 'banshi-export-day-'))
let store: CatalogStore

beforeAll(async () => {
  store = await openMemoryCatalogStore()
  await importInto(store, catalogue)
})
afterAll(() => {
  for (const folder of [root, dirname(catalogue)]) rmSync(folder, { recursive: true, force: true })
})

const importInto = (target: CatalogStore, folder: string) =>
  createImportCatalogue({ store: target, files, clock, secrets })([folder])

/** What the catalogue of a store is on a day: everything that has come in by then. */
async function stateOf(from: CatalogStore, asOf: string) {
  const { items } = await createGetState(createCurrentCatalogue(from, buildItemSearch), clock.today)({ asOf })
  return items.filter(({ state }) => state !== 'planned')
}

const exportDay = (folder: string, asOf: string, format: 'yaml' | 'json' | 'csv' = 'yaml') =>
  createExportCatalogue({ store, files })(join(root, folder), { format, asOf })

describe('the export of a day', () => {
  it.each([
    '2014-02-28',
    '2014-03-20',
    '2014-05-03',
    '2014-05-04',
    '2014-09-01',
    '2015-01-01',
    '2015-06-01',
    '2099-01-01',
  ])('gives the same catalogue on %s after an import into an empty store', async (asOf) => {
    for (const format of ['yaml', 'json'] as const) {
      await exportDay(`${asOf}-${format}`, asOf, format)
      const other = await openMemoryCatalogStore()
      await importInto(other, join(root, `${asOf}-${format}`))
      expect(await stateOf(other, asOf)).toEqual(await stateOf(store, asOf))
    }
  })

  it('holds the decisions in force on the day and no item that had not come in', async () => {
    const { files: written } = await exportDay('written', '2014-05-04')
    expect(written.filter((path) => path.startsWith('decisions/'))).toEqual(['decisions/2014-05-04-17.yaml'])
    expect(written).toContain('items/gsj/gsj-003.yaml')
    for (const planned of ['gsj-008', 'gsj-009', 'fgw-004', 'fgw-005']) {
      expect(written.some((path) => path.includes(planned))).toBe(false)
    }
  })

  it('takes away from an earlier export what is not of the day', async () => {
    await createExportCatalogue({ store, files })(join(root, 'again'), { format: 'yaml' })
    await exportDay('again', '2014-05-03')
    expect(readdirSync(join(root, 'again', 'decisions'))).toEqual([])
  })

  it('in tables lists what was in the catalogue, with names, agencies and types of the day', async () => {
    await exportDay('tables', '2014-10-01', 'csv')
    const rows = readFileSync(join(root, 'tables', 'items.csv'), 'utf8').split('\r\n')
    const cells = new Map(rows.map((row) => [row.split(',')[0], row.split(',').slice(1, 4)]))
    expect(cells.get('gsj-001')).toEqual(['企业设立登记', 'fgw', '湘潭市发展和改革委员会'])
    expect(cells.get('fgw-002')?.[0]).toBe('企业投资项目告知承诺')
    expect(cells.has('fgw-003')).toBe(true)
    for (const code of ['gsj-003', 'gsj-004', 'fgw-006', 'gsj-008'])
      expect([code, cells.has(code)]).toEqual([code, false])
  })

  it('gives a sub-item no main item that had not come in', async () => {
    const item = await store.find('item', 'gsj-006')
    if (item === undefined) throw new Error('the catalogue has no gsj-006')
    const index = { agency: 'gsj', type: 'licensing', state: 'active', audience: [], theme: [], sortKey: '' }
    const body = { ...item.body, parent: 'gsj-008' }
    const change = { kind: 'item', id: item.id, expectedRevision: item.revision, body, index } as const
    await store.commit([change], { at: clock.now(), actor: 'test' })
    await exportDay('alone', '2014-05-04')
    const other = await openMemoryCatalogStore()
    await importInto(other, join(root, 'alone'))
    expect((await other.find('item', 'gsj-006'))?.body.parent).toBeNull()
  })
})
