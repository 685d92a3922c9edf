import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { linksOf, openPages, type Pages, wordsOf } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const page = async (path: string) => {
  const { status, text } = await pages.get(path)
  return { status, html: text, words: wordsOf(text), links: linksOf(text) }
}

describe('the list of decisions', () => {
  it('has the newest first, with number, meeting, day, stage and counts', async () => {
    const { words } = await page('/decisions')
    expect(words.indexOf('后来撤销的决定')).toBeLessThan(words.indexOf('湘潭市拟取消和调整的行政审批项目目录'))
    expect(words).toContain(
      '审议通过尚未编号市政府第17次常务会议2014年5月4日（星期日）起施行取消2项下放1项承接1项合并2项为1项',
    )
  })

  it('keeps drafts to the office', async () => {
    expect((await page('/decisions')).words).not.toContain('还在拟订的决定')
    expect((await page('/decisions/2016-01-01-01')).status).toBe(404)
  })
})

describe('the page of a decision', () => {
  it('says who decided when on what basis, who was asked, and what becomes of accepted applications', async () => {
    const { words } = await page('/decisions/2014-05-04-17')
    expect(words).toContain('制定机关湘潭市人民政府审议市政府第17次常务会议，2014年5月4日（星期日）')
    expect(words).toContain('上级依据国务院关于取消和下放行政审批项目的决定')
    expect(words).toContain('市监察局：同意')
    expect(words).toContain('在办的申请施行前已受理的申请由原机关继续办结')
    expect(words).toContain('示例数据，未经核实')
  })

  it('lists every row with a link to its item and holds declared totals against the rows', async () => {
    const { words, links } = await page('/decisions/2014-05-04-17')
    expect(words).toContain('取消22✓相符')
    for (const code of ['fgw-010', 'fgw-011', 'fgw-012', 'fgw-013', 'fgw-014', 'gsj-010']) {
      expect(links).toContain(`/items/${code}`)
    }
  })

  it('shows the numbers of the day without the decision and with it', async () => {
    // Out: two cancelled, one delegated, two merged; in: the merged one, one undertaken.
    expect((await page('/decisions/2014-05-04-17')).words).toContain('全市合计1815−3')
  })

  it('says on top that it is revoked, and since when', async () => {
    const { words } = await page('/decisions/2015-09-01-01')
    expect(words).toContain('这个决定已经撤销，从2015年10月1日（星期四）起不再有效')
  })

  it('is not found under an unknown id', async () => {
    const { status, words } = await page('/decisions/nowhere')
    expect([status, words.includes('没有这个调整决定')]).toEqual([404, true])
  })
})
