import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { nodeSecrets as secrets } from '../../src/secrets/node-secrets.ts'
import { openSqliteCatalogStore } from '../../src/stores/sqlite/sqlite-catalog-store.ts'
import { createExportCatalogue } from '../../src/use-cases/export-catalogue.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import { putFile, writeCatalogue } from '../builders/written-catalogue.ts'

const clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }
const files = createCatalogueFolder()
let root: string
let folder: string
let store: CatalogStore

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'banshi-export-'))
  folder = join(root, 'catalog')
  store = await openSqliteCatalogStore(join(root, 'banshi.db'))
  await writeCatalogue(folder)
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

const importPaths = (...paths: string[]) => createImportCatalogue({ store, files, clock, secrets })(paths)

describe('an export', () => {
  const exportTo = (name: string, format: 'yaml' | 'json' | 'csv') =>
    createExportCatalogue({ store, files })(join(root, name), { format })
  const textsOf = async (name: string) => {
    const entries = await readdir(join(root, name), { recursive: true, withFileTypes: true })
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return Promise.all(
      paths.sort().map(async (path) => [path.replace(join(root, name), ''), await readFile(path, 'utf8')]),
    )
  }

  it.each(['yaml', 'json'] as const)(
    'in %s gives the same bytes after an import into an empty store',
    async (format) => {
      await importPaths(folder)
      await exportTo('one', format)
      await store.close()
      store = await openSqliteCatalogStore(join(root, 'other.db'))
      expect((await importPaths(join(root, 'one'))).created.count).toBe(6)
      await exportTo('two', format)
      expect(await textsOf('two')).toEqual(await textsOf('one'))
      expect((await textsOf('one')).map(([path]) => path)).toContain(`/items/fgw/fgw-001.${format}`)
    },
  )

  it('replaces an earlier one: items that are gone go, files of others stay', async () => {
    await importPaths(folder)
    await exportTo('one', 'json')
    await writeFile(join(root, 'one', 'README.md'), 'kept')
    await writeFile(join(root, 'one', 'items', 'gsj', 'gsj-999.yaml'), 'stale')
    await exportTo('one', 'yaml')
    expect((await textsOf('one')).map(([path]) => path)).toEqual([
      '/README.md',
      '/agencies.yaml',
      '/items/fgw/fgw-001.yaml',
      '/items/gsj/gsj-001.yaml',
      '/laws.yaml',
      '/policy.yaml',
      '/regions.yaml',
    ])
  })

  it('is refused into a folder with something else in it, which stays untouched', async () => {
    await importPaths(folder)
    await mkdir(join(root, 'home'))
    await writeFile(join(root, 'home', 'letter.txt'), 'dear')
    await expect(exportTo('home', 'yaml')).rejects.toMatchObject({
      code: 'export-folder-occupied',
      facts: { found: 'letter.txt' },
    })
    expect(await readdir(join(root, 'home'))).toEqual(['letter.txt'])
  })

  it('is refused where a file stands', async () => {
    await writeFile(join(root, 'file'), '')
    await expect(exportTo('file', 'yaml')).rejects.toMatchObject({ code: 'file-unwritable' })
  })

  it('as tables has Chinese headings after a byte order mark and defuses formulas', async () => {
    await putFile(
      folder,
      'items/gsj/gsj-001.yaml',
      'code: gsj-001\nname: "=1+1,\\"x\\""\nagency: gsj\ntype: licensing\n',
    )
    await importPaths(folder)
    expect(await exportTo('one', 'csv')).toEqual({ files: ['items.csv', 'materials.csv'] })
    const lines = (await readFile(join(root, 'one', 'items.csv'), 'utf8')).split('\r\n')
    expect(lines[0]).toMatch(/^\uFEFF编码,事项名称,机构代码,/)
    expect(lines[1]).toMatch(/^fgw-001,企业投资项目核准,fgw,发改委,行政许可,/)
    expect(lines[2]).toMatch(/^gsj-001,"'=1\+1,""x""",gsj,/)
  })
})
