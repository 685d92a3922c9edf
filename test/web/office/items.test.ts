import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { fieldsOf, type OfficeSite, type OfficeVisitor, openOfficeSite } from '../../builders/an-office-site.ts'
import { wordsOf } from '../public/open-pages.ts'

let site: OfficeSite
let officer: OfficeVisitor
let editor: OfficeVisitor
let auditor: OfficeVisitor
beforeAll(async () => {
  site = await openOfficeSite()
  officer = await site.enter('wang', 'reform-officer')
  editor = await site.enter('zhang', 'editor', 'fgw')
  auditor = await site.enter('zhao', 'auditor')
})
afterAll(() => site.close())

const codesOf = (html: string) => [...html.matchAll(/class="quiet code">([^<]+)</g)].map(([, code]) => code ?? '')

describe('the list of items in the office', () => {
  it('shows an editor the items of the own agency and the reform office all', async () => {
    const own = codesOf((await editor.get('/office/items').expect(200)).text)
    expect(own.length).toBeGreaterThan(3)
    expect(own.every((code) => code.startsWith('fgw-'))).toBe(true)
    const { text } = await officer.get('/office/items?agency=mzj').expect(200)
    expect(codesOf(text).every((code) => code.startsWith('mzj-'))).toBe(true)
    expect(wordsOf(text)).toContain('状态')
  })

  it('does not give an editor another agency by asking for it', async () => {
    const { text } = await editor.get('/office/items?agency=mzj').expect(200)
    expect(codesOf(text)).toEqual([])
  })

  it('narrows by words, open draft, missing guide and errors', async () => {
    const id = await site.office.startEdition(
      { account: 'zhang', name: '', role: 'editor', agency: 'fgw', scopes: null, from: '' },
      { item: 'fgw-002' },
    )
    expect(codesOf((await officer.get('/office/items?draft=open')).text)).toEqual(['fgw-002'])
    expect((await officer.get('/office/items?draft=open')).text).toContain(`/office/drafts/${id}`)
    expect(codesOf((await officer.get('/office/items?draft=none&agency=fgw')).text)).not.toContain('fgw-002')
    expect(codesOf((await officer.get('/office/items?q=fgw-001')).text)).toEqual(['fgw-001'])
    expect(codesOf((await officer.get('/office/items?guide=missing')).text)).toEqual([])
    expect((await officer.get('/office/items?findings=errors')).status).toBe(200)
  })

  it('has pages of fifty', async () => {
    const first = codesOf((await officer.get('/office/items')).text)
    expect(first.length).toBeLessThanOrEqual(50)
    expect((await officer.get('/office/items?page=0')).status).toBe(400)
  })

  it('lets an auditor look and choose nothing', async () => {
    const { text } = await auditor.get('/office/items').expect(200)
    expect(text).not.toContain('type="checkbox"')
    await auditor.post('/office/items/theme', { item: 'fgw-001', theme: '投资立项' }).expect(403)
  })
})

describe('what is done with several items at once', () => {
  it('gives the chosen items a theme and counts those that had it not', async () => {
    const item = ['fgw-003', 'fgw-004']
    const answer = await officer.post('/office/items/theme?agency=fgw', { item, theme: '开办企业' }).expect(303)
    expect(answer.headers.location).toBe('/office/items?agency=fgw&done=theme-2')
    expect((await site.useCases.getItem('fgw-003')).themes).toContain('开办企业')
    const again = await officer.post('/office/items/theme', { item, theme: '开办企业' }).expect(303)
    expect(again.headers.location).toBe('/office/items?done=theme-0')
    const entry = (await site.store.office.listRecord({ subject: 'item/fgw-003', limit: 1 }))[0]
    expect(entry).toMatchObject({ action: 'item.write', actor: 'wang', facts: { theme: '开办企业' } })
  })

  it('says on the list what is missing and keeps what was chosen', async () => {
    const answer = await officer.post('/office/items/theme', { item: ['fgw-003'], comment: '留言还在' }).expect(400)
    expect(wordsOf(answer.text)).toContain('请选主题')
    expect(answer.text).toMatch(/name="item" value="fgw-003"[^>]*checked/)
    expect(answer.text).toContain('留言还在')
    expect((await officer.post('/office/items/review', {}).expect(400)).text).toContain('请先勾选事项')
    await officer.post('/office/items/theme', { item: 'fgw-003', theme: '没有的主题' }).expect(400)
  })

  it('asks agencies for a review, which stands on their home until it is answered', async () => {
    await officer.post('/office/items/review', { item: ['fgw-001', 'mzj-001'], comment: '请核对收费' }).expect(303)
    expect(wordsOf((await editor.get('/office')).text)).toContain('请核对收费')
    const waiting = await site.office.listWaitingRequests(
      { account: 'x', name: '', role: 'editor', agency: 'fgw', scopes: null, from: '' },
      {},
    )
    expect(waiting.map(({ item }) => item)).toEqual(['fgw-001'])
    await officer.post('/office/items/fgw-001/review', { comment: '改成这一句' }).expect(303)
    expect(await site.store.office.list('reviewRequest', { item: 'fgw-001' })).toHaveLength(1)
    expect(wordsOf((await editor.get('/office/items/fgw-001')).text)).toContain('改成这一句')
  })

  it('is refused to an editor', async () => {
    await editor.post('/office/items/review', { item: 'fgw-001' }).expect(403)
    await editor.post('/office/items/theme', { item: 'fgw-001', theme: '投资立项' }).expect(403)
  })
})

describe('the item in the office', () => {
  it('tells list facts, guide, findings and life, and keeps other agencies out', async () => {
    const words = wordsOf((await editor.get('/office/items/fgw-001').expect(200)).text)
    for (const part of ['目录信息', '办事指南', '规则检查', '生命线']) expect(words).toContain(part)
    await editor.get('/office/items/mzj-001').expect(403)
    await officer.get('/office/items/fgw-999').expect(404)
    await editor.get('/office/items/fgw-001/facts').expect(403)
  })
})

describe('the form of the list facts', () => {
  const path = '/office/items/fgw-001/facts'
  const open = async () => fieldsOf((await officer.get(path).expect(200)).text, path)

  it('saves nothing when nothing was changed', async () => {
    const before = await site.useCases.getItem('fgw-001')
    await officer.post(path, await open()).expect(303)
    expect((await site.useCases.getItem('fgw-001')).revision).toBe(before.revision)
  })

  it('saves what was changed, with an entry in the record', async () => {
    const fields = {
      ...(await open()),
      '/powerListNumber': '湘潭-发改-007',
      '/statutoryTimeLimitNote': '自受理之日起算',
    }
    await officer.post(path, fields).expect(303)
    const after = await site.useCases.getItem('fgw-001')
    expect(after).toMatchObject({ powerListNumber: '湘潭-发改-007', statutoryTimeLimitNote: '自受理之日起算' })
    const entry = (await site.store.office.listRecord({ subject: 'item/fgw-001', limit: 1 }))[0]
    expect(entry).toMatchObject({ action: 'item.write', actor: 'wang', role: 'reform-officer' })
  })

  it('names everything that is wrong, keeps every word and stores nothing', async () => {
    const before = await site.useCases.getItem('fgw-001')
    const fields = {
      ...(await open()),
      '/parent': 'xyz-999',
      '/jointAgencies': 'mzj、没有',
      '/legalBases/9/law': '没有登记的法',
      '/powerListNumber': '还没想好',
    }
    const { text } = await officer.post(path, fields).expect(400)
    const words = wordsOf(text)
    expect(text).toContain('xyz-999')
    expect(text).toContain('没有登记的法')
    expect(text).toContain('还没想好')
    expect(words).toMatch(/有\d处要改，还没有保存/)
    expect((await site.useCases.getItem('fgw-001')).revision).toBe(before.revision)
  })

  it('refuses a limit that nobody can read, at its field', async () => {
    const { text } = await officer.post(path, { ...(await open()), '/statutoryTimeLimit': '尽快' }).expect(400)
    expect(text).toContain('读不懂时限“尽快”')
    expect(text).toMatch(/id="f-statutoryTimeLimit"[^>]*value="尽快"/)
  })

  it('refuses a new error of the rules', async () => {
    const short = await officer.post(path, { ...(await open()), '/statutoryTimeLimit': '1个工作日' }).expect(400)
    expect(wordsOf(short.text)).toContain('承诺')
  })

  it('refuses a code that another item of the agency has', async () => {
    const other = '/office/items/fgw-002/facts'
    const fields = fieldsOf((await officer.get(other)).text, other)
    await officer.post(other, { ...fields, '/catalogCode': '000104001000' }).expect(303)
    const { text } = await officer.post(path, { ...(await open()), '/catalogCode': '000104001000' }).expect(400)
    expect(text).toContain('编码“000104001000”已被“fgw-002”使用')
  })

  it('shows both sides when somebody else was faster, and saves on the word of the writer', async () => {
    const mine = { ...(await open()), '/entrustingBody': '我写的' }
    await officer.post(path, { ...(await open()), '/entrustingBody': '别人写的' }).expect(303)
    const { text } = await officer.post(path, mine).expect(412)
    expect(wordsOf(text)).toContain('委托部门别人写的我写的')
    expect((await site.useCases.getItem('fgw-001')).entrustingBody).toBe('别人写的')
    await officer.post(path, fieldsOf(text, path)).expect(303)
    expect((await site.useCases.getItem('fgw-001')).entrustingBody).toBe('我写的')
  })

  it('does not take a form without a revision', async () => {
    await officer.post(path, { ...(await open()), revision: '' }).expect(412)
  })
})
