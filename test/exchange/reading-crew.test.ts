import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { InputRefusedError } from '../../src/domain/catalog-error.ts'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import { listFiles } from '../../src/exchange/list-files.ts'
import { readByCrew } from '../../src/exchange/reading-crew.ts'
import { nodeSecrets } from '../../src/secrets/node-secrets.ts'
import { openSqliteCatalogStore } from '../../src/stores/sqlite/sqlite-catalog-store.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import { itemText, putFile, writeCatalogue } from '../builders/written-catalogue.ts'

const clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }
const alone = createCatalogueFolder({ manyFiles: Number.POSITIVE_INFINITY })
const byCrew = createCatalogueFolder({ manyFiles: 0 })
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banshi-crew-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What an import of the folder comes to and leaves behind, in a store of its own. */
async function importBy(files: typeof alone, ...paths: string[]) {
  const store = await openSqliteCatalogStore(':memory:')
  const importCatalogue = createImportCatalogue({ store, files, clock, secrets: nodeSecrets })
  try {
    const first = await importCatalogue(paths)
    const second = await importCatalogue(paths)
    const page = await store.listItems({ filters: {}, sort: 'official', page: 1, pageSize: 5 })
    const record = await store.office.newestEntry()
    return { first, second, items: await store.list('item'), decisions: await store.list('decision'), page, record }
  } catch (error) {
    if (!(error instanceof InputRefusedError)) throw error
    return { violations: error.violations, revision: await store.catalogueRevision() }
  } finally {
    await store.close()
  }
}

describe('files that several threads read', () => {
  it('make the same catalogue as those that one thread reads', async () => {
    const crew = await importBy(byCrew, 'catalog')
    expect(crew.first?.created.count).toBeGreaterThan(400)
    expect(crew.second?.created.count).toBe(0)
    expect(crew.record?.facts.content).toMatch(/^[\da-f]{64}$/)
    expect(crew).toEqual(await importBy(alone, 'catalog'))
  })

  it('are refused with the same places, whatever is wrong with them', async () => {
    await writeCatalogue(folder)
    await putFile(
      folder,
      'items/fgw/fgw-002.yaml',
      `${itemText.replace('001', '002')}legalBases:\n  - { law: 无此法 }\n`,
    )
    await putFile(
      folder,
      'items/fgw/fgw-003.yaml',
      itemText.replace('001', '003').replace('agency: fgw', 'agency: gsj'),
    )
    await putFile(folder, 'items/fgw/fgw-004.yaml', itemText.replace('name', 'nane'))
    await putFile(folder, 'items/fgw/fgw-005.yaml', 'code: [\n')
    await putFile(folder, 'items/fgw/fgw-006.yaml', new Uint8Array([0xff, 0xfe]))
    await putFile(folder, 'items/fgw/fgw-007.yaml', itemText)
    const crew = await importBy(byCrew, folder)
    expect(new Set(crew.violations?.map(({ rule }) => rule))).toEqual(
      new Set([
        'unknown-law',
        'code-agency',
        'additionalProperties',
        'required',
        'yaml-bad-indent',
        'not-utf-8',
        'repeated-code',
      ]),
    )
    expect(crew.revision).toBe(0)
    expect(crew).toEqual(await importBy(alone, folder))
  })

  it('come in the order of their paths', async () => {
    const listed = await listFiles(['catalog'])
    const read: string[] = []
    for await (const { file } of readByCrew(listed)) read.push(file)
    expect(read).toEqual(listed.map(({ file }) => file))
  })

  it('end their threads when nobody wants the rest', async () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length
    for await (const { file } of readByCrew(await listFiles(['catalog']))) {
      expect(file).toContain('catalog')
      break
    }
    expect(process.getActiveResourcesInfo().filter((name) => name === 'MessagePort')).toHaveLength(before)
  })
})
