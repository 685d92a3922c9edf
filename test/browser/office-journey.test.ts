import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { findBarriers, follow, openSite, type Site } from './open-site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site.close())

const item = 'fgw-001'

/** Signs in with a one-time password and puts an own one in its place. */
async function signIn(name: string, oneTime: string): Promise<Page> {
  const page = await site.visit('/office')
  await page.getByLabel('登录名').fill(name)
  await page.getByLabel('密码').fill(oneTime)
  await follow(page.getByRole('button', { name: '登录' }))
  await page.getByLabel('现在的密码').fill(oneTime)
  await page.getByLabel('新密码').fill(`一句只有我记得住的长话 ${name}`.replace(name, '呀'))
  await follow(page.getByRole('button', { name: '改密码' }))
  return page
}

/** Makes an account on the page of the accounts and answers its one-time password. */
async function addAccount(admin: Page, account: { name: string; displayName: string; role: string; agency?: string }) {
  await admin.goto('/office/accounts')
  await admin.getByLabel('登录名（').fill(account.name)
  await admin.getByLabel('姓名').fill(account.displayName)
  await admin.getByLabel('角色').selectOption(account.role)
  if (account.agency !== undefined) await admin.getByLabel('单位', { exact: true }).selectOption(account.agency)
  await follow(admin.getByRole('button', { name: '新建，并发一次性密码' }))
  return (await admin.locator('.issued-password').textContent()) ?? ''
}

async function openWaiting(page: Page): Promise<void> {
  await page.goto('/office')
  await follow(
    page
      .locator('section', { has: page.getByRole('heading', { name: '等您办的' }) })
      .getByRole('link')
      .first(),
  )
}

describe('the office, from an empty store to the record', () => {
  it('carries a guide from the editor to the public and leaves a record that holds', async () => {
    const first = await site.office.ensureAdministrator()
    const admin = await signIn('admin', first?.password ?? '')
    const people = {
      zhang: { name: 'zhang', displayName: '张三', role: 'editor', agency: 'fgw' },
      li: { name: 'li.si', displayName: '李四', role: 'reviewer', agency: 'fgw' },
      wang: { name: 'wang', displayName: '王五', role: 'reform-officer' },
      zhao: { name: 'zhao', displayName: '赵六', role: 'auditor' },
    }
    const passwords = new Map<string, string>()
    for (const person of Object.values(people)) passwords.set(person.name, await addAccount(admin, person))
    const enter = (name: string) => signIn(name, passwords.get(name) ?? '')

    const editor = await enter('zhang')
    await editor.goto(`/office/items/${item}/editions`)
    await follow(editor.getByRole('button', { name: '起草新的一版' }))
    await editor.waitForURL(/\/edit$/)
    const promised = editor.locator('[data-field="promisedTimeLimit"]')
    const promise = editor.locator('[name="promisedTimeLimit"]')
    const good = await promise.inputValue()
    await promise.fill('900个工作日')
    await promised
      .getByText(/超过|法定/)
      .first()
      .waitFor()
    await promise.fill(good)
    const note = editor.locator('[name="guide.timeLimitNote"]')
    await note.fill('遇法定节假日顺延。')
    await editor.locator('#save-state', { hasText: '已自动保存' }).waitFor()
    await follow(editor.getByRole('button', { name: '保存，去提交' }))
    await submit(editor, '提交')

    const reviewer = await enter('li.si')
    await openWaiting(reviewer)
    expect(await reviewer.locator('.content-changes').textContent()).toContain('遇法定节假日顺延。')
    await reviewer.getByRole('textbox', { name: '意见' }).fill('请写清楚顺延到哪一天。')
    await follow(reviewer.getByRole('button', { name: '退回' }))

    await openWaiting(editor)
    expect(await editor.locator('main').textContent()).toContain('请写清楚顺延到哪一天。')
    await note.fill('遇法定节假日顺延到节后第一个工作日。')
    await editor.locator('#save-state', { hasText: '已自动保存' }).waitFor()
    await follow(editor.getByRole('button', { name: '保存，去提交' }))
    await submit(editor, '提交')

    await openWaiting(reviewer)
    await submit(reviewer, '通过')
    const officer = await enter('wang')
    await openWaiting(officer)
    await submit(officer, '发布')

    const reader = await site.visit(`/items/${item}`)
    expect(await reader.locator('main').textContent()).toContain('遇法定节假日顺延到节后第一个工作日。')
    await follow(reader.getByRole('link', { name: '看各版和改动' }))
    await follow(reader.getByRole('link', { name: '和上一版比，改了什么' }))
    expect(await reader.locator('.content-changes ins').allTextContents()).toContainEqual(
      expect.stringContaining('顺延'),
    )
    await reader.goto(`/items/${item}/editions/1`)
    expect(await reader.locator('main').textContent()).toContain('已被替代')

    const auditor = await enter('zhao')
    await auditor.goto('/office/record')
    expect(await auditor.locator('main').textContent()).toContain('张三')
    await auditor.goto('/office/record/verification')
    await follow(auditor.getByRole('button', { name: '开始核对' }))
    expect(await auditor.getByRole('status').textContent()).toContain('记录完好')
    for (const page of [admin, editor, reviewer, officer, auditor, reader]) await page.context().close()
  }, 240_000)

  it('has no barrier on its pages', async () => {
    const page = await site.visit('/office/sign-in', { bypassCSP: true })
    expect(await findBarriers(page)).toEqual([])
    await page.context().close()
  })
})

/** Takes a step; where reminders stay, with a reason. */
async function submit(page: Page, label: string): Promise<void> {
  const reason = page.getByLabel('为什么可以保留')
  if (await reason.count()) await reason.fill('已逐条核对，情况属实。')
  await follow(page.getByRole('button', { name: label, exact: true }))
}
