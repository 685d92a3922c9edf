import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { layouts, retainedColumns } from '../../../views/official/layouts.ts'
import { spansOf } from '../../../views/official/table.ts'
import { openPages, type Pages, wordsOf } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const words = async (path: string) => wordsOf((await pages.get(path)).text)
const headsOf = (html: string) => [...html.matchAll(/<th scope="col"[^>]*>([^<]*)<\/th>/g)].map(([, head]) => head)

describe('the official tables of a decision', () => {
  it.each([
    ['cancel', ['序号', '项目名称', '实施部门', '项目类别', '设定依据', '取消理由', '后续监管措施', '备注']],
    [
      'delegate',
      [
        '序号',
        '项目名称',
        '原实施部门',
        '下放后实施部门（县市区）',
        '下放方式',
        '设定依据',
        '下放范围',
        '监管措施',
        '备注',
      ],
    ],
    ['undertake', ['序号', '项目名称', '原审批部门', '承接部门', '承接方式', '上级文件及文号', '设定依据', '备注']],
    ['merge', ['序号', '合并后项目名称', '实施部门', '原项目名称', '原类别', '设定依据', '备注']],
  ])('has the columns governments print: %s', async (table, heads) => {
    const { status, text } = await pages.get(`/decisions/2014-05-04-17/tables/${table}`)
    expect([status, headsOf(text)]).toEqual([200, heads])
  })

  it('has the two directories the city named, adjusted items under numbered headings', async () => {
    expect(await words('/decisions/2014-05-04-17/tables/cancelled')).toContain('湘潭市拟取消的行政审批项目目录')
    const adjusted = await words('/decisions/2014-05-04-17/tables/adjusted')
    expect(adjusted).toContain('湘潭市拟调整的行政审批项目目录')
    expect(adjusted).toMatch(
      /一、下放的行政审批项目（1项）.*二、承接的行政审批项目（1项）.*三、合并的行政审批项目（2项）/,
    )
    expect(adjusted).not.toContain('取消的行政审批项目（')
  })

  it('has a table for every other kind of row', async () => {
    for (const table of ['split', 'internal', 'suspend', 'rename', 'transfer']) {
      const { text } = await pages.get(`/decisions/2015-06-01-01/tables/${table}`)
      expect([table, text.match(/<td/g)?.length ?? 0]).toEqual([table, expect.any(Number)])
      expect(wordsOf(text)).not.toContain('共0项')
    }
    expect(await words('/decisions/2015-06-01-01/tables/cancel')).toContain('部分取消，保留：年耗能五千吨以上的项目')
  })

  it('writes brackets in full width, marks empty cells, and says that it is illustrative', async () => {
    const cancelled = await words('/decisions/2014-05-04-17/tables/cancelled')
    expect(cancelled).toContain('粮食收购资格认定（旧）')
    expect(cancelled).toContain('加强事中事后监管—')
    expect(cancelled).toContain('示例数据，未经核实')
  })

  it('does not know other tables', async () => {
    expect((await pages.get('/decisions/2014-05-04-17/tables/pancakes')).status).toBe(404)
  })

  it('gives each table the whole width', () => {
    for (const columns of [...layouts.map((layout) => layout.columns), retainedColumns]) {
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(100)
    }
  })
})

describe('a cell shared by lines', () => {
  const line = (number: number) => ({ number, counterpart: null, row: null, item: {} as never })
  it('reaches over lines of the same agency, and begins anew after twelve', () => {
    const lines = Array.from({ length: 16 }, (_, index) => line(index))
    expect(spansOf(lines, ({ number }) => (number < 2 ? '甲' : '乙'))).toEqual([
      2, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0,
    ])
  })
})

describe('the directory of items in use', () => {
  it('is of the whole city or of one agency, on the day asked for', async () => {
    const eve = await words('/directory?asOf=2014-05-03')
    expect(eve).toContain('湘潭市保留的行政审批项目目录截至2014年5月3日')
    expect(eve).toContain('粮食收购资格认定（旧）')
    expect(await words('/directory?asOf=2014-05-05')).not.toContain('粮食收购资格认定（旧）')
    const own = await words('/directory?agency=gsj&asOf=2014-05-05')
    expect(own).toContain('湘潭市工商行政管理局保留的行政审批项目目录')
    expect(own).not.toContain('节能评估审查')
  })

  it('has the columns of a kept list', async () => {
    expect(headsOf((await pages.get('/directory')).text)).toEqual(
      '序号 项目名称 子项名称 实施部门 类别 设定依据 审批对象 法定时限 承诺时限 收费情况 备注'.split(' '),
    )
  })

  it('is not found for an unknown agency', async () => {
    expect((await pages.get('/directory?agency=nobody')).status).toBe(404)
  })
})
