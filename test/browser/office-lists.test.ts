import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { aReformOfficer } from '../builders/an-office.ts'
import { makeAccount, signIn } from './open-office.ts'
import { findBarriers, follow, openSite, type Site } from './open-site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
  await makeAccount(site.office, { name: 'wang', displayName: '王五', role: 'reform-officer', agency: null })
}, 120_000)
afterAll(() => site.close())
afterEach(() => Promise.all(site.browser.contexts().map((context) => context.close())))

const enter = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await site.browser.newContext({ baseURL: site.origin, ...options })
  const page = await context.newPage()
  await signIn(page, 'wang')
  await page.goto(path)
  return page
}
/** A page changes by script; asking again until it has. */
const wordsOf = (page: Page, selector: string, words: RegExp) =>
  page.locator(selector).filter({ hasText: words }).first().waitFor({ timeout: 10_000 })

describe('the list of items in the office', () => {
  it('offers what can be done with several only when something is chosen', async () => {
    const page = await enter('/office/items')
    const bar = page.locator('.bulk-bar')
    expect(await bar.isVisible()).toBe(false)
    await page.locator('input[name=item]').nth(1).check()
    expect(await bar.locator('legend').textContent()).toContain('1 个')
    await page.getByLabel('选择本页全部事项').check()
    expect(await bar.locator('legend').textContent()).toContain('50 个')
    await page.getByLabel('选择本页全部事项').uncheck()
    expect(await bar.isVisible()).toBe(false)
  })

  it('does the same without script', async () => {
    const page = await enter('/office/items?agency=fgw', { javaScriptEnabled: false })
    await page.locator('input[name=item]').first().check()
    await page.getByLabel('留言给单位').fill('请核对材料')
    await follow(page.getByRole('button', { name: '请单位复核指南' }))
    expect(await page.locator('.notice').first().textContent()).toContain('1 个事项已请单位复核指南')
    expect(await page.locator('tbody tr').first().textContent()).toContain('待复核')
  })

  it('keeps its head in sight', async () => {
    const page = await enter('/office/items')
    await page.evaluate('scrollTo(0, 1500)')
    expect(await page.evaluate('document.querySelector("thead th").getBoundingClientRect().top')).toBe(0)
  })
})

describe('the decision editor', () => {
  const start = async (id: string) => {
    await site.office.startDecision(aReformOfficer, { id, title: '调整目录的决定' })
    return `/office/decisions/${id}`
  }

  it('says while one types what contradicts and what the numbers become', async () => {
    const page = await enter(await start('browser-1'))
    for (const kind of ['cancel', 'cancel']) {
      await page.locator('#kind').selectOption(kind)
      await follow(page.getByRole('button', { name: '加一行' }))
    }
    await page.getByLabel('施行日期').fill('2026-12-01')
    await page.locator('[name="/actions/0/item"]').fill('fgw-001')
    await page.locator('[name="/actions/1/item"]').fill('fgw-001')
    await wordsOf(page, '[data-verdict]', /同一决定里 fgw-001 出现了两次/)
    expect(await page.locator('[data-saved-state]').textContent()).toContain('还没有保存')
    await page.locator('[name="/actions/1/item"]').fill('fgw-002')
    await wordsOf(page, '[data-verdict]', /取消 2 ＝ 期末/)
    expect(await page.locator('[data-verdict]').textContent()).not.toContain('出现了两次')
    await page.locator('[name="/declared/cancel"]').fill('3')
    await wordsOf(page, '[data-verdict]', /写明取消3项，实际2项/)
  })

  it('saves what is there when the enter key is pressed, and loses no row', async () => {
    const page = await enter(await start('browser-2'))
    await page.locator('#kind').selectOption('rename')
    await follow(page.getByRole('button', { name: '加一行' }))
    await page.getByLabel('新名称').fill('新的名称')
    await Promise.all([page.waitForEvent('load'), page.getByLabel('新名称').press('Enter')])
    expect(await page.locator('[data-saved-state]').textContent()).toContain('已保存')
    expect(await page.getByLabel('新名称').inputValue()).toBe('新的名称')
  })

  it('tells the same without script after 预览', async () => {
    const page = await enter(await start('browser-3'), { javaScriptEnabled: false })
    await page.locator('#kind').selectOption('cancel')
    await follow(page.getByRole('button', { name: '加一行' }))
    await page.getByLabel('施行日期').fill('2026-12-01')
    await page.locator('[name="/actions/0/item"]').fill('xyz-999')
    await follow(page.getByRole('button', { name: '预览' }))
    expect(await page.locator('[data-verdict]').textContent()).toContain('目录里没有事项 xyz-999')
    expect(await page.locator('[name="/actions/0/item"]').inputValue()).toBe('xyz-999')
  })
})

describe('the compression desk', () => {
  it('changes totals and state of the row at once, and says what it cannot read', async () => {
    const page = await enter('/office/desk')
    const row = page.locator('tbody tr[data-code]').first()
    await row.locator('[data-longest]').click()
    await wordsOf(page, 'tr[data-code] [data-state]', /达标/)
    expect(await page.locator('[data-desk-totals]').textContent()).toContain('拟改 1 项')
    await row.locator('input').fill('尽快')
    await wordsOf(page, 'tr[data-code] .error', /读不懂时限“尽快”/)
    await page.getByRole('button', { name: '全部改到达标的最长承诺' }).click()
    await wordsOf(page, '[data-desk-totals]', /拟改 20 项/)
    expect(await page.locator('[data-state].over').count()).toBe(0)
  })
})

describe('the pages of lists, decisions and promises', () => {
  const paths = [
    '/office/items',
    '/office/items/fgw-001',
    '/office/items/fgw-001/facts',
    '/office/decisions',
    '/office/decisions/axe-1',
    '/office/decisions/2014-05-04-17',
    '/office/desk',
  ]
  beforeAll(async () => {
    await site.office.startDecision(aReformOfficer, { id: 'axe-1', title: '调整目录的决定' })
  })

  it.each(paths)('have no barrier and no sideways scrolling: %s', async (path) => {
    const page = await enter(path, { viewport: { width: 390, height: 844 }, bypassCSP: true })
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  })
})
