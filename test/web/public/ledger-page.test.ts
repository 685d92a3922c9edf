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
const day = '/ledger?from=2014-05-04&to=2014-05-04'

describe('the ledger', () => {
  it('proves that opening, additions and removals give the closing', async () => {
    const { words } = await page(day)
    expect(words).toContain('期初18+增加2−减少5=期末15✓相符')
    expect(words).toContain('承接+119')
  })

  it('leads from every number of the table to its rows on the page or to the list of the day', async () => {
    const { html, links } = await page(day)
    const movements = links.filter((href) => href.startsWith('#move-'))
    expect(movements).toEqual(['#move-undertake', '#move-mergeIn', '#move-cancel', '#move-delegate', '#move-mergeOut'])
    for (const href of movements) expect(html).toContain(`id="${href.slice(1)}"`)
    expect(links).toContain('/items?asOf=2014-05-03')
    expect(links).toContain('/items?asOf=2014-05-04')
  })

  it('names behind a number each item, its day, and the row of the decision', async () => {
    const { html } = await page(day)
    const cancelled = html.slice(html.indexOf('id="move-cancel"'), html.indexOf('id="move-delegate"'))
    expect(linksOf(cancelled)).toEqual([
      '/items/fgw-010',
      '/decisions/2014-05-04-17#row-1',
      '/items/fgw-019',
      '/decisions/2014-05-04-17#row-2',
    ])
  })

  it('tells in the picture what the table tells', async () => {
    const { html } = await page(day)
    expect(html).toContain(
      '<desc id="waterfall-told">期初 18，承接 +1，合并产生 +1，取消 −2，下放 −1，被合并 −2，期末 15</desc>',
    )
  })

  it('is kept for each agency and type, transfers and changes of type included', async () => {
    const span = '&from=2015-06-01&to=2015-06-01'
    expect((await page(`/ledger?agency=fgw${span}`)).words).toContain('划入+1')
    expect((await page(`/ledger?agency=gsj${span}`)).words).toContain('划出−1')
    expect((await page(`/ledger?type=non-licensing-approval${span}`)).words).toContain('类别转出−1')
    expect((await page('/ledger?agency=nobody')).status).toBe(404)
    expect((await page('/ledger?type=nothing')).status).toBe(404)
  })

  it('counts what a revocation brought back', async () => {
    expect((await page('/ledger?from=2015-10-01&to=2015-10-01')).words).toContain('撤销后恢复+1')
  })

  it('says so when nothing moved', async () => {
    expect((await page('/ledger?from=2013-01-01&to=2013-12-31')).words).toContain('这段时间里没有增减')
  })

  it.each([
    ['from=2014-02-30&to=2014-12-31', '没有2014-02-30这一天'],
    ['from=2014-12-31&to=2014-01-01', '后一个日期要和前一个相同，或在它之后'],
    ['from=gestern&to=2014-01-01', '请把日期写成2015-03-01的样子'],
    ['from=2014-01-01&from=2014-01-02&to=2014-02-01', '请把日期写成2015-03-01的样子'],
  ])('answers 400 and says beside the field what is wrong: %s', async (query, sentence) => {
    const { status, words, html } = await page(`/ledger?${query}`)
    expect([status, words.includes(sentence)]).toEqual([400, true])
    expect(html).toContain('aria-invalid="true"')
  })
})

describe('the difference between two days', () => {
  it('tells which items differ, what changed in each, and the decision behind it', async () => {
    const { words, links } = await page('/difference?from=2014-05-03&to=2014-05-05')
    expect(words).toContain('有18个在用事项，2014年5月5日（星期一）有15个。不同的有7个事项，出自1个决定。')
    expect(words).toContain('取消（2个）')
    expect(words).toContain('在用→变为已取消')
    expect(words).toContain('没有→变为湘乡市')
    expect(links).toContain('/decisions/2014-05-04-17')
    expect(links).toContain('/items/fgw-010?asOf=2014-05-03')
  })

  it('tells changes of name, agency, type and scope', async () => {
    const { words } = await page('/difference?from=2015-05-31&to=2015-06-01')
    expect(words).toContain('外商投资核准→变为外商投资项目核准')
    expect(words).toContain('湘潭市工商行政管理局→变为湘潭市发展和改革委员会')
    expect(words).toContain('非行政许可审批→变为政府内部审批')
    expect(words).toContain('全部→变为只保留：年耗能五千吨以上的项目')
  })

  it('says in words that two days are the same', async () => {
    const { status, words } = await page('/difference?from=2013-01-01&to=2013-01-02')
    expect([status, words.includes('没有一处不同')]).toEqual([200, true])
  })

  it('refuses days that do not exist or are turned round', async () => {
    expect((await page('/difference?from=2014-13-01&to=2014-05-05')).status).toBe(400)
    expect((await page('/difference?from=2014-05-05&to=2014-05-03')).status).toBe(400)
  })
})
