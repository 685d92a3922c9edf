import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { hostileName } from '../../builders/a-decided-catalogue.ts'
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
/** Ways into the catalogue: where the day must come along. */
const isCatalogue = (href: string) => /^\/(items|agencies|compression|directory)\b/.test(href)

describe('the catalogue on a day', () => {
  it.each([
    '/items',
    '/items?type=licensing',
    '/agencies',
    '/agencies/fgw',
    '/compression',
    '/items/fgw-001',
    '/directory',
  ])('keeps its day in every way through it, says so on top, and leads back to today: %s', async (path) => {
    const address = `${path}${path.includes('?') ? '&' : '?'}asOf=2014-05-03`
    const { status, words, html, links } = await page(address)
    expect([status, words.includes('您看的是2014年5月3日（星期六）的目录，不是今天的')]).toEqual([200, true])
    expect(html).toContain(`<a href="${path.replace('&', '&amp;')}">回到今天</a>`)
    const back = links.indexOf(path)
    const lost = links.filter((href, at) => isCatalogue(href) && at !== back && !href.includes('asOf='))
    // The picker offers today as well.
    expect(lost.filter((href) => href !== path)).toEqual([])
  })

  it('lists the items of that day', async () => {
    expect((await page('/items?asOf=2014-05-03')).words).toContain('粮食收购资格认定')
    expect((await page('/items?asOf=2014-05-05')).words).not.toContain('粮食收购资格认定')
  })

  it('says nothing of days on today’s pages', async () => {
    const { words, links } = await page('/items')
    expect(words).not.toContain('您看的是')
    expect(links.filter((href) => href.includes('asOf=') && !/asOf=20\d\d-\d\d-\d\d$/.test(href))).toEqual([])
  })

  it('keeps the words and filters of the list when another day is chosen', async () => {
    const { html } = await page('/items?q=项目&type=licensing&asOf=2014-05-03')
    expect(html).toContain('<input type="hidden" name="q" value="项目"/>')
    expect(html).toContain('<input type="hidden" name="type" value="licensing"/>')
  })

  it.each(['/items', '/items/fgw-001', '/agencies', '/agencies/fgw', '/compression', '/directory'])(
    'refuses a day that does not exist: %s',
    async (path) => {
      const { status, words } = await page(`${path}?asOf=2014-02-30`)
      expect([status, words.includes('没有2014-02-30这一天')]).toEqual([400, true])
    },
  )
})

describe('the page of an item', () => {
  it('that was cancelled says since when and by which decision, and keeps its last guide', async () => {
    const { status, words, links } = await page('/items/fgw-010')
    expect(status).toBe(200)
    expect(words).toContain('这个事项已取消')
    expect(words).toContain('从2014年5月4日（星期日）起，市里不再办理')
    expect(links).toContain('/decisions/2014-05-04-17')
    expect(links).toContain('/items/fgw-010?asOf=2014-05-03')
    const last = await page('/items/fgw-010?asOf=2014-05-03')
    expect(last.words).toContain('有固定场所')
    expect(last.words).not.toContain('这个事项已取消')
  })

  it('that was merged leads to its heir, which leads back', async () => {
    const source = await page('/items/fgw-012')
    expect(source.words).toContain('现在请办：工程招标核准和备案')
    expect(source.links).toContain('/items/fgw-014')
    expect((await page('/items/fgw-014')).links).toContain('/items/fgw-012')
  })

  it('that was delegated names who handles it now', async () => {
    expect((await page('/items/fgw-011')).words).toContain('现在请到湘乡市办理')
  })

  it('that is suspended, narrowed or yet to come says so on top', async () => {
    expect((await page('/items/fgw-016')).words).toContain('这个事项暂停办理')
    expect((await page('/items/fgw-017')).words).toContain('市级只办一部分：年耗能五千吨以上的项目')
    const planned = await page('/items/gsj-010?asOf=2014-05-03')
    expect(planned.words).toContain('还没有开始办理。从2014年5月4日（星期日）起办理')
    expect(planned.html).not.toContain('算一算')
  })

  it('tells its life with the row of each decision', async () => {
    const { words, links } = await page('/items/fgw-018')
    expect(words).toContain('2015年6月1日（星期一）更名名称：外商投资核准→外商投资项目核准')
    expect(links).toContain('/decisions/2015-06-01-01#row-5')
    expect((await page('/items/fgw-001')).words).toContain('没有任何调整决定动过它')
  })

  it('asks for the due day on the day one looks at', async () => {
    expect((await page('/items/fgw-001?asOf=2014-05-03')).html).toContain(
      '<input type="hidden" name="asOf" value="2014-05-03"/>',
    )
  })
})

describe('hostile names', () => {
  const paths = [
    '/',
    '/decisions',
    '/decisions/2014-05-04-17',
    '/decisions/2015-06-01-01',
    '/decisions/2014-05-04-17/tables/cancelled',
    '/directory?asOf=2014-05-03',
    '/ledger',
    '/difference?from=2014-05-03&to=2015-06-01',
    '/items/fgw-019',
    '/items?asOf=2014-05-03',
    '/items?q=<script>alert(1)</script>&asOf=2014-05-03',
  ]
  it.each(paths)('are printed as text: %s', async (path) => {
    const { html } = await page(path)
    expect(html).not.toMatch(/<script>|<img src=x/)
  })

  it('are readable as they are', async () => {
    expect((await page('/items/fgw-019')).html).toContain(hostileName.replaceAll('<', '&lt;').replaceAll('"', '&quot;'))
  })
})

describe('what does not exist', () => {
  it.each([
    ['/items/nothing-1', '没有这个事项'],
    ['/items/nothing-1?asOf=2014-05-03', '没有这个事项'],
    ['/agencies/nobody', '没有这个部门'],
    ['/decisions/nowhere/tables/cancelled', '没有这个调整决定'],
    ['/decisions/2014-05-04-17/tables/nothing', '没有这一页'],
    ['/nowhere', '没有这一页'],
  ])('is said to be missing, in words and with 404: %s', async (path, title) => {
    const { status, words } = await page(path)
    expect([status, words.includes(title)]).toEqual([404, true])
  })
})
