import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import { readSheetCells } from '../../src/exchange/workbook/sheet-cells.ts'
import { writeWorkbook } from '../../src/exchange/workbook/write-workbook.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { nodeSecrets as secrets } from '../../src/secrets/node-secrets.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createExportCatalogue } from '../../src/use-cases/export-catalogue.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'

const clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }
const files = createCatalogueFolder()
const kinds = ['agencies', 'laws', 'item', 'decision'] as const
let root: string
let sample: CatalogStore
let book: string

const importInto = (store: CatalogStore, ...paths: string[]) =>
  createImportCatalogue({ store, files, clock, secrets })(paths)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'banshi-workbook-'))
  sample = await openMemoryCatalogStore()
  await importInto(sample, 'catalog')
  await createExportCatalogue({ store: sample, files })(join(root, 'out'), { format: 'xlsx' })
  book = join(root, 'out', 'catalogue.xlsx')
})
afterAll(async () => {
  await sample.close()
  await rm(root, { recursive: true, force: true })
})

describe('the workbook of the sample catalogue', () => {
  it('gives an empty store the same items, decisions, agencies and laws', async () => {
    const store = await openMemoryCatalogStore()
    await importInto(store, 'catalog/policy.yaml', 'catalog/regions.yaml', book)
    for (const kind of kinds) {
      const bodies = async (from: CatalogStore) => (await from.list(kind)).map(({ body }) => body)
      expect(await bodies(store)).toEqual(await bodies(sample))
    }
    await store.close()
  })

  it('changes nothing in the store it came from', async () => {
    const before = await sample.catalogueRevision()
    const { created, updated, unchanged, findings } = await importInto(sample, book)
    expect([created.count, updated.count, findings.filter(({ rule }) => rule === 'unread-column')]).toEqual([0, 0, []])
    expect(unchanged.ids.item).toHaveLength(454)
    expect(await sample.catalogueRevision()).toBe(before)
  })

  it('has a sheet for items, materials, steps, legal bases, decisions, agencies and laws, with headings in Chinese', async () => {
    const sheets = new Map((await readSheetCells(await readFile(book))).map(({ name, rows }) => [name, rows]))
    for (const name of ['事项', '材料', '环节', '法律依据', '决定', '决定事项', '部门', '法律']) {
      expect(sheets.get(name)?.[0]?.every((heading) => /[一-龥]/.test(heading))).toBe(true)
      expect(sheets.get(name)?.length).toBeGreaterThan(10)
    }
    expect(sheets.get('事项')).toHaveLength(455)
  })

  it('holds of a day only the items of that day, and no decision', async () => {
    await createExportCatalogue({ store: sample, files })(join(root, 'day'), { format: 'xlsx', asOf: '2014-01-01' })
    const sheets = await readSheetCells(await readFile(join(root, 'day', 'catalogue.xlsx')))
    const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.length
    expect(rows('决定')).toBe(1)
    expect(rows('事项')).toBeLessThan(455)
    expect(rows('事项')).toBeGreaterThan(300)
  })
})

describe('the workbook of a day', () => {
  it('changes nothing when it is read again: what decisions have given is left to them', async () => {
    await createExportCatalogue({ store: sample, files })(join(root, 'late'), { format: 'xlsx', asOf: '2021-01-01' })
    const { created, updated, unchanged } = await importInto(sample, join(root, 'late', 'catalogue.xlsx'))
    expect([created.count, updated.count]).toEqual([0, 0])
    expect(unchanged.ids.item?.length).toBeGreaterThan(300)
  })
})

describe('a text that no cell can hold as it is', () => {
  it.each(['=1+1', '+8610', '-5', '@SUM(A1)', '第一行\n第二行', '_x0041_', 'a\u0007b\r\tc', '<b>&amp;"\'', '𠮷 家'])(
    'comes back as it was: %j',
    async (scope) => {
      const store = await openMemoryCatalogStore()
      const file = join(root, 'item.yaml')
      await writeFile(
        file,
        JSON.stringify({ code: 'fgw-001', name: '核准', agency: 'fgw', type: 'licensing', guide: { scope } }),
      )
      await writeFile(join(root, 'agencies.yaml'), 'agencies: [{ code: fgw, name: 发改委 }]\n')
      await importInto(store, join(root, 'agencies.yaml'), file)
      await createExportCatalogue({ store, files })(join(root, 'texts'), { format: 'xlsx' })
      const { unchanged, updated } = await importInto(store, join(root, 'texts', 'catalogue.xlsx'))
      expect([unchanged.count, updated.count]).toEqual([2, 0])
      await store.close()
    },
  )

  it('is refused when it is longer than a cell may be, and the item is named', async () => {
    const store = await openMemoryCatalogStore()
    await writeFile(join(root, 'agencies.yaml'), 'agencies: [{ code: fgw, name: 发改委 }]\n')
    const item = {
      code: 'fgw-001',
      name: '核准',
      agency: 'fgw',
      type: 'licensing',
      guide: { scope: '长'.repeat(32_768) },
    }
    await writeFile(join(root, 'item.yaml'), JSON.stringify(item))
    await importInto(store, join(root, 'agencies.yaml'), join(root, 'item.yaml'))
    await expect(createExportCatalogue({ store, files })(join(root, 'long'), { format: 'xlsx' })).rejects.toMatchObject(
      { code: 'cell-too-long', facts: { sheet: '指南', heading: '适用范围', subject: 'fgw-001' } },
    )
    await store.close()
  })
})

describe('a catalogue of more rows than a sheet may have', () => {
  it('is refused: nothing is written that could not be read again', async () => {
    const flow = { from: 'a', to: 'a', when: null }
    const [item] = (await sample.list('item')).map(({ body }) => body)
    if (item?.procedure == null) throw new Error('the first item of the sample has no procedure')
    const procedure = { ...item.procedure, flows: Array.from({ length: 100_000 }, () => flow) }
    await expect(writeWorkbook([{ kind: 'item', document: { ...item, procedure } }])).rejects.toMatchObject({
      code: 'sheet-too-long',
      facts: { sheet: '流向', rows: 100_000 },
    })
  })
})
