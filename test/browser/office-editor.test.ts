import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { Actor } from '../../src/domain/office/rights.ts'
import { makeAccount, signIn } from './open-office.ts'
import { findBarriers, follow, openSite, type Site } from './open-site.ts'

let site: Site
const actorOf = (account: string): Actor => ({
  account,
  name: account,
  role: 'editor',
  agency: 'fgw',
  scopes: null,
  from: '',
})
const zhang = actorOf('zhang')

beforeAll(async () => {
  site = await openSite()
  for (const [name, displayName] of [
    ['zhang', '张三'],
    ['sun', '孙七'],
  ] as const) {
    await makeAccount(site.office, { name, displayName, role: 'editor', agency: 'fgw' })
  }
}, 120_000)
afterAll(() => site.close())
afterEach(() => Promise.all(site.browser.contexts().map((context) => context.close())))

/** Asked by a selector: the pages' security policy lets no script be made of a text. */
const saved = (page: Page) => page.locator('#save-state[data-kind=saved]')

/** A new draft of one guide; the one before is discarded. */
async function startDraft(): Promise<string> {
  const open = (await site.office.listEditions(zhang, { item: 'fgw-001' })).find(({ state }) => state === 'draft')
  if (open !== undefined)
    await site.office.advanceEdition(zhang, { id: open.id, revision: open.revision, action: 'discard' })
  return site.office.startEdition(zhang, { item: 'fgw-001' })
}

/** The editor of a draft in a browser of its own. */
async function edit(id: string, name = 'zhang', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await site.browser.newContext({
    baseURL: site.origin,
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  await signIn(page, name)
  await page.goto(`/office/drafts/${id}/edit`)
  return page
}

const stored = async (id: string) => (await site.office.getEdition(zhang, id)).body.content
const scope = (page: Page) => page.getByRole('textbox', { name: '适用范围' })
const waitFor = (page: Page, words: string | RegExp) => page.locator('#save-state', { hasText: words }).waitFor()
const cutOff = (target: Page | BrowserContext) => target.route('**/save', (route) => route.abort())

describe('what is typed', () => {
  it('is saved by itself, and the page says when', async () => {
    const id = await startDraft()
    const page = await edit(id)
    await scope(page).fill('全市企业')
    await waitFor(page, '有改动，还没有保存')
    await waitFor(page, /^已自动保存 \d\d:\d\d$/)
    expect((await stored(id)).guide?.scope).toBe('全市企业')
  })

  it('is kept in the browser while the connection is lost, and saved when it is back', async () => {
    const id = await startDraft()
    const page = await edit(id)
    await cutOff(page)
    await scope(page).fill('断线时写的')
    await waitFor(page, '没有保存：连接中断，内容已存在本机')
    await page.unroute('**/save')
    await waitFor(page, '已自动保存')
    expect((await stored(id)).guide?.scope).toBe('断线时写的')
  })

  it('is no conflict with itself when it was saved and the answer got lost', async () => {
    const id = await startDraft()
    const page = await edit(id)
    await page.route('**/save', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await scope(page).fill('答复丢了')
    await waitFor(page, '没有保存：连接中断')
    expect((await stored(id)).guide?.scope).toBe('答复丢了')
    await scope(page).fill('答复丢了以后又写的')
    await page.unroute('**/save')
    await waitFor(page, '已自动保存')
    await saved(page).waitFor({ state: 'attached' })
    expect((await stored(id)).guide?.scope).toBe('答复丢了以后又写的')
  })

  it('is saved by the button without leaving the page, and taken along to the review', async () => {
    const id = await startDraft()
    const page = await edit(id)
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await waitFor(page, '没有新的改动，都已保存')
    await scope(page).fill('按了 Ctrl+S')
    await scope(page).press('Control+s')
    await saved(page).waitFor({ state: 'attached', timeout: 2000 })
    await scope(page).fill('去提交')
    await page.getByRole('button', { name: '保存，去提交' }).click()
    await page.waitForURL(/\/review$/)
    expect((await stored(id)).guide?.scope).toBe('去提交')
  })

  it('is offered back after a crash, and thrown away when it is not wanted', async () => {
    const id = await startDraft()
    const page = await edit(id)
    const context = page.context()
    await cutOff(context)
    await scope(page).fill('死机前写的')
    await page.getByRole('button', { name: '添加问答' }).click()
    await page.getByLabel('问', { exact: true }).last().fill('要多久？')
    await waitFor(page, '没有保存')
    await page.close({ runBeforeUnload: false })

    const again = await context.newPage()
    await again.goto(`/office/drafts/${id}/edit`)
    expect(await scope(again).inputValue()).not.toBe('死机前写的')
    expect(await again.locator('#recovery').textContent()).toContain('没有保存成功的内容')
    await context.unroute('**/save')
    await follow(again.getByRole('button', { name: '恢复这些内容' }))
    expect(await scope(again).inputValue()).toBe('死机前写的')
    expect(await again.getByLabel('问', { exact: true }).last().inputValue()).toBe('要多久？')
    await waitFor(again, '已自动保存')
    expect((await stored(id)).guide?.scope).toBe('死机前写的')
    await again.reload()
    expect(await again.locator('#recovery').isVisible()).toBe(false)
  })

  it('stays on the page when the session has ended, until somebody signs in in another tab', async () => {
    const id = await startDraft()
    const page = await edit(id, 'sun')
    await site.office.signOutEverywhere(actorOf('sun'))
    await scope(page).fill('登录过期后写的')
    await waitFor(page, '没有保存：登录已过期，内容已存在本机')
    const tab = await page.context().newPage()
    await signIn(tab, 'sun')
    await waitFor(page, '已自动保存')
    expect((await stored(id)).guide?.scope).toBe('登录过期后写的')
  })

  it('is not lost when the draft was submitted from elsewhere', async () => {
    const id = await startDraft()
    const page = await edit(id)
    const { revision } = await site.office.getEdition(zhang, id)
    await site.office.advanceEdition(zhang, { id, revision, action: 'discard' })
    await scope(page).fill('提交后写的')
    await waitFor(page, '内容已存在本机')
    expect(await scope(page).inputValue()).toBe('提交后写的')
  })

  it('comes clean out of Word', async () => {
    const id = await startDraft()
    const page = await edit(id)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin })
    const pasted = '\uf0b7\t企业\u00a0法人\u200b\v\uf0b7\t事业单位\u202e👍'
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(pasted)})`)
    await scope(page).fill('')
    await scope(page).press('Control+V')
    await waitFor(page, '已自动保存')
    const clean = '- 企业 法人\n- 事业单位👍'
    expect((await stored(id)).guide?.scope).toBe(clean)
    expect(await scope(page).inputValue()).toBe(clean)
  })

  it('is kept as it was typed where it cannot be read, and told', async () => {
    const id = await startDraft()
    const page = await edit(id)
    const promise = page.getByLabel('承诺时限', { exact: true })
    await promise.fill('二十来天')
    await waitFor(page, '有 1 处看不懂，没有保存：承诺时限')
    expect(await promise.inputValue()).toBe('二十来天')
    await page.reload()
    await follow(page.getByRole('button', { name: '恢复这些内容' }))
    expect(await promise.inputValue()).toBe('二十来天')
  })
})

describe('findings', () => {
  it('appear beside the field as one types, and go when it is mended', async () => {
    const page = await edit(await startDraft())
    const promise = page.getByLabel('承诺时限', { exact: true })
    const before = await promise.inputValue()
    await promise.fill('900个工作日')
    const lines = page.locator('#f-promisedTimeLimit-lines')
    await lines.waitFor()
    expect(await promise.getAttribute('aria-invalid')).toBe('true')
    expect(await promise.getAttribute('aria-describedby')).toContain('f-promisedTimeLimit-lines')
    expect(await page.locator('[data-section=limits]').textContent()).toMatch(/^\d 处错误$/)
    await promise.fill(before)
    await lines.waitFor({ state: 'detached' })
    expect(await promise.getAttribute('aria-invalid')).toBeNull()
  })
})

describe('rows', () => {
  const names = (page: Page) =>
    page.evaluate<string[]>(`[...document.querySelectorAll('[data-rows="guide.materials"] .row')].map((row) =>
      row.querySelector('[name="' + row.dataset.row + '.name"]').value)`)

  it('are added, moved, removed and had back by keyboard alone', async () => {
    const id = await startDraft()
    const page = await edit(id)
    const before = await names(page)
    const last = before.length
    await page.getByRole('button', { name: '添加材料' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('新材料')
    expect(await names(page)).toEqual([...before, '新材料'])

    await page.locator(`button[value="up guide.materials.${last}"]`).focus()
    await page.keyboard.press('Enter')
    const moved = [...before.slice(0, -1), '新材料', ...before.slice(-1)]
    expect(await names(page)).toEqual(moved)
    // The same button goes on with the same row.
    expect(await page.evaluate('document.activeElement.value')).toBe(`up guide.materials.${last - 1}`)

    await page.locator('button[value="remove guide.materials.0"]').focus()
    await page.keyboard.press('Enter')
    expect(await names(page)).toEqual(moved.slice(1))
    expect(await page.evaluate('document.activeElement.textContent')).toBe('撤销删除')
    await page.keyboard.press('Enter')
    expect(await names(page)).toEqual(moved)
    await waitFor(page, '已自动保存')
    expect((await stored(id)).guide?.materials.map(({ name }) => name)).toEqual(moved)
  })

  it('keep what is said of them beside them when they move', async () => {
    const page = await edit(await startDraft())
    await page.locator('[name="guide.materials.1.copies"]').fill('很多')
    await page.locator('#f-guide-materials-1-copies-lines').waitFor()
    await page.locator('button[value="up guide.materials.1"]').click()
    expect(await page.locator('#f-guide-materials-0-copies-lines').textContent()).toContain('很多')
    expect(await page.locator('[name="guide.materials.0.copies"]').inputValue()).toBe('很多')
  })

  it('work without script', async () => {
    const id = await startDraft()
    const page = await edit(id, 'zhang', { javaScriptEnabled: false })
    await scope(page).fill('没有脚本')
    await follow(page.getByRole('button', { name: '添加材料' }))
    expect(await page.locator('#save-state').textContent()).toBe('有改动，还没有保存')
    // One goes on at the new row.
    expect(
      await page
        .getByRole('group', { name: /^材料 \d+$/ })
        .last()
        .evaluate((row) => row === document.activeElement),
    ).toBe(true)
    await page.getByLabel('材料名称').last().fill('没有脚本的材料')
    await follow(page.getByRole('button', { name: '保存', exact: true }))
    const { guide } = await stored(id)
    expect([guide?.scope, guide?.materials.at(-1)?.name]).toEqual(['没有脚本', '没有脚本的材料'])
  })

  it('may be two hundred', async () => {
    const id = await startDraft()
    const { revision, body } = await site.office.getEdition(zhang, id)
    const [one] = body.content.guide?.materials ?? []
    if (one === undefined || body.content.guide === null) throw new Error('no material')
    const materials = Array.from({ length: 200 }, (_, index) => ({ ...one, name: `第 ${index + 1} 份材料` }))
    const content = { ...body.content, guide: { ...body.content.guide, materials } }
    await site.office.saveEdition(zhang, { id, revision, content })
    const page = await edit(id)
    expect(await names(page)).toHaveLength(200)
    await page.locator('[name="guide.materials.199.name"]').fill('最后一份')
    await page.locator('button[value="up guide.materials.199"]').click()
    await waitFor(page, '已自动保存')
    const kept = (await stored(id)).guide?.materials ?? []
    expect([kept.length, kept[198]?.name, kept[199]?.name]).toEqual([200, '最后一份', '第 199 份材料'])
  })
})

describe('the flowchart', () => {
  it('is drawn anew as steps change, with its steps in words', async () => {
    const page = await edit(await startDraft())
    const picture = page.locator('#chart-picture img')
    await page.locator('#draft-chart').scrollIntoViewIfNeeded()
    await picture.waitFor({ timeout: 60_000 })
    const before = await picture.getAttribute('src')
    await page.locator('[name="procedure.steps.0.name"]').fill('把申请递进来')
    await page.locator('#chart-steps', { hasText: '把申请递进来' }).waitFor({ state: 'attached', timeout: 60_000 })
    expect(await picture.getAttribute('src')).not.toBe(before)
    expect(decodeURIComponent((await picture.getAttribute('src')) ?? '')).toContain('把申请递进来')
    expect(await page.locator('select[name="procedure.flows.0.from"] option:checked').textContent()).toBe(
      '把申请递进来',
    )
  })

  it('says why it cannot be drawn', async () => {
    const page = await edit(await startDraft())
    await page.locator('[name="procedure.steps.0.name"]').fill('')
    await page.locator('#chart-state', { hasText: '没有写完整' }).waitFor({ timeout: 60_000 })
  })
})

describe('two on one draft', () => {
  it('see each other, and the second chooses field by field', async () => {
    const id = await startDraft()
    const mine = await edit(id)
    const theirs = await edit(id, 'sun')
    expect(await theirs.locator('#others').textContent()).toContain('张三也打开了这份草稿')
    await scope(theirs).fill('孙七的范围')
    await theirs.getByRole('textbox', { name: '提交要求' }).fill('孙七的要求')
    await waitFor(theirs, '已自动保存')

    await scope(mine).fill('张三的范围')
    await waitFor(mine, '没有保存：别人先保存了这份草稿。')
    await follow(mine.getByRole('button', { name: '比较两个版本' }))
    const place = mine.getByRole('group', { name: /^适用范围/ })
    expect(await place.locator('del').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('孙七')]),
    )
    await place.getByLabel('用我写的').check()
    await follow(mine.getByRole('button', { name: '按所选的保存' }))
    expect(await mine.locator('#save-state').textContent()).toMatch(/^已保存/)
    const { guide } = await stored(id)
    expect([guide?.scope, guide?.submission]).toEqual(['张三的范围', '孙七的要求'])
  })
})

describe('the page', () => {
  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)('has no barrier and nothing wider than the screen at %i, %s', async (width, colorScheme) => {
    const page = await edit(await startDraft(), 'zhang', {
      viewport: { width, height: 844 },
      colorScheme,
      bypassCSP: true,
    })
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
  })
})
