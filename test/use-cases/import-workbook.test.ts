import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { InputRefusedError, type Violation } from '../../src/domain/catalog-error.ts'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { nodeSecrets as secrets } from '../../src/secrets/node-secrets.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import { aWorkbook, officeHeadings } from '../builders/a-workbook.ts'

const clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }
const files = createCatalogueFolder()
let root: string
let store: CatalogStore

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'banshi-office-book-'))
  store = await openMemoryCatalogStore()
  await writeFile(
    join(root, 'agencies.yaml'),
    'agencies:\n  - { code: fgw, name: 市发展和改革委员会, shortName: 市发改委 }\n  - { code: gsj, name: 市工商局 }\n',
  )
  await writeFile(
    join(root, 'laws.yaml'),
    'laws:\n  - { title: 行政许可法, kind: law }\n  - { title: 公司登记管理条例, kind: administrative-regulation }\n',
  )
  const guide = { scope: '本市', materials: [{ name: '申请书' }] }
  const kept = { code: 'fgw-007', name: '项目核准', agency: 'fgw', type: 'licensing', aliases: ['核准'], guide }
  await writeFile(join(root, 'item.yaml'), JSON.stringify(kept))
  await importPaths('agencies.yaml', 'laws.yaml', 'item.yaml')
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

type Sheets = Parameters<typeof aWorkbook>[0]

const importPaths = (...names: string[]) =>
  createImportCatalogue({ store, files, clock, secrets })(names.map((name) => join(root, name)))
async function importBook(sheets: Sheets, options = {}) {
  await writeFile(join(root, 'book.xlsx'), await aWorkbook(sheets))
  return createImportCatalogue({ store, files, clock, secrets })([join(root, 'book.xlsx')], options)
}
/** What is wrong with a workbook; nothing of it may have been stored. */
async function refusalOf(sheets: Sheets): Promise<Violation[]> {
  const before = await store.catalogueRevision()
  const refused = await importBook(sheets).catch((error: unknown) => error)
  if (!(refused instanceof InputRefusedError)) throw new Error('not refused', { cause: refused })
  expect(await store.catalogueRevision()).toBe(before)
  return [...refused.violations]
}
const bodyOf = async (code: string) => (await store.find('item', code))?.body
const items = (...rows: Sheets[string]) => ({
  事项: [['编码', '事项名称', '机构代码', '事项类型', '法定时限', '承诺时限'], ...rows],
})

describe('a list as an office keeps it', () => {
  it('is read below its title, with merged agencies, and gets the next numbers of each agency', async () => {
    const report = await importBook({
      保留目录: [
        ['市本级保留的行政审批项目目录'],
        [...officeHeadings],
        [1, '企业投资项目备案', { over: 2, text: '市发改委' }, '行政许可', '20个工作日', '二十日', '示例'],
        [2, '价格审批', null, '非行政许可', '3个月', '即办', null],
        [3, '企业设立登记', '市工商局', '行政许可', '１５个工作日内', '无', null],
        ['注：本目录自公布之日起施行。', null, null, null, null, null, null],
      ],
    })
    expect(report.created.ids).toEqual({ item: ['fgw-008', 'fgw-009', 'gsj-001'] })
    expect(await bodyOf('fgw-009')).toMatchObject({
      name: '价格审批',
      agency: 'fgw',
      type: 'non-licensing-approval',
      statutoryTimeLimit: { amount: 3, unit: 'month' },
      promisedTimeLimit: { unit: 'instant' },
    })
    expect((await bodyOf('gsj-001'))?.statutoryTimeLimit).toEqual({ amount: 15, unit: 'working-day' })
  })

  it('is the same list when it is read again: nothing gets a second number', async () => {
    const sheets = { 目录: [[...officeHeadings], [1, '备案', '市发改委', '行政许可', '20个工作日', '5个工作日', null]] }
    await importBook(sheets)
    const again = await importBook(sheets)
    expect([again.created.count, again.unchanged.ids.item]).toEqual([0, ['fgw-008']])
  })

  it('leaves a note where 日 does not say what kind of day it is, and reads calendar days', async () => {
    const { findings } = await importBook(items(['fgw-001', '备案', 'fgw', '行政许可', '20日', '5个工作日']))
    expect(findings).toEqual([
      expect.objectContaining({ rule: 'TIM-22', path: '事项!E2', message: expect.stringContaining('20日') }),
    ])
    expect((await bodyOf('fgw-001'))?.statutoryTimeLimit).toEqual({ amount: 20, unit: 'calendar-day' })
  })

  it('reads bare numbers where the heading names the unit', async () => {
    await importBook({
      目录: [
        ['项目名称', '实施部门', '类别', '法定时限（工作日）', '承诺时限(工作日)'],
        ['备案', '市发改委', '行政许可', 20, 5],
      ],
    })
    expect((await bodyOf('fgw-008'))?.promisedTimeLimit).toEqual({ amount: 5, unit: 'working-day' })
  })

  it('knows an item by the name that a decision gave it, and leaves the name of its file', async () => {
    const decision = {
      id: 'd-1',
      title: '更名',
      issuer: '市政府',
      stage: 'adopted',
      adoptedOn: '2015-01-01',
      effectiveOn: '2015-01-01',
      inTransit: '继续办结',
      actions: [{ action: 'rename', item: 'fgw-007', to: '项目核准（市级）' }],
    }
    await writeFile(join(root, 'decision.json'), JSON.stringify(decision))
    await importPaths('decision.json')
    const { created, updated } = await importBook({
      目录: [[...officeHeadings], [1, '项目核准（市级）', '市发改委', '行政许可', '20个工作日', '5个工作日', null]],
    })
    expect([created.count, updated.ids]).toEqual([0, { item: ['fgw-007'] }])
    expect(await bodyOf('fgw-007')).toMatchObject({ name: '项目核准', promisedTimeLimit: { amount: 5 } })
  })

  it('gives sub-items their main item by its name', async () => {
    const { created } = await importBook({
      目录: [
        ['项目名称', '子项名称', '实施部门', '类别', '法定时限', '承诺时限'],
        ['登记', null, '市工商局', '行政许可', '20个工作日', '5个工作日'],
        ['登记', '设立登记', '市工商局', '行政许可', '20个工作日', '5个工作日'],
      ],
    })
    expect(created.ids.item).toEqual(['gsj-001', 'gsj-002'])
    expect(await bodyOf('gsj-002')).toMatchObject({ name: '设立登记', parent: 'gsj-001' })
  })

  it('reads the legal bases that stand in one cell', async () => {
    await importBook({
      目录: [
        ['项目名称', '实施部门', '类别', '法定时限', '承诺时限', '设定依据'],
        [
          '登记',
          '市工商局',
          '行政许可',
          '20个工作日',
          '无',
          '《中华人民共和国行政许可法》第十二条、第四十二条第一款；\n《公司登记管理条例》（国务院令第156号）第三条',
        ],
      ],
    })
    expect((await bodyOf('gsj-001'))?.legalBases).toMatchObject([
      { law: '行政许可法', articles: ['第十二条', '第四十二条第一款'], for: 'item' },
      { law: '公司登记管理条例', articles: ['第三条'] },
    ])
  })

  it('tells which columns and sheets nobody read', async () => {
    const { findings } = await importBook({
      目录: [
        ['项目名称', '实施部门', '类别', '法定时限', '承诺时限', '收费情况'],
        ['登记', '市工商局', '备案', '无', '无', '不收费'],
      ],
      说明: [['请各单位核对']],
    })
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['unread-column', '目录!F1'],
      ['unread-sheet', '说明!A1'],
    ])
  })
})

describe('what a workbook does not say', () => {
  it('stays as it is stored', async () => {
    await importBook(items(['fgw-007', '项目核准', 'fgw', '行政许可', '20个工作日', '6个工作日']))
    expect(await bodyOf('fgw-007')).toMatchObject({
      aliases: ['核准'],
      guide: { scope: '本市', materials: [{ name: '申请书' }] },
      promisedTimeLimit: { amount: 6, unit: 'working-day' },
    })
  })

  it('empties a list whose only row says 无, and fills it again', async () => {
    const materials = (...rows: Sheets[string]) => ({ 材料: [['事项编码', '事项名称', '材料名称', '原件数'], ...rows] })
    await importBook(materials(['fgw-007', null, '无', null]))
    expect((await bodyOf('fgw-007'))?.guide?.materials).toEqual([])
    await importBook(materials(['fgw-007', null, '申请表', 2], ['fgw-007', null, '身份证', null]))
    expect((await bodyOf('fgw-007'))?.guide).toMatchObject({
      scope: '本市',
      materials: [
        { name: '申请表', originals: 2 },
        { name: '身份证', originals: null },
      ],
    })
  })

  it('does not take agencies from the list that a shorter list leaves out', async () => {
    await importBook({
      部门: [
        ['机构代码', '机构名称'],
        ['hbj', '市环保局'],
      ],
    })
    const agencies = (await store.find('agencies', 'main'))?.body.agencies.map(({ code }) => code)
    expect(agencies).toEqual(['fgw', 'gsj', 'hbj'])
  })

  it('is only told by a dry run', async () => {
    const before = await store.catalogueRevision()
    const sheets = items(['fgw-007', '项目核准', 'fgw', '行政许可', '20个工作日', '6个工作日'])
    const { updated } = await importBook(sheets, { dryRun: true })
    expect([updated.ids, await store.catalogueRevision()]).toEqual([{ item: ['fgw-007'] }, before])
  })
})

describe('a cell that cannot be read', () => {
  it.each([
    ['大概20天', 5, '大概20天'],
    ['20', 5, '20'],
    ['', 5, '没有时限请写“无”'],
    ['20个工作日（自然日）', 5, '20个工作日（自然日）'],
  ])('is refused with its sheet, row and column, and quoted: %s', async (text, column, quoted) => {
    const found = await refusalOf(items(['fgw-001', '备案', 'fgw', '行政许可', text, '5个工作日']))
    expect(found).toEqual([
      expect.objectContaining({
        sheet: '事项',
        line: 2,
        column,
        pointer: '/statutoryTimeLimit',
        rule: 'unreadable-cell',
      }),
    ])
    expect(found[0]?.message).toContain(`“事项”表第 2 行“法定时限”（E2）`)
    expect(found[0]?.message).toContain(quoted)
  })

  it('is named with every other one, and what follows from it is not told as well', async () => {
    const found = await refusalOf(
      items(
        ['fgw-001', '备案', 'fgw', '许可证', '20天左右', '5个工作日'],
        ['fgw-001', '备案', 'fgw', '行政许可', '无', '快'],
      ),
    )
    expect(found.map(({ line, column, rule }) => [line, column, rule])).toEqual([
      [2, 4, 'unreadable-cell'],
      [2, 5, 'unreadable-cell'],
      [3, 1, 'unreadable-cell'],
    ])
  })

  it('is told with its place when only the schema or a list refuses it', async () => {
    const found = await refusalOf({
      ...items(['FGW-1', '备案', 'fgw', '行政许可', '无', '无'], ['gsj-002', null, 'gsj', '行政许可', '无', '无']),
      法律依据: [
        ['事项编码', '事项名称', '依据'],
        ['fgw-007', null, '没有的法'],
      ],
    })
    expect(found.map(({ sheet, line, column, rule }) => [sheet, line, column, rule])).toEqual([
      ['事项', 2, 1, 'pattern'],
      ['事项', 3, 2, 'required'],
      ['法律依据', 2, 3, 'unknown-law'],
    ])
    expect(found[2]?.message).toContain('写着“没有的法”')
  })

  it.each([
    [['备案', '市教育局', '行政许可', '无', '无'], 'unknown-agency', '市教育局'],
    [['备案', '', '行政许可', '无', '无'], 'unknown-agency', '没有写是哪个机构'],
  ])('is an agency that nobody knows: %j', async (row, rule, words) => {
    const found = await refusalOf({ 目录: [['项目名称', '实施部门', '类别', '法定时限', '承诺时限'], row] })
    expect(found).toEqual([expect.objectContaining({ rule, message: expect.stringContaining(words) })])
  })

  it('is a legal basis with words that nobody understands', async () => {
    const found = await refusalOf({
      目录: [
        ['项目名称', '实施部门', '类别', '法定时限', '承诺时限', '设定依据'],
        ['登记', '市工商局', '备案', '无', '无', '《行政许可法》等有关规定'],
      ],
    })
    expect(found[0]).toMatchObject({ column: 6, message: expect.stringContaining('等有关规定') })
  })

  it('is a second row of the same item', async () => {
    const row = ['备案', '市发改委', '备案', '无', '无']
    const found = await refusalOf({ 目录: [['项目名称', '实施部门', '类别', '法定时限', '承诺时限'], row, row] })
    expect(found).toEqual([
      expect.objectContaining({
        line: 3,
        column: 1,
        rule: 'repeated-code',
        message: expect.stringContaining('另有一行'),
      }),
    ])
  })

  it('is a code and a name of two agencies', async () => {
    const found = await refusalOf({
      事项: [
        ['编码', '事项名称', '机构代码', '机构', '事项类型', '法定时限', '承诺时限'],
        ['fgw-001', '备案', 'fgw', '市工商局', '备案', '无', '无'],
      ],
    })
    expect(found[0]).toMatchObject({ rule: 'unknown-agency', message: expect.stringContaining('不是同一个机构') })
  })
})

describe('a decision in a workbook', () => {
  const decision = (adoptedOn: Date | string | null, item: string) => ({
    决定: [
      ['编号', '名称', '发文机关', '阶段', '审议日期', '施行日期', '在途处理', '申报取消'],
      ['d-1', '取消目录', '市政府', '审议通过', adoptedOn, '2015年3月1日', '继续办结', 1],
    ],
    决定事项: [
      ['决定编号', '决定名称', '调整', '事项编码', '理由', '监管措施'],
      ['d-1', null, '取消', item, '上级已取消', '加强事中事后监管'],
    ],
  })

  it('is read with its rows, whatever way its days are written', async () => {
    await importBook(decision(new Date('2015-02-01T00:00:00Z'), 'fgw-007'))
    expect((await store.find('decision', 'd-1'))?.body).toMatchObject({
      adoptedOn: '2015-02-01',
      effectiveOn: '2015-03-01',
      declared: { cancel: 1 },
      actions: [{ action: 'cancel', item: 'fgw-007', reason: '上级已取消' }],
    })
  })

  it('is judged as every other: the row that contradicts the catalogue is named', async () => {
    const found = await refusalOf(decision('2015-02-01', 'fgw-099'))
    expect(found[0]).toMatchObject({ sheet: '决定事项', line: 2, column: 4, rule: 'unknown-item' })
  })

  it('needs days that there are', async () => {
    const found = await refusalOf(decision('2015-02-30', 'fgw-007'))
    expect(found[0]).toMatchObject({ sheet: '决定', line: 2, column: 5, pointer: '/adoptedOn' })
  })
})

describe('a sheet that says nothing', () => {
  it('of ours without headings is refused', async () => {
    const found = await refusalOf({ 事项: [['一', '二']] })
    expect(found[0]?.message).toContain('找不到表头')
  })

  it('of others alone is no catalogue', async () => {
    const found = await refusalOf({
      Sheet1: [
        ['姓名', '电话'],
        ['甲', '1'],
      ],
    })
    expect(found[0]?.message).toContain('没有事项表')
  })
})
