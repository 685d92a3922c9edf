import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Violation } from '../../src/domain/catalog-error.ts'
import { InputRefusedError } from '../../src/domain/catalog-error.ts'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import type { OfficeStore } from '../../src/ports/office-store.ts'
import { nodeSecrets as secrets } from '../../src/secrets/node-secrets.ts'
import { openSqliteCatalogStore } from '../../src/stores/sqlite/sqlite-catalog-store.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import { itemText, procedureText, putFile, writeCatalogue } from '../builders/written-catalogue.ts'

const clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }
let root: string
let folder: string
let store: CatalogStore
const files = createCatalogueFolder()

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'banshi-import-'))
  folder = join(root, 'catalog')
  store = await openSqliteCatalogStore(join(root, 'banshi.db'))
  await writeCatalogue(folder)
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

const put = (path: string, text: string | Uint8Array) => putFile(folder, path, text)
const importPaths = (...paths: string[]) => createImportCatalogue({ store, files, clock, secrets })(paths)

/** Violations with the path below the folder; nothing may have been stored. */
async function refusalOf(...paths: string[]): Promise<Violation[]> {
  const before = await store.catalogueRevision()
  const refused = await importPaths(...paths).catch((error: unknown) => error)
  if (!(refused instanceof InputRefusedError)) throw new Error('not refused', { cause: refused })
  expect(await store.catalogueRevision()).toBe(before)
  if (before === 0) expect(await store.list('agencies')).toEqual([])
  return refused.violations.map((found) => ({ ...found, file: found.file?.replace(`${folder}/`, '') ?? '' }))
}

describe('a catalogue that is right', () => {
  it('is stored whole, with every document named', async () => {
    const report = await importPaths(folder)
    expect(report.created).toEqual({
      count: 6,
      ids: { policy: ['main'], regions: ['main'], agencies: ['main'], laws: ['main'], item: ['fgw-001', 'gsj-001'] },
    })
    expect(report.catalogueRevision).toBe(await store.catalogueRevision())
    expect((await store.list('item')).map(({ id }) => id)).toEqual(['fgw-001', 'gsj-001'])
  })

  it('is not written again when nothing has changed', async () => {
    const { catalogueRevision } = await importPaths(folder)
    const again = await importPaths(folder)
    expect(again.unchanged.count).toBe(6)
    expect(again.catalogueRevision).toBe(catalogueRevision)
  })

  it('changes only the documents that differ', async () => {
    await importPaths(folder)
    await put('items/gsj/gsj-001.yaml', 'code: gsj-001\nname: 企业设立登记\nagency: gsj\ntype: licensing\n')
    const report = await importPaths(folder)
    expect(report.updated).toEqual({ count: 1, ids: { item: ['gsj-001'] } })
    expect((await store.find('item', 'gsj-001'))?.revision).toBe(2)
    expect((await store.find('item', 'fgw-001'))?.revision).toBe(1)
  })

  it('stores nothing in a dry run, and says what would be stored', async () => {
    const report = await createImportCatalogue({ store, files, clock, secrets })([folder], { dryRun: true })
    expect(report.created.count).toBe(6)
    expect(await store.catalogueRevision()).toBe(0)
  })

  it('lists items in the order of their agencies, and follows when the order changes', async () => {
    const listed = async () => {
      const page = await store.listItems({ filters: {}, sort: 'official', page: 1, pageSize: 10 })
      return page.items.map(({ id }) => id)
    }
    await importPaths(folder)
    expect(await listed()).toEqual(['fgw-001', 'gsj-001'])
    await put('agencies.yaml', 'agencies:\n  - { code: gsj, name: 工商局 }\n  - { code: fgw, name: 发改委 }\n')
    await importPaths(join(folder, 'agencies.yaml'))
    expect(await listed()).toEqual(['gsj-001', 'fgw-001'])
  })

  it('takes single files, told by their content, against what is stored', async () => {
    await importPaths(folder)
    await writeFile(
      join(root, 'new.json'),
      JSON.stringify({ code: 'gsj-002', name: '登记', agency: 'gsj', type: 'filing' }),
    )
    expect((await importPaths(join(root, 'new.json'))).created.ids).toEqual({ item: ['gsj-002'] })
  })

  it('takes a part of the folder', async () => {
    await importPaths(folder)
    expect((await importPaths(join(folder, 'items', 'fgw'))).unchanged.ids).toEqual({ item: ['fgw-001'] })
  })

  it('passes over hidden files, README and pictures', async () => {
    for (const path of ['.hidden.yaml', 'README.md', 'items/plan.png']) await put(path, '\t')
    expect((await importPaths(folder)).created.count).toBe(6)
  })

  it('is tried again when somebody else stored something meanwhile', async () => {
    let isFirst = true
    const racing: CatalogStore = Object.create(store)
    const write: OfficeStore['write'] = async (wanted) => {
      if (!isFirst) return store.office.write(wanted)
      isFirst = false
      await importPaths(join(folder, 'agencies.yaml'))
      return store.office.write(wanted)
    }
    Object.defineProperty(racing, 'office', { value: { write } })
    for (const method of ['find', 'list', 'catalogueRevision'] as const) {
      Object.assign(racing, { [method]: store[method].bind(store) })
    }
    const report = await createImportCatalogue({ store: racing, files, clock, secrets })([folder])
    expect([report.created.count, report.unchanged.ids]).toEqual([5, { agencies: ['main'] }])
  })

  it('is told by the record, with the commit and the digest of everything it changed', async () => {
    await importPaths(folder)
    await importPaths(folder)
    const record = await store.office.listRecord({ limit: 9 })
    const facts = {
      created: '6',
      updated: '0',
      changed: '6',
      commit: '1',
      content: expect.stringMatching(/^[0-9a-f]{64}$/),
    }
    expect(record).toEqual([expect.objectContaining({ number: 1, actor: 'system', action: 'catalogue.import', facts })])
  })

  it('tells how far it is', async () => {
    const told: string[] = []
    const onProgress = ({ done, total }: { done: number; total: number }) => told.push(`${done}/${total}`)
    await createImportCatalogue({ store, files, clock, secrets, onProgress })([folder])
    expect(told).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6'])
  })
})

describe('a file that is refused', () => {
  const place = 'items/fgw/fgw-001.yaml'
  const big = `${itemText}mermaid: ${'长'.repeat(1_800_000)}\n`
  it.each<[string, string, string | Uint8Array, Partial<Violation>]>([
    [
      'a tab',
      place,
      itemText.replace('name: ', 'name:\t'),
      { line: 2, column: 6, pointer: '', rule: 'yaml-tab', message: '有制表符（Tab），请改用空格。' },
    ],
    [
      'a field written twice',
      place,
      `${itemText}name: 又一次\n`,
      { line: 5, column: 1, pointer: '/name', rule: 'yaml-duplicate-key', message: '同一个字段写了两次，请删去一个。' },
    ],
    [
      'an unknown field',
      place,
      `${itemText}alias: []\n`,
      {
        line: 5,
        column: 1,
        pointer: '/alias',
        rule: 'additionalProperties',
        message: '没有字段 alias。是不是 aliases（别名）？',
      },
    ],
    [
      'a wrong type',
      place,
      itemText.replace('企业投资项目核准', '12'),
      { line: 2, column: 7, pointer: '/name', rule: 'type', message: '应为文字，这里是数字 12。' },
    ],
    [
      'a code that does not fit its agency',
      place,
      itemText.replace('agency: fgw', 'agency: gsj'),
      {
        line: 1,
        column: 7,
        pointer: '/code',
        rule: 'code-agency',
        message: '编码 fgw-001 与机构 gsj 不符，应以“gsj-”开头。',
      },
    ],
    [
      'an unknown agency',
      'items/abc/abc-001.yaml',
      itemText.replaceAll('fgw', 'abc'),
      { line: 3, column: 9, pointer: '/agency', rule: 'unknown-agency', message: '机构表里没有 abc。' },
    ],
    [
      'an unknown law',
      place,
      `${itemText}legalBases:\n  - { law: 无此法 }\n`,
      { line: 6, column: 12, pointer: '/legalBases/0/law', rule: 'unknown-law', message: '法规登记表里没有“无此法”。' },
    ],
    [
      'an unknown main item',
      place,
      `${itemText}parent: fgw-999\n`,
      { line: 5, column: 9, pointer: '/parent', rule: 'unknown-item', message: '目录里没有事项 fgw-999。' },
    ],
    [
      'an unknown step',
      place,
      `${itemText}${procedureText.replace('to: grant', 'to: gone')}`,
      {
        line: 12,
        column: 26,
        pointer: '/procedure/flows/0/to',
        rule: 'unknown-step',
        message: '流程里没有环节 gone。',
      },
    ],
    [
      'an unknown lane',
      place,
      `${itemText}${procedureText.replace('start, lane: window', 'start, lane: gone')}`,
      {
        line: 9,
        column: 49,
        pointer: '/procedure/steps/0/lane',
        rule: 'unknown-lane',
        message: '流程里没有泳道 gone。',
      },
    ],
    [
      'more than 2 MB',
      place,
      big,
      { line: 1, column: 1, pointer: '', rule: 'file-too-large', message: '文件有 5.1 MB，超过 2 MB 的上限。' },
    ],
    [
      'another encoding than UTF-8',
      place,
      Buffer.concat([Buffer.from('code: fgw-001\nname: '), Buffer.from([0xc6, 0xf3])]),
      { line: 2, column: 7, pointer: '', rule: 'not-utf-8', message: '文件不是 UTF-8 编码，请另存为 UTF-8 后再导入。' },
    ],
    [
      'an anchor and an alias',
      place,
      `${itemText}aliases: &a [甲]\nkeywords: *a\n`,
      { line: 6, column: 11, pointer: '/keywords', rule: 'yaml-alias' },
    ],
    [
      'two documents',
      place,
      `${itemText}---\n${itemText}`,
      { line: 5, column: 1, pointer: '', rule: 'yaml-multiple-docs' },
    ],
    ['nothing', place, '# 空\n', { line: 1, column: 1, pointer: '', rule: 'empty-file', message: '文件是空的。' }],
    ['brackets without end', place, '['.repeat(100_000), { line: 1, pointer: '' }],
    [
      'broken JSON',
      'items/fgw/fgw-002.json',
      '{\n  "code": fgw\n}',
      { line: 2, column: 12, pointer: '', rule: 'json-syntax' },
    ],
    [
      'a place that the catalogue does not have',
      'other.yaml',
      itemText,
      { line: 1, column: 1, pointer: '', rule: 'unknown-file', message: '目录里没有这种文件，请移走或改名。' },
    ],
    [
      'an agency twice',
      'agencies.yaml',
      'agencies:\n  - { code: fgw, name: 甲 }\n  - { code: gsj, name: 乙 }\n  - { code: fgw, name: 丙 }\n',
      { line: 4, column: 13, pointer: '/agencies/2/code', rule: 'repeated-key' },
    ],
    [
      'an unknown successor',
      'agencies.yaml',
      'agencies:\n  - { code: fgw, name: 甲, successor: gone }\n  - { code: gsj, name: 乙 }\n',
      { line: 2, column: 38, pointer: '/agencies/0/successor', rule: 'unknown-agency' },
    ],
    [
      'a decision about an unknown item',
      'decisions/2015-1.yaml',
      'id: 2015-1\ntitle: 目录\nissuer: 市政府\nstage: draft\nactions:\n  - { action: retain, item: fgw-999 }\n',
      { line: 6, column: 29, pointer: '/actions/0/item', rule: 'unknown-item' },
    ],
    [
      'a decision for an unknown region',
      'decisions/2015-1.yaml',
      'id: 2015-1\ntitle: 目录\nissuer: 市政府\nstage: draft\nactions:\n  - { action: delegate, item: fgw-001, to: [gone] }\n',
      { line: 6, column: 45, pointer: '/actions/0/to/0', rule: 'unknown-region', message: '区划表里没有 gone。' },
    ],
  ])('has %s: named by place and in Chinese, and nothing is stored', async (_what, path, text, expected) => {
    await put(path, text)
    const violations = await refusalOf(folder)
    expect(violations).toContainEqual(expect.objectContaining({ file: path, ...expected }))
    expect(new Set(violations.map(({ file }) => file))).toEqual(new Set([path]))
  })

  it('has the code of another file: both are named', async () => {
    await put('items/fgw/fgw-002.yaml', itemText)
    const violations = await refusalOf(folder)
    expect(violations).toMatchObject([
      { file: 'items/fgw/fgw-001.yaml', line: 1, column: 7, pointer: '/code', rule: 'repeated-code' },
      { file: 'items/fgw/fgw-002.yaml', line: 1, column: 7, pointer: '/code', rule: 'repeated-code' },
    ])
    expect(violations[0]?.message).toMatch(/^编码 fgw-001 重复：.*fgw-002\.yaml 里也有。$/)
  })

  it('does not hide what is wrong with the others, in the order of files and lines', async () => {
    await put('items/fgw/fgw-001.yaml', `${itemText}alias: []\nthemes: 甲\n`)
    await put('items/gsj/gsj-001.yaml', 'code: gsj-001\nname: 登记\nagency: nix\ntype: licensing\n')
    const violations = await refusalOf(folder)
    expect(violations.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'items/fgw/fgw-001.yaml:5',
      'items/fgw/fgw-001.yaml:6',
      'items/gsj/gsj-001.yaml:1',
      'items/gsj/gsj-001.yaml:3',
    ])
  })

  it('is not blamed for names that a broken list would have defined', async () => {
    await put('agencies.yaml', 'agencies: 12\n')
    expect(await refusalOf(folder)).toMatchObject([
      { file: 'agencies.yaml', line: 1, column: 11, pointer: '/agencies' },
    ])
  })

  it('takes away an agency that stored items still name', async () => {
    await importPaths(folder)
    await put('agencies.yaml', 'agencies:\n  - { code: fgw, name: 发改委 }\n')
    const [violation] = await refusalOf(join(folder, 'agencies.yaml'))
    expect(violation).toMatchObject({ file: 'agencies.yaml', rule: 'unknown-agency' })
    expect(violation?.message).toBe('已存事项 gsj-001 还用到它（/agency）：机构表里没有 gsj。')
  })

  it.each([
    ['is not there', 'gone', 'path-unreadable', '读不了：没有这个文件或文件夹。'],
    ['is a folder without files', 'empty', 'empty-folder', '文件夹里没有 YAML 或 JSON 文件。'],
  ])('%s: one clear line', async (_what, path, rule, message) => {
    await mkdir(join(folder, 'empty'))
    expect(await refusalOf(join(folder, path))).toMatchObject([{ file: path, rule, message }])
  })

  it('is a procedure alone, which belongs into an item', async () => {
    await writeFile(join(root, 'alone.yaml'), procedureText.replace('procedure:\n', '').replaceAll(/^ {2}/gm, ''))
    expect(await refusalOf(join(root, 'alone.yaml'))).toMatchObject([{ rule: 'not-a-catalogue-document' }])
  })
})
