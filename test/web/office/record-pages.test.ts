import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findFault, type RecordEntry } from '../../../src/domain/office/record.ts'
import { nodeSecrets } from '../../../src/secrets/node-secrets.ts'
import { anAdministrator } from '../../builders/an-office.ts'
import { anAccount, writeOffice } from '../../builders/office-documents.ts'
import { type OfficeSite, openOfficeSite, type SignedInBrowser } from './office-site.ts'

const anAuditor = { displayName: '审计', role: 'auditor', agency: null }
let site: OfficeSite
let auditor: SignedInBrowser
beforeAll(async () => {
  site = await openOfficeSite()
  auditor = await site.signIn({ name: 'zhao', displayName: '赵六', role: 'auditor', agency: null })
  site.clock.advance({ days: 1 })
  for (let n = 0; n < 60; n += 1) {
    await site.office.addAccount(anAdministrator, { ...anAuditor, name: `many-${n}` })
  }
  site.clock.advance({ days: 1 })
  await site.office.addAccount(anAdministrator, {
    name: 'sun',
    displayName: '<b>孙</b>',
    role: 'auditor',
    agency: null,
  })
  // Whoever rests for days has to sign in again.
  const { key } = await site.office.signIn({
    name: 'zhao',
    password: 'seven stone bridges after rain',
    from: '',
    browser: '',
  })
  const signedIn = await site.office.identify(key, '')
  auditor = { cookie: `banshi-office=${key}`, formKey: signedIn?.session.formKey ?? '' }
})
afterAll(() => site.close())

const numbersOn = (html: string) => [...html.matchAll(/<tr id="e(\d+)"/g)].map(([, number]) => Number(number))
const newest = async () => (await site.store.office.newestEntry())?.number ?? 0

describe('/office/record', () => {
  it('shows the newest entries first, and the rest page by page without a gap', async () => {
    const seen: number[] = []
    for (let path: string | undefined = '/office/record'; path !== undefined; ) {
      const { text, status } = await site.get(path, auditor)
      expect(status).toBe(200)
      seen.push(...numbersOn(text))
      path = /<a href="([^"]*before=\d+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(Array.from({ length: await newest() }, (_, index) => seen.length - index))
  })

  it('says in Chinese who did what, with links to what it was done to', async () => {
    const { text } = await site.get('/office/record?action=account.add', auditor)
    expect(text).toContain('新建账号')
    expect(text).toContain('账号 sun')
    expect(text).not.toContain('account.add</td>')
  })

  it.each([
    ['by who', 'actor=zhao', (entry: RecordEntry) => entry.actor === 'zhao'],
    ['by what', 'action=session.start', (entry: RecordEntry) => entry.action === 'session.start'],
    ['by what it was done to', 'subject=account%2Fsun', (entry: RecordEntry) => entry.subject === 'account/sun'],
    ['by day', 'from=2015-03-14&to=2015-03-14', (entry: RecordEntry) => entry.at.startsWith('2015-03-14')],
    ['up to a day', 'to=2015-03-12', (entry: RecordEntry) => entry.at < '2015-03-13'],
    ['by a day on which nothing happened', 'from=2015-03-20', () => false],
  ])('narrows the list %s', async (_, query, belongs) => {
    const all = await site.store.office.listRecord({ limit: 1000 })
    const expected = all.filter(belongs).map(({ number }) => number)
    const { text } = await site.get(`/office/record?${query}`, auditor)
    expect(numbersOn(text)).toEqual(expected.slice(0, 50))
  })

  it.each(['from=2015-02-30', 'to=gestern'])('says that it cannot read %s', async (query) => {
    const { status, text } = await site.get(`/office/record?${query}`, auditor)
    expect([status, text]).toEqual([400, expect.stringContaining('没有“')])
  })

  it.each(['before=-1', 'before=x', 'actor=a&actor=b', 'before=1e999'])(
    'shows the whole list for %s',
    async (query) => {
      expect((await site.get(`/office/record?${query}`, auditor)).status).toBe(200)
    },
  )

  it('is for the auditor alone', async () => {
    const reform = await site.signIn({ name: 'wang', displayName: '王五', role: 'reform-officer', agency: null })
    for (const path of ['/office/record', '/office/record/verification', '/office/record/export?format=csv']) {
      expect((await site.get(path, reform)).status).toBe(403)
    }
  })
})

describe('/office/record/verification', () => {
  it('verifies at the push of a button and gives the digest to note down', async () => {
    const { text } = await site.post('/office/record/verification', auditor, {})
    expect(text).toContain('记录完好')
    expect(text).toContain((await site.store.office.newestEntry())?.digest)
  })

  it('finds a digest that was noted, and misses one that never was', async () => {
    const { digest } = (await site.store.office.newestEntry()) ?? { digest: '' }
    expect(
      (await site.post('/office/record/verification', auditor, { head: ` ${digest.toUpperCase()} ` })).text,
    ).toContain('记录完好')
    const { text } = await site.post('/office/record/verification', auditor, { head: 'a'.repeat(64) })
    expect(text).toContain('末尾被截断')
  })

  it('asks for the whole digest where half of it was typed, and keeps it', async () => {
    const { status, text } = await site.post('/office/record/verification', auditor, { head: 'abc' })
    expect([status, text]).toEqual([400, expect.stringContaining('value="abc"')])
  })
})

describe('/office/record/export', () => {
  it('writes JSON lines that hold all that the digests are made of', async () => {
    const { text, headers } = await site.get('/office/record/export?format=jsonl', auditor).buffer(true)
    expect(headers['content-disposition']).toBe('attachment; filename="record.jsonl"')
    const entries: RecordEntry[] = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(entries).toHaveLength(await newest())
    expect(entries.filter((entry, index) => findFault(entry, entries[index - 1], nodeSecrets.digest))).toEqual([])
  })

  it('writes a table that a spreadsheet reads and cannot be made to run anything', async () => {
    // Of a time after all others, so that it comes last.
    await writeOffice(site.store, [anAccount('=1+1')])
    const { text } = await site.get('/office/record/export?format=csv', auditor).buffer(true)
    expect(text.startsWith('\uFEFF编号,时间,')).toBe(true)
    expect(text.trimEnd().split('\r\n')).toHaveLength((await newest()) + 1)
    expect(text).not.toMatch(/(^|,)[=+@-]/m)
  })

  it('knows no other format', async () => {
    expect((await site.get('/office/record/export?format=exe', auditor)).status).toBe(404)
  })
})
