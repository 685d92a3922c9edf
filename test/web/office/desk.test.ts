import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { writeDuration } from '../../../src/domain/durations.ts'
import { theSystem } from '../../../src/use-cases/office/write-recorded.ts'
import { anEditor, aReformOfficer } from '../../builders/an-office.ts'
import { fieldsOf, type OfficeSite, type OfficeVisitor, openOfficeSite } from '../../builders/an-office-site.ts'
import { anItemChange } from '../../builders/items.ts'
import { wordsOf } from '../public/open-pages.ts'

let site: OfficeSite
let officer: OfficeVisitor
let editor: OfficeVisitor
let reviewer: OfficeVisitor
beforeAll(async () => {
  site = await openOfficeSite()
  await lengthenPromises()
  officer = await site.enter('wang', 'reform-officer')
  editor = await site.enter('zhang', 'editor', 'fgw')
  reviewer = await site.enter('li', 'reviewer', 'fgw')
})
afterAll(() => site.close())

/** Lets items promise no more than the law asks. */
async function lengthenPromises(): Promise<void> {
  const { items } = await site.useCases.measureCompression({})
  const changes = items.slice(0, 12).map(async ({ code }) => {
    const item = await site.store.find('item', code)
    if (item === undefined) throw new Error(`no item ${code}`)
    return anItemChange({ ...item.body, promisedTimeLimit: item.body.statutoryTimeLimit }, item.revision)
  })
  await site.writeRecorded({
    by: theSystem,
    deeds: [{ action: 'catalogue.import', subject: 'catalogue/main' }],
    catalogue: { changes: await Promise.all(changes) },
  })
}

const tryPath = '/office/desk/try?order=least'
const form = async (visitor: OfficeVisitor) => fieldsOf((await visitor.get('/office/desk').expect(200)).text, tryPath)
const desk = () => site.office.getDesk(aReformOfficer, { order: 'least' })
const firstRow = async (agency = 'fgw') => {
  const row = (await desk()).rows.find((one) => one.agency === agency)
  if (row === undefined) throw new Error('no promise over its target')
  return row
}
const post = (visitor: OfficeVisitor, path: string, promises: Record<string, string>, more = {}) =>
  visitor.post(path, {
    ...Object.fromEntries(Object.entries(promises).map(([code, text]) => [`/promise/${code}`, text])),
    ...more,
  })
const numbers = async (promises: Record<string, string>, visitor = officer) =>
  (await post(visitor, tryPath, promises).set('Accept', 'application/json').expect(200)).body

describe('the compression desk', () => {
  it('lists promises over their target, nearest to it first, with the totals of the public report', async () => {
    const { rows, totals } = await desk()
    const report = await site.useCases.measureCompression({})
    expect(rows.map(({ code }) => code).sort()).toEqual(
      report.items
        .filter(({ met }) => !met)
        .map(({ code }) => code)
        .sort(),
    )
    expect(totals.before).toEqual(report.overall)
    const off = rows.map(({ daysOff }) => daysOff)
    expect(off).toEqual([...off].sort((one, other) => one - other))
    const most = (await site.office.getDesk(aReformOfficer, { order: 'most' })).rows.map(({ overTarget }) => overTarget)
    expect(most).toEqual([...most].sort((one, other) => other - one))
  })

  it('shows an editor the own agency alone, beside the totals of the city', async () => {
    const { text } = await editor.get('/office/desk').expect(200)
    expect(text).not.toContain('data-code="mzj-')
    expect(wordsOf(text)).toContain('全市，拟改0项')
    await editor.get('/office/desk?agency=mzj').expect(403)
    await officer.get('/office/desk?agency=nowhere').expect(404)
    await (await site.enter('admin2', 'administrator')).get('/office/desk').expect(403)
  })
})

describe('what if', () => {
  it('changes the totals as the public report would say after it, and stores nothing', async () => {
    const row = await firstRow()
    const before = await site.useCases.catalogueRevision()
    const { totals, rows } = await numbers({ [row.code]: writeDuration(row.longest) })
    expect(totals.after.met).toBe(totals.before.met + 1)
    expect(totals.before.promisedDays - totals.after.promisedDays).toBeCloseTo(row.daysOff, 3)
    expect(rows.find(({ code }: { code: string }) => code === row.code)).toMatchObject({ isMet: true, words: '✓ 达标' })
    expect(await site.useCases.catalogueRevision()).toBe(before)
  })

  it('reads promises in every form that people write, and says at the field what it cannot read', async () => {
    const { code, statutory } = await firstRow()
    expect((await numbers({ [code]: '当场办结' })).violations).toEqual([])
    const unread = (await numbers({ [code]: '尽快' })).violations
    expect(unread).toMatchObject([{ pointer: `/promise/${code}`, message: expect.stringContaining('尽快') }])
    expect((await numbers({ [code]: '' })).violations).toHaveLength(1)
    expect((await numbers({ [code]: '900个工作日' })).violations[0].message).toContain(writeDuration(statutory))
  })

  it('is a page for whoever has no script, on which the longest promise can be filled in', async () => {
    const { code, longest } = await firstRow()
    const one = await officer.post(tryPath, { ...(await form(officer)), do: `longest-${code}` }).expect(200)
    expect(fieldsOf(one.text, tryPath)[`/promise/${code}`]).toBe(writeDuration(longest))
    expect(wordsOf(one.text)).toContain('全市，拟改1项')
    const all = await officer.post(tryPath, { ...(await form(officer)), do: 'longest' }).expect(200)
    expect(all.text).not.toContain('✕ 超出')
    const wrong = await post(officer, tryPath, { [code]: '没写清楚' }).expect(400)
    expect(wrong.text).toContain('value="没写清楚"')
  })
})

describe('a plan that is saved', () => {
  it('begins drafts with the planned promises and leaves the public promises alone', async () => {
    const { code, longest, promised } = await firstRow()
    const { text } = await post(editor, '/office/desk/save', { [code]: writeDuration(longest) }).expect(200)
    expect(wordsOf(text)).toContain('起草了新的一版')
    const [open] = await site.store.office.list('edition', { item: code, state: 'draft' })
    expect(open?.body.content.promisedTimeLimit).toEqual(longest)
    expect((await site.useCases.getItem(code)).promisedTimeLimit).toEqual(promised)
    const again = await post(editor, '/office/desk/save', { [code]: writeDuration(longest) }).expect(200)
    expect(wordsOf(again.text)).toContain('草稿里已经是这样')
  })

  it('writes into a draft that is open, of the reform office as well', async () => {
    const { code } = await firstRow()
    const { text } = await post(officer, '/office/desk/save', { [code]: '1个工作日' }).expect(200)
    expect(wordsOf(text)).toContain('写进了开着的草稿')
    const [open] = await site.store.office.list('edition', { item: code, state: 'draft' })
    expect(open?.body).toMatchObject({ content: { promisedTimeLimit: { amount: 1, unit: 'working-day' } } })
    expect(open?.body.drafters).toContain('wang')
  })

  it('tells where a guide is under review, and saves the others', async () => {
    const rows = (await desk()).rows.filter(({ edition }) => edition === null)
    const [locked, free] = rows
    if (locked === undefined || free === undefined) throw new Error('two promises over their target are needed')
    const id = await site.office.startEdition({ ...anEditor, agency: locked.agency }, { item: locked.code })
    const { body, revision } = (await site.store.office.find('edition', id)) ?? {}
    if (body === undefined || revision === undefined) throw new Error('the draft was not begun')
    const reviewed = { ...body, state: 'in-agency-review' as const }
    await site.writeRecorded({
      by: theSystem,
      deeds: [{ action: 'edition.submit', subject: `edition/${id}` }],
      changes: [{ kind: 'edition', id, expectedRevision: revision, body: reviewed }],
    })
    const { text } = await post(officer, '/office/desk/save', { [locked.code]: '1个工作日', [free.code]: '1个工作日' })
    expect(wordsOf(text)).toContain('2项里有1项已存成草稿，其余的见原因')
    expect((await site.store.office.find('edition', id))?.body.content.promisedTimeLimit).toEqual(locked.promised)
  })

  it('is refused to a reviewer, and when nothing was changed or something cannot be read', async () => {
    const { code, promised } = await firstRow()
    await post(reviewer, '/office/desk/save', { [code]: '1个工作日' }).expect(403)
    expect((await post(editor, '/office/desk/save', { [code]: writeDuration(promised) }).expect(400)).text).toContain(
      '没有改动哪一项的承诺',
    )
    await post(editor, '/office/desk/save', { [code]: '尽快' }).expect(400)
  })

  it('leaves the promises of other agencies out', async () => {
    const other = (await desk()).rows.find(({ agency, edition }) => agency === 'mzj' && edition === null)
    if (other === undefined) throw new Error('no promise without a draft')
    await post(editor, '/office/desk/save', { [other.code]: '1个工作日' }).expect(400)
    expect(await site.store.office.list('edition', { item: other.code })).toEqual([])
  })
})
