import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { fillForm } from '../../../src/web/office/form/fill-form.ts'
import type { FormValues } from '../../../src/web/office/form/form-values.ts'
import { signPlaces, writeSigns } from '../../../src/web/office/form/place-values.ts'
import { type OfficeSite, openOfficeSite } from './office-site.ts'

let site: OfficeSite
let zhang: Awaited<ReturnType<OfficeSite['signIn']>>
let sun: typeof zhang
let qian: typeof zhang
let id: string
let path: string

beforeAll(async () => {
  site = await openOfficeSite()
  zhang = await site.signIn({ name: 'zhang', displayName: '张三', role: 'editor', agency: 'fgw' })
  sun = await site.signIn({ name: 'sun', displayName: '孙七', role: 'editor', agency: 'fgw' })
  qian = await site.signIn({ name: 'qian', displayName: '钱二', role: 'editor', agency: 'mzj' })
})
afterAll(() => site.close())

beforeEach(async () => {
  const open = (await site.office.listEditions(zhang.actor)).find(({ state }) => state === 'draft')
  if (open !== undefined) {
    await site.office.advanceEdition(zhang.actor, { id: open.id, revision: open.revision, action: 'discard' })
  }
  id = await site.office.startEdition(zhang.actor, { item: 'fgw-001' })
  path = `/office/drafts/${id}`
})

const stored = () => site.office.getEdition(zhang.actor, id)

/** The form of the draft as its page posts it, with some fields typed over. */
async function form(typed: Record<string, string> = {}) {
  const { revision, body } = await stored()
  const values = fillForm(body.content)
  return { ...bodyOf(values), revision: String(revision), _seen: writeSigns(signPlaces(values)), ...typed }
}

function bodyOf(values: FormValues): Record<string, string | string[]> {
  return Object.fromEntries(
    [...values].map(([name, texts]) => [name, texts.length === 1 ? (texts[0] ?? '') : [...texts]]),
  )
}

describe('the page of the editor', () => {
  it('shows the draft with what the rules say, the limit of the law and the way on', async () => {
    const { text, status } = await site.get(`${path}/edit`, zhang)
    expect(status).toBe(200)
    expect(text).toContain('企业投资项目核准')
    expect(text).toContain('法定时限')
    expect(text).toMatch(/已保存 \d\d:\d\d/)
    expect(text).toContain('保存，去提交')
  })

  it('is not for another agency, not even to be kept', async () => {
    const theirs = await form()
    expect((await site.get(`${path}/edit`, qian)).status).toBe(403)
    expect((await site.post(`${path}/edit`, qian, theirs)).status).toBe(403)
    expect((await site.send(`${path}/save`, qian, theirs)).status).toBe(403)
    expect((await site.send(`${path}/chart`, qian, theirs)).status).toBe(403)
  })

  it('leads to the reading page when the edition is no draft any more', async () => {
    await site.office.advanceEdition(zhang.actor, { id, revision: (await stored()).revision, action: 'discard' })
    const answer = await site.get(`${path}/edit`, zhang)
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}/review`])
  })

  it('tells the second who opens it of the first', async () => {
    expect((await site.get(`${path}/edit`, zhang)).text).not.toContain('也打开了这份草稿')
    expect((await site.get(`${path}/edit`, sun)).text).toContain('张三也打开了这份草稿')
  })
})

describe('the buttons without script', () => {
  it('keep what was typed', async () => {
    const answer = await site.post(`${path}/edit`, zhang, await form({ 'guide.scope': '全市企业\u200b', _do: 'save' }))
    expect([answer.status, answer.headers.location]).toEqual([303, `${path}/edit`])
    expect((await stored()).body.content.guide?.scope).toBe('全市企业')
  })

  it('keep it and go on to the review', async () => {
    const answer = await site.post(`${path}/edit`, zhang, await form({ _do: 'review' }))
    expect(answer.headers.location).toBe(`${path}/review`)
  })

  it('keep the rest and show what cannot be read as it was typed', async () => {
    const typed = await form({ promisedTimeLimit: '二十来天', 'guide.scope': '改', _do: 'review' })
    const { text, status } = await site.post(`${path}/edit`, zhang, typed)
    expect(status).toBe(200)
    expect(text).toContain('“二十来天”看不懂是多久')
    expect(text).toContain('value="二十来天"')
    expect((await stored()).body.content.guide?.scope).toBe('改')
  })

  it('add a row without keeping anything', async () => {
    const before = await stored()
    const typed = await form({ 'guide.scope': '还没保存', _do: 'add guide.faq' })
    const { text } = await site.post(`${path}/edit`, zhang, typed)
    const number = before.body.content.guide?.faq.length
    expect(text).toContain(`id="f-guide-faq-${number}"`)
    expect(text).toContain('还没保存')
    expect(text).toContain('有改动，还没有保存')
    expect((await stored()).revision).toBe(before.revision)
  })

  it('are refused without the key of the session', async () => {
    expect((await site.post(`${path}/edit`, { ...zhang, formKey: 'x' }, await form())).status).toBe(403)
  })

  it('are refused without the revision that was seen', async () => {
    expect((await site.post(`${path}/edit`, zhang, await form({ revision: '' }))).status).toBe(428)
  })
})

describe('two who wrote at once', () => {
  /** 张三 and 孙七 open the draft; 孙七 keeps first. */
  async function race(mine: Record<string, string>, theirs: Record<string, string>) {
    const [first, second] = [await form(theirs), await form({ ...mine, _do: 'save' })]
    await site.post(`${path}/edit`, sun, { ...first, _do: 'save' })
    return { second, answer: await site.post(`${path}/edit`, zhang, second) }
  }
  const picks = (text: string) => [...text.matchAll(/name="(_pick\.[\w.]+)" value="(\w+)"( checked)?/g)]

  it('are shown both versions, field by field, with what one alone changed chosen', async () => {
    const { answer } = await race(
      { 'guide.scope': '张三的范围', 'guide.notes': '张三的注意' },
      { 'guide.scope': '孙七的范围', 'guide.submission': '孙七的要求' },
    )
    expect(answer.status).toBe(412)
    expect(answer.text).toMatch(/<del>[^<]*孙七/)
    expect(answer.text).toMatch(/<ins>[^<]*张三/)
    expect(picks(answer.text).flatMap(([, name, value, checked]) => (checked ? [`${name} ${value}`] : []))).toEqual([
      '_pick.guide.submission theirs',
      '_pick.guide.notes mine',
    ])
    expect((await stored()).body.content.guide?.scope).toBe('孙七的范围')
  })

  it('lose nothing when a choice was made for each field', async () => {
    const { second } = await race(
      { 'guide.scope': '张三的范围', 'guide.notes': '张三的注意' },
      { 'guide.scope': '孙七的范围', 'guide.submission': '孙七的要求' },
    )
    const { revision } = await stored()
    const merged = await site.post(`${path}/edit`, zhang, {
      ...second,
      revision: String(revision),
      '_pick.guide.scope': 'mine',
      '_pick.guide.submission': 'theirs',
      '_pick.guide.notes': 'mine',
      _do: 'merge',
    })
    expect(merged.status).toBe(303)
    const { guide } = (await stored()).body.content
    expect([guide?.scope, guide?.submission, guide?.notes]).toEqual(['张三的范围', '孙七的要求', '张三的注意'])
  })

  it('choose again when a third version has come meanwhile', async () => {
    const { second } = await race({ 'guide.scope': '张三' }, { 'guide.scope': '孙七' })
    const chosen = { ...second, revision: String((await stored()).revision), '_pick.guide.scope': 'mine', _do: 'merge' }
    await site.post(`${path}/edit`, sun, await form({ 'guide.scope': '孙七又改', _do: 'save' }))
    const answer = await site.post(`${path}/edit`, zhang, chosen)
    expect(answer.status).toBe(412)
    expect(answer.text).toContain('孙七又改')
  })

  it('are no conflict when both wrote the same', async () => {
    const { answer } = await race({ 'guide.scope': '同样' }, { 'guide.scope': '同样' })
    expect(answer.status).toBe(303)
  })
})

describe('what the script asks for', () => {
  it('keeps with the revision and answers the next one, with what is wrong beside its field', async () => {
    const { revision } = await stored()
    const typed = await form({ revision: '', promisedTimeLimit: '40个工作日' })
    const answer = await site.send(`${path}/save`, zhang, typed).set('If-Match', `"${revision}"`)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ revision: revision + 1, savedAt: expect.stringMatching(/^\d\d:\d\d$/) })
    expect(answer.headers.etag).toBe(`"${revision + 1}"`)
    expect(answer.body.lines.promisedTimeLimit).toContainEqual({
      severity: 'error',
      message: expect.stringContaining('承诺时限未压缩'),
      basis: null,
    })
  })

  it.each([
    ['without a revision', undefined, 428],
    ['with an old one', '"0"', 412],
  ])('keeps nothing %s', async (_, revision, status) => {
    const typed = await form({ revision: '', 'guide.scope': '不应保存' })
    const request = site.send(`${path}/save`, zhang, typed)
    const answer = await (revision === undefined ? request : request.set('If-Match', revision))
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json'])
    expect((await stored()).body.content.guide?.scope).not.toBe('不应保存')
  })

  it('counts once what was kept already and sent again', async () => {
    const { revision } = await stored()
    const typed = await form({ 'guide.scope': '发了两次' })
    const first = await site.send(`${path}/save`, zhang, typed).set('If-Match', `"${revision}"`)
    const again = await site.send(`${path}/save`, zhang, typed).set('If-Match', `"${revision}"`)
    expect([first.status, again.status, again.body.revision]).toEqual([200, 200, revision + 1])
    expect((await stored()).revision).toBe(revision + 1)
  })

  it('is told in a document when the session has ended', async () => {
    const answer = await site.send(`${path}/save`, { ...zhang, cookie: '' }, await form())
    expect([answer.status, answer.type]).toEqual([401, 'application/problem+json'])
  })

  it('checks without keeping', async () => {
    const { revision } = await stored()
    const answer = await site.send(`${path}/check`, zhang, await form({ 'guide.visits': '很多' }))
    expect(answer.body.lines['guide.visits']).toEqual([
      { severity: 'error', message: expect.stringContaining('“很多”') },
    ])
    expect((await stored()).revision).toBe(revision)
  })

  it('draws the flowchart of what was typed, with its steps in words', async () => {
    const typed = await form({ 'procedure.steps.0.name': '把申请递进来' })
    const { body } = await site.send(`${path}/chart`, zhang, typed)
    expect(body).toMatchObject({ svg: '<svg/>', fault: null, steps: expect.stringContaining('把申请递进来') })
  })

  it('says why a flowchart cannot be drawn yet', async () => {
    const { body } = await site.send(`${path}/chart`, zhang, { 'procedure.steps.0.name': '一步' })
    expect(body).toMatchObject({ svg: null, fault: expect.stringContaining('没有写完整') })
  })

  it('shows Markdown as the public page will, without anything that acts', async () => {
    const { text } = await site.send(`${path}/prose`, zhang, { text: '**要点**<script>alert(1)</script>' })
    expect(text).toContain('<strong>要点</strong>')
    expect(text).not.toContain('script')
  })

  it('tells how the draft stands and the key for forms of today’s session', async () => {
    const { body } = await site.get(`${path}/standing`, sun)
    expect(body).toMatchObject({ state: 'draft', account: 'sun', formKey: sun.formKey })
  })
})
