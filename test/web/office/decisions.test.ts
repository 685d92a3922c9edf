import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  type FormFields,
  fieldsOf,
  type OfficeSite,
  type OfficeVisitor,
  openOfficeSite,
} from '../../builders/an-office-site.ts'
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

const pathOf = (id: string) => `/office/decisions/${id}`
const start = (id: string, title = '调整目录') => officer.post('/office/decisions', { '/id': id, '/title': title })
/** The form of a draft as it stands on its page. */
const open = async (id: string) => fieldsOf((await officer.get(pathOf(id)).expect(200)).text, pathOf(id))
const save = async (id: string, fields: FormFields, button = 'save') =>
  officer.post(pathOf(id), { ...(await open(id)), ...fields, do: button })
const judge = async (id: string, fields: FormFields) =>
  officer.post(`${pathOf(id)}/preview`, { ...(await open(id)), ...fields }).set('Accept', 'application/json')
const activeOn = async (day: string) => (await site.useCases.getLedger({ from: day, to: day })).closing

const head = { '/effectiveOn': '2015-04-01', '/adoptedOn': '2015-03-20', '/adoptedBy': '市政府第3次常务会议' }
const cancel = (row: number, item: string) => ({
  [`/actions/${row}/action`]: 'cancel',
  [`/actions/${row}/item`]: item,
  [`/actions/${row}/supervision`]: '加强事中事后监管',
})

describe('the list of decisions in the office', () => {
  it('begins a draft that is shown with its stage, and refuses an id that is taken or none', async () => {
    await start('a-1').expect(303)
    expect(wordsOf((await officer.get('/office/decisions')).text)).toContain('调整目录a-1拟订')
    expect((await start('a-1').expect(400)).text).toContain('编号“a-1”已经有一个草案')
    expect((await start('不行', '标题还在').expect(400)).text).toContain('标题还在')
    await start('a-2', '').expect(400)
  })

  it('is for the reform office, to be looked at by the auditor, and for nobody else', async () => {
    await editor.get('/office/decisions').expect(403)
    await auditor.get(pathOf('a-1')).expect(200)
    await auditor.post(pathOf('a-1'), { do: 'save' }).expect(403)
    await officer.get(pathOf('nothing')).expect(404)
  })
})

describe('a draft', () => {
  it('keeps everything that is typed, however half-written, and never touches the catalogue', async () => {
    await start('b-1').expect(303)
    const before = await site.useCases.catalogueRevision()
    await save('b-1', {
      '/basis': '国发〔2014〕5号\n湘政发〔2014〕14号',
      '/declared/cancel': '很多',
      '/consultations/0/body': '市监察局',
      '/created/0/name': '还没有编码的事项',
      ...cancel(0, '说不清的事项'),
    }).then(({ status }) => expect(status).toBe(303))
    const { text } = await officer.get(pathOf('b-1'))
    for (const typed of ['湘政发〔2014〕14号', '很多', '市监察局', '还没有编码的事项', '说不清的事项']) {
      expect(text).toContain(typed)
    }
    expect(await site.useCases.catalogueRevision()).toBe(before)
  })

  it('takes the name of an item for its code', async () => {
    await start('b-2').expect(303)
    const { name } = await site.useCases.getItem('fgw-003')
    await save('b-2', { ...head, ...cancel(0, name) })
    expect((await open('b-2'))['/actions/0/item']).toBe('fgw-003')
  })

  it('gets rows, moves and loses them by its buttons, with what was typed elsewhere kept', async () => {
    await start('b-3').expect(303)
    await save('b-3', { ...cancel(0, 'fgw-001'), kind: 'rename' }, 'add')
    const moved = await save('b-3', { '/actions/1/item': 'fgw-002', '/actions/1/to': '新名' }, 'up-1')
    expect(moved.headers.location).toBe(`${pathOf('b-3')}#row-1`)
    const fields = await open('b-3')
    expect([fields['/actions/0/action'], fields['/actions/0/to'], fields['/actions/1/item']]).toEqual([
      'rename',
      '新名',
      'fgw-001',
    ])
    await save('b-3', {}, 'remove-0')
    expect((await open('b-3'))['/actions/0/item']).toBe('fgw-001')
    expect((await save('b-3', {}, 'remove-7')).status).toBe(303)
  })

  it('goes to consultation and back, and can be thrown away', async () => {
    await start('b-4').expect(303)
    await save('b-4', {}, 'consult')
    expect(wordsOf((await officer.get(pathOf('b-4'))).text)).toContain('征求意见')
    await save('b-4', {}, 'resume')
    await save('b-4', {}, 'discard')
    await officer.get(pathOf('b-4')).expect(404)
  })

  it('shows both sides when a colleague was faster, and saves on the word of the writer', async () => {
    await start('b-5').expect(303)
    const mine = { ...(await open('b-5')), '/inTransit': '我写的', do: 'save' }
    await save('b-5', { '/inTransit': '同事写的' })
    const { text } = await officer.post(pathOf('b-5'), mine).expect(412)
    expect(wordsOf(text)).toContain('在办的申请同事写的我写的')
    await officer.post(pathOf('b-5'), fieldsOf(text, pathOf('b-5'))).expect(303)
    expect((await open('b-5'))['/inTransit']).toBe('我写的')
  })
})

describe('the preview', () => {
  it('tells every contradiction and every count of what is typed, and stores nothing', async () => {
    await start('c-1').expect(303)
    const opening = await activeOn('2015-04-01')
    const good = (await judge('c-1', { ...head, ...cancel(0, 'fgw-001') })).body
    expect(good.violations).toEqual([])
    expect([good.effect.before.active.total, good.effect.after.active.total]).toEqual([opening, opening - 1])
    expect(good.ledger).toMatchObject({ opening, closing: opening - 1, balanced: true, movements: { cancel: 1 } })
    const twice = (await judge('c-1', { ...head, ...cancel(0, 'fgw-001'), ...cancel(1, 'fgw-001') })).body
    expect(twice.violations.map(({ pointer }: { pointer: string }) => pointer)).toContain('/actions/1/item')
    expect(twice.html).toContain('还不能通过')
    expect((await open('c-1'))['/actions/0/item']).toBeUndefined()
  })

  it('judges the rest when a row is not written to the end', async () => {
    await start('c-2').expect(303)
    const { body } = await judge('c-2', { ...head, ...cancel(0, ''), ...cancel(1, 'fgw-002') })
    expect(body.violations.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/actions/0/item'])
    expect(body.leftOut).toEqual([1])
    expect(body.ledger.movements.cancel).toBe(1)
  })

  it('counts a row that only lacks words, and names them', async () => {
    await start('c-6').expect(303)
    const { body } = await judge('c-6', { ...head, ...cancel(0, 'fgw-001'), '/actions/0/supervision': '' })
    expect(body.violations).toMatchObject([{ pointer: '/actions/0/supervision', rule: 'ADJ-12' }])
    expect([body.leftOut, body.ledger.movements.cancel]).toEqual([[], 1])
  })

  it('holds what the paper declares against its rows', async () => {
    await start('c-3').expect(303)
    const { body } = await judge('c-3', { ...head, ...cancel(0, 'fgw-001'), '/declared/cancel': '2' })
    expect(body.violations).toMatchObject([{ pointer: '/declared/cancel', rule: 'ADJ-15' }])
  })

  it('is a page for whoever has no script, with what was typed', async () => {
    await start('c-4').expect(303)
    const { text } = await officer.post(`${pathOf('c-4')}/preview`, {
      ...(await open('c-4')),
      ...head,
      ...cancel(0, 'fgw-999'),
    })
    expect(wordsOf(text)).toContain('目录里没有事项fgw-999')
    expect(wordsOf(text)).toContain('还没有保存')
    expect(text).toMatch(/name="\/actions\/0\/item"[^>]*value="fgw-999"/)
  })

  it('refuses an item that no row brings in, and one that is there already', async () => {
    await start('c-5').expect(303)
    const created = {
      '/created/0/code': 'fgw-901',
      '/created/0/name': '新',
      '/created/0/agency': 'fgw',
      '/created/0/type': 'filing',
    }
    const alone = (await judge('c-5', { ...head, ...created })).body
    expect(alone.violations[0].message).toContain('没有哪一行把 fgw-901 带进目录')
    const known = (await judge('c-5', { ...head, ...created, '/created/0/code': 'fgw-001' })).body
    expect(known.violations[0].message).toContain('目录里已经有 fgw-001')
  })
})

describe('the adoption', () => {
  const create = {
    '/actions/1/action': 'create',
    '/actions/1/item': 'fgw-901',
    '/created/0/code': 'fgw-901',
    '/created/0/name': '数据中心节能审查',
    '/created/0/agency': 'fgw',
    '/created/0/type': 'licensing',
  }

  it('refuses a contradiction, says all of them, keeps the draft and leaves the catalogue alone', async () => {
    await start('d-1').expect(303)
    const before = await site.useCases.catalogueRevision()
    const { status, text } = await save('d-1', { ...head, ...cancel(0, 'fgw-999'), ...cancel(1, 'mzj-999') }, 'adopt')
    expect(status).toBe(400)
    expect(text).toContain('目录里没有事项 fgw-999')
    expect(text).toContain('目录里没有事项 mzj-999')
    expect(await site.useCases.catalogueRevision()).toBe(before)
    expect((await open('d-1'))['/actions/1/item']).toBe('mzj-999')
  })

  it('puts the decision and its new items into the catalogue as one, and the ledger agrees with the preview', async () => {
    await start('d-2').expect(303)
    const fields = { ...head, ...cancel(0, 'fgw-004'), ...create }
    const { ledger } = (await judge('d-2', fields)).body
    const adopted = await save('d-2', fields, 'adopt')
    expect([adopted.status, adopted.headers.location]).toEqual([303, pathOf('d-2')])
    const real = await site.useCases.getLedger({ from: '2015-04-01', to: '2015-04-01' })
    expect([real.opening, real.movements.cancel, real.movements.create, real.closing]).toEqual([
      ledger.opening,
      1,
      1,
      ledger.closing,
    ])
    expect(real.balanced).toBe(true)
    expect((await site.useCases.getItem('fgw-901', { asOf: '2015-04-01' })).state).toBe('active')
    expect((await site.useCases.getItem('fgw-901', { asOf: '2015-03-31' })).state).toBe('planned')
    expect(await site.store.office.find('decisionDraft', 'd-2')).toBeUndefined()
    const record = await site.store.office.listRecord({ limit: 3 })
    // The draft that is gone follows.
    expect(record.map(({ action }) => action)).toEqual(['document.follow', 'decision.adopt', 'item.create'])
    expect(record.map(({ actor }) => actor)).toEqual(['wang', 'wang', 'wang'])
  })

  it('shows who still wrote in it what was adopted, and his own words', async () => {
    await start('d-3').expect(303)
    await save('d-3', { ...head, ...cancel(0, 'mzj-001') })
    const mine = { ...(await open('d-3')), '/inTransit': '我还在写', do: 'save' }
    await save('d-3', {}, 'adopt')
    const { text } = await officer.post(pathOf('d-3'), mine).expect(412)
    expect(text).toContain('我还在写')
    expect(text).toContain('已经不能再改')
  })

  it('announces with number and day, and refuses to without', async () => {
    await start('d-4').expect(303)
    const fields = { ...head, '/actions/0/action': 'retain', '/actions/0/item': 'fgw-002' }
    expect((await save('d-4', fields, 'announce')).text).toContain('还没有写文号')
    const paper = { '/documentNumber': '潭政发〔2015〕6号', '/publishedOn': '2015-03-21' }
    expect((await save('d-4', paper, 'announce')).status).toBe(303)
    expect((await site.useCases.getDecision('d-4')).stage).toBe('published')
  })

  it('is not for a token or a person without the right', async () => {
    const reader = { account: 'x', name: '', role: 'auditor', agency: null, scopes: null, from: '' } as const
    await start('d-5').expect(303)
    await expect(site.office.adoptDecision(reader, { id: 'd-5', revision: 1, action: 'adopt' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})

describe('a decision that was adopted', () => {
  const formOf = async (id: string, step: string) =>
    fieldsOf((await officer.get(pathOf(id)).expect(200)).text, `${pathOf(id)}/${step}`)

  it('is published with a number of its own, and its rows are never changed', async () => {
    await start('e-1').expect(303)
    await save('e-1', { ...head, ...cancel(0, 'fgw-005') }, 'adopt')
    const taken = await officer.post(`${pathOf('e-1')}/publish`, {
      ...(await formOf('e-1', 'publish')),
      '/documentNumber': '潭政发〔2015〕6号',
    })
    expect([taken.status, taken.text.includes('已经用于决定 d-4')]).toEqual([400, true])
    await officer
      .post(`${pathOf('e-1')}/publish`, {
        ...(await formOf('e-1', 'publish')),
        '/documentNumber': '潭政发〔2015〕7号',
        '/publishedOn': '2015-03-22',
        '/actions/0/item': 'fgw-001',
      })
      .expect(303)
    const { stage, actions } = await site.useCases.getDecision('e-1')
    expect([stage, actions[0]]).toMatchObject(['published', { action: 'cancel', item: 'fgw-005' }])
    await officer.post(`${pathOf('e-1')}/publish`, { revision: 2 }).expect(409)
  })

  it('is revoked only after its effect was shown, and the item comes back', async () => {
    const fields = { ...(await formOf('e-1', 'revoke')), '/revokedOn': '2015-06-01' }
    const shown = await officer.post(`${pathOf('e-1')}/revoke`, fields).expect(200)
    expect((await site.useCases.getDecision('e-1')).stage).toBe('published')
    expect(wordsOf(shown.text)).toMatch(/从(\d+)项变为(\d+)项/)
    await officer.post(`${pathOf('e-1')}/revoke`, { ...fields, do: 'revoke' }).expect(303)
    expect((await site.useCases.getItem('fgw-005', { asOf: '2015-05-31' })).state).toBe('cancelled')
    expect((await site.useCases.getItem('fgw-005', { asOf: '2015-06-01' })).state).toBe('active')
  })

  it('asks for the day of a revocation', async () => {
    const { text } = await officer.post(`${pathOf('d-4')}/revoke`, await formOf('d-4', 'revoke')).expect(400)
    expect(text).toContain('请写从哪一天起撤销')
  })
})
