import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { renderToString } from 'preact-render-to-string'
import { takeContent } from '../../src/domain/editions/edition-fields.ts'
import { fillForm } from '../../src/web/office/form/fill-form.ts'
import { formSections } from '../../src/web/office/form/form-sections.ts'
import { type FormValues, readPosted } from '../../src/web/office/form/form-values.ts'
import { readForm } from '../../src/web/office/form/read-form.ts'
import { renderMarkdown } from '../../src/web/public/markdown.ts'
import { type FieldLine, rowsToChoose } from '../../views/office/form/form-state.ts'
import { GuideFields, SectionList } from '../../views/office/form/guide-form.tsx'
import { openSample } from '../catalog/the-sample.ts'
import { aContent, aMaterial } from '../domain/editions/contents.ts'
import { findBarriers, openBrowser } from './open-site.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** The form as it stands in a page, and that page. */
async function show(values: FormValues, lines: ReadonlyMap<string, readonly FieldLine[]> = new Map()): Promise<void> {
  const state = {
    values,
    lines,
    agencies: [{ value: 'fgw', label: '市发改委' }],
    laws: ['行政许可法'],
    lanes: rowsToChoose(values, 'lanes'),
    steps: rowsToChoose(values, 'steps'),
    prose: renderMarkdown,
  }
  const form = (
    <html lang="zh-CN">
      <title>编辑</title>
      <main>
        <h1>编辑</h1>
        <form>
          <SectionList sections={formSections()} state={state} />
          <GuideFields sections={formSections()} state={state} />
        </form>
      </main>
    </html>
  )
  await page.setContent(`<!doctype html>${renderToString(form)}`)
}

/** What the browser would post. */
async function posted(): Promise<FormValues> {
  const entries = await page.evaluate<[string, string][]>('[...new FormData(document.forms[0]).entries()]')
  const body: Record<string, string[]> = {}
  for (const [name, text] of entries) body[name] = [...(body[name] ?? []), text]
  return readPosted(body)
}

const textOf = (selector: string) => page.locator(selector).first().textContent()

describe('the form on the page', () => {
  it('posts what it was filled with', async () => {
    for (const item of openSample().items.filter((_, index) => index % 60 === 0)) {
      const content = takeContent(item)
      await show(fillForm(content))
      expect(readForm(await posted()).content).toEqual(content)
    }
  })

  it('has no barrier, and each id once', async () => {
    const values = fillForm(aContent({ materials: [aMaterial({ name: '申请表' }), aMaterial({ name: '身份证' })] }))
    await show(values, new Map([['promisedTimeLimit', [{ severity: 'error', message: '看不懂' }]]]))
    const ids = await page.evaluate<string[]>('[...document.querySelectorAll("[id]")].map(({ id }) => id)')
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(await findBarriers(page)).toEqual([])
  })

  it('tells what is wrong beside the field, and counts errors in the list of sections', async () => {
    const line = { severity: 'error', message: '“二十来天”看不懂是多久。', basis: null } as const
    await show(readPosted({ promisedTimeLimit: '二十来天' }), new Map([['promisedTimeLimit', [line]]]))
    const input = page.getByLabel('承诺时限', { exact: true })
    expect(await input.inputValue()).toBe('二十来天')
    expect(await input.getAttribute('aria-invalid')).toBe('true')
    expect(await input.getAttribute('aria-describedby')).toContain('f-promisedTimeLimit-lines')
    expect(await textOf('#f-promisedTimeLimit-lines')).toContain('看不懂')
    expect(await textOf('[data-section=limits]')).toBe('1 处错误')
  })

  it('shows a mark that no step has instead of choosing another', async () => {
    await show(readPosted({ 'procedure.flows.0.from': 'gone', 'procedure.flows.0.to': '' }))
    expect(await textOf('#f-procedure-flows-0-from')).toContain('gone（没有这一项）')
    expect((await posted()).get('procedure.flows.0.from')).toEqual(['gone'])
  })

  it('holds an empty row for the script, which is not posted', async () => {
    await show(new Map())
    expect(await page.locator('template[data-new-row]').count()).toBeGreaterThan(10)
    expect(readForm(await posted()).content.guide).toBeNull()
  })

  it('writes texts as text', async () => {
    await show(readPosted({ 'guide.scope': '</textarea><script>alert(1)</script>' }))
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.getByRole('textbox', { name: '适用范围' }).inputValue()).toContain('<script>')
  })
})
