import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describeLooks } from '../builders/store-under-test.ts'
import { findBarriers, follow, openSite, type Site } from './open-site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 180_000)
afterAll(() => site.close())

const visit = (path: string, options: BrowserContextOptions = {}): Promise<Page> => site.visit(path, options)
const askApi = <T>(path: string): Promise<T> => site.askApi<T>(path)

const model = '2014-05-04-17'

describe('which items the city had on 2014-05-03 and on 2014-05-05, and why they differ', () => {
  it('is answered without script, from the list of items to the decision behind each difference', async () => {
    const page = await visit('/items', { javaScriptEnabled: false })
    for (const day of ['2014-05-03', '2014-05-05']) {
      await page.locator('.day-picker summary').first().click()
      await page.getByLabel('哪一天').fill(day)
      await follow(page.getByRole('button', { name: '查看' }))
      const { meta } = await askApi<{ meta: { total: number } }>(`/api/v1/items?asOf=${day}`)
      expect(await page.locator('.total b').textContent()).toBe(String(meta.total))
    }
    await page.locator('.day-picker summary').first().click()
    await follow(page.getByRole('link', { name: '两天对比' }))
    await page.getByLabel('前一天').fill('2014-05-03')
    await page.getByLabel('后一天').fill('2014-05-05')
    await follow(page.getByRole('button', { name: '看结果' }))
    const { items } = await askApi<{ items: unknown[] }>('/api/v1/difference?from=2014-05-03&to=2014-05-05')
    expect(await page.locator('.change-list > li').count()).toBe(items.length)
    await follow(page.locator('.difference h2 a'))
    expect(new URL(page.url()).pathname).toBe(`/decisions/${model}`)
    await page.context().close()
  })

  it('keeps the day from the list to an item and its agency, and returns to today', async () => {
    const page = await visit('/items?asOf=2014-05-03')
    await follow(page.locator('.rows a').first())
    await follow(page.locator('.item-facts a'))
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2014-05-03')
    expect(await page.locator('.day-banner').textContent()).toContain('2014年5月3日')
    await follow(page.getByRole('link', { name: '回到今天' }))
    expect(new URL(page.url()).search).toBe('')
    expect(await page.locator('.day-banner').count()).toBe(0)
    await page.context().close()
  })
})

describe('a number of the ledger', () => {
  it('leads to its items, and each of them to the row of the decision that moved it', async () => {
    const page = await visit('/ledger')
    await page.getByText('决定施行的日子').click()
    await follow(page.getByRole('link', { name: '2014年5月4日', exact: true }))
    const row = page.locator('.account tr', { has: page.getByRole('rowheader', { name: '取消' }) })
    const number = Number((await row.locator('a').textContent())?.replace('−', ''))
    await row.locator('a').click()
    const items = page.locator('#move-cancel .move-list > li')
    expect(await items.count()).toBe(number)
    const name = await items.first().locator('a').first().textContent()
    await follow(items.first().locator('.hint a'))
    expect(await page.locator('.decision-row:target th a').first().textContent()).toBe(name)
    await page.context().close()
  })
})

describe('the two directories the city named', () => {
  it.each([
    ['取消的行政审批项目目录', '湘潭市拟取消的行政审批项目目录'],
    ['调整的行政审批项目目录', '湘潭市拟调整的行政审批项目目录'],
  ])('are printed across A4 from the page of the decision, with nothing but the paper: %s', async (link, title) => {
    const page = await visit(`/decisions/${model}`)
    await follow(page.getByRole('link', { name: link, exact: true }))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('h1').textContent()).toBe(title)
    for (const part of ['.site-header', '.site-footer', '.crumbs', '.screen-only']) {
      expect(await page.locator(part).isVisible()).toBe(false)
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[456]/)
    await page.context().close()
  })
})

describeLooks('every page about decisions and days', () => {
  const paths = [
    '/decisions',
    `/decisions/${model}`,
    `/decisions/${model}/tables/cancelled`,
    `/decisions/${model}/tables/adjusted`,
    '/directory?agency=gaj&asOf=2014-05-03',
    '/ledger',
    '/ledger?from=2014-05-05&to=2014-05-04',
    '/difference?from=2014-05-03&to=2014-05-05',
    '/difference?from=2013-05-03&to=2013-05-05',
    '/items?asOf=2014-05-03',
    '/items?asOf=2014-02-30',
    '/items/rsj-006',
    '/items/rsj-006?asOf=2014-05-03',
    '/agencies?asOf=2014-05-03',
    '/compression?asOf=2014-05-03',
    '/findings?agency=gaj',
    '/laws',
    '/laws/道路交通安全法',
  ]
  const fits = 'document.documentElement.scrollWidth <= innerWidth'
  it.each(paths)('has no barrier, on a desk and on a phone: %s', async (path) => {
    const page = await visit(path, { viewport: { width: 1280, height: 844 }, bypassCSP: true })
    expect(await findBarriers(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await findBarriers(page)).toEqual([])
    await page.context().close()
  })

  it('does not scroll sideways, on a phone or at 200 %', async () => {
    const page = await visit('/')
    // A window of 1280 px at 200 % has 640 px of its own.
    for (const width of [1280, 640, 390]) {
      await page.setViewportSize({ width, height: 844 })
      for (const path of paths) {
        await page.goto(path)
        expect([path, width, await page.evaluate(fits)]).toEqual([path, width, true])
      }
    }
    await page.context().close()
  })

  it.each([
    ['dark', { colorScheme: 'dark' as const }, []],
    ['high-contrast, large-text', {}, ['text=large', 'contrast=high']],
  ])('keeps its contrast in the %s display', async (_name, options, cookies) => {
    const context = await site.browser.newContext({ baseURL: site.origin, bypassCSP: true, ...options })
    await context.addCookies(cookies.map((pair) => cookieOf(pair, site.origin)))
    const page = await context.newPage()
    for (const path of ['/ledger', `/decisions/${model}`, '/items?asOf=2014-05-03', '/items/rsj-006']) {
      await page.goto(path)
      expect([path, await findBarriers(page)]).toEqual([path, []])
    }
    await context.close()
  })
})

function cookieOf(pair: string, url: string) {
  const [name = '', value = ''] = pair.split('=')
  return { name, value, url }
}
