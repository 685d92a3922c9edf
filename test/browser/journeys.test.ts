import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { writeDay } from '../../views/parts/day.tsx'
import { describeLooks } from '../builders/store-under-test.ts'
import { findBarriers, follow, openSite, type Site } from './open-site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site.close())

const visit = (path: string, options: BrowserContextOptions = {}): Promise<Page> => site.visit(path, options)
const askApi = <T>(path: string): Promise<T> => site.askApi<T>(path)

interface Due {
  promised: { dueOn: string | null }
  statutory: { dueOn: string | null }
}

describe('a visitor who wants something done', () => {
  it('finds an item by own words and learns its due day', async () => {
    const page = await visit('/')
    await page.getByLabel('要办什么事？').fill('施工许可')
    await follow(page.getByRole('button', { name: '搜索' }))
    await follow(page.locator('.rows a').first())
    const code = page.url().split('/').pop() ?? ''
    await page.getByLabel('受理那天').fill('2026-09-28')
    await page.waitForURL(/from=2026-09-28/)
    const due = await askApi<Due>(`/api/v1/items/${code}/due?from=2026-09-28`)
    const day = due.promised.dueOn ?? due.statutory.dueOn
    expect(await page.locator('.due-day').textContent()).toBe(writeDay(day ?? ''))
    await page.locator('.skipped summary').click()
    expect(await page.locator('.skipped li').allTextContents()).toContainEqual(expect.stringContaining('国庆节'))
    await page.context().close()
  })

  it('is told beside the field that a day does not exist', async () => {
    const { data } = await askApi<{ data: { code: string }[] }>('/api/v1/items?pageSize=1')
    const page = await visit(`/items/${data[0]?.code}?from=2026-02-30`)
    expect(await page.locator('#from-error').textContent()).toContain('没有“2026-02-30”这一天')
    await page.context().close()
  })

  it('is helped on when nothing is found', async () => {
    const page = await visit('/items?q=qqqqzzzz')
    expect(await page.locator('main').textContent()).toContain('没有找到“qqqqzzzz”')
    await page.context().close()
  })
})

describe('a reader of the compression page', () => {
  it('sees every agency with the same figure in the chart and in the table', async () => {
    const page = await visit('/compression')
    const report = await askApi<{ agencies: { name: string; ratio: number | null }[] }>('/api/v1/compression')
    const rows = await page.locator('.numbers tbody tr').allTextContents()
    const bars = await page.locator('.chart-value').allTextContents()
    for (const { name, ratio } of report.agencies) {
      if (ratio === null) continue
      const figure = `${(ratio * 100).toFixed(1)}%`
      expect(rows).toContainEqual(expect.stringMatching(new RegExp(`^${name}.*${figure}`)))
      expect(bars).toContainEqual(expect.stringContaining(figure))
    }
    await page.context().close()
  })

  it('finds every excluded item with its reason, and the items of an agency', async () => {
    const page = await visit('/compression')
    const report = await askApi<{ excluded: unknown[] }>('/api/v1/compression')
    expect(await page.locator('section[aria-labelledby=excluded] li').count()).toBe(report.excluded.length)
    await follow(page.locator('.numbers tbody th a').first())
    expect(await page.locator('#items').textContent()).toBe('每个事项')
    await page.context().close()
  })
})

describe('a visitor without JavaScript and without a mouse', () => {
  it('skips to the content, searches and gets the due day by keyboard alone', async () => {
    const page = await visit('/', { javaScriptEnabled: false })
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toContain('跳到正文')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('施工许可')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/items\?q=/)
    await page.locator('.rows a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/items\/[a-z]/)
    await page.getByRole('button', { name: '算一算' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/from=\d{4}-/)
    expect(await page.locator('.due-day').textContent()).toMatch(/^\d{4}年\d+月\d+日（星期.）$/)
    await page.context().close()
  })

  it('enlarges the text and keeps it on the next page', async () => {
    const page = await visit('/agencies', { javaScriptEnabled: false })
    await follow(page.getByRole('link', { name: '大字版' }))
    expect(new URL(page.url()).pathname).toBe('/agencies')
    await follow(page.getByRole('link', { name: '时限压缩' }))
    expect(await page.locator('html').getAttribute('class')).toBe('text-large')
    await page.context().close()
  })
})

describeLooks('every page', () => {
  const paths = [
    '/',
    '/items',
    '/items?q=qqqqzzzz',
    'an item',
    '/agencies',
    'an agency',
    '/compression',
    '/about/data',
    '/help/counting',
    '/nowhere',
  ]
  const screens = [1280, 390]
  it.each(paths.flatMap((path) => screens.map((width) => ({ path, width }))))(
    'has no barrier and does not scroll sideways: $path at $width px',
    async ({ path, width }) => {
      const { data } = await askApi<{ data: { code: string; agency: string }[] }>('/api/v1/items?pageSize=1')
      const [item] = data
      const address =
        path === 'an item' ? `/items/${item?.code}` : path === 'an agency' ? `/agencies/${item?.agency}` : path
      const page = await visit(address, { viewport: { width, height: 844 }, bypassCSP: true })
      expect(await findBarriers(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await page.context().close()
    },
  )
})
