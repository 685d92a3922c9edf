import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import supertest from 'supertest'
import { createOffice } from '../../../src/use-cases/office/create-office.ts'
import { createApp } from '../../../src/web/create-app.ts'
import { anAdministrator, cheapHasher } from '../../builders/an-office.ts'
import { type OfficeSite, openOfficeSite } from './office-site.ts'

type Person = Awaited<ReturnType<OfficeSite['signIn']>>
let site: OfficeSite
let zhang: Person
beforeEach(async () => {
  site = await openOfficeSite()
  zhang = await site.signIn({ name: 'zhang', displayName: '张三', role: 'editor', agency: 'fgw' })
})
afterEach(() => site.close())

const trying = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  supertest(site.app)
    .post('/office/sign-in')
    .set({ Accept: 'text/html', ...headers })
    .type('form')
    .send(form)
const right = () => ({ name: 'zhang', password: zhang.password })
const tryIn = (password: string, from: string, name = 'zhang') =>
  site.office.signIn({ name, password, from, browser: '' })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'in',
    ({ code }) => code,
  )
const keyIn = (cookies: unknown) => /banshi-office=([^;]+)/.exec(String(cookies))?.[1] ?? ''

describe('signing in', () => {
  it('gives a key that only the office gets, no script reads and no other site sends along', async () => {
    const { status, headers } = await trying(right())
    expect([status, headers.location]).toEqual([303, '/office'])
    expect(headers['set-cookie']?.[0]).toMatch(/^banshi-office=[\w-]{43}; Path=\/office; HttpOnly; SameSite=Lax$/)
  })

  it('gives a new key each time, and ends the session that the browser had', async () => {
    const fixed = `banshi-office=${zhang.key}`
    const { headers } = await trying(right(), { Cookie: fixed })
    const key = keyIn(headers['set-cookie'])
    expect(key).not.toBe(zhang.key)
    expect((await site.get('/office', { cookie: fixed, formKey: '' })).status).toBe(303)
    expect((await site.get('/office', { cookie: `banshi-office=${key}`, formKey: '' })).status).toBe(200)
  })

  it('takes no key that somebody else has put into the browser', async () => {
    const planted = 'p'.repeat(43)
    const { headers } = await trying(right(), { Cookie: `banshi-office=${planted}` })
    expect(keyIn(headers['set-cookie'])).not.toBe(planted)
    expect((await site.get('/office', { cookie: `banshi-office=${planted}`, formKey: '' })).status).toBe(303)
  })

  it.each([
    ['a wrong password', { name: 'zhang', password: 'wrong' }],
    ['an empty password', { name: 'zhang', password: '' }],
    ['an unknown name', { name: 'nobody', password: 'wrong' }],
    ['a name that is none', { name: '../../etc', password: 'wrong' }],
    ['a name of the language', { name: '__proto__', password: 'constructor' }],
    ['nothing', {}],
  ])('says the same of %s', async (_, form) => {
    const { status, text, headers } = await trying(form)
    expect([status, headers['set-cookie']]).toEqual([401, undefined])
    expect(text).toContain('登录名或密码不对，或者账号已停用。')
    expect(text).not.toContain('value="wrong"')
  })

  it('says the same of an account that is switched off, even with its password', async () => {
    await site.office.disableAccount(anAdministrator, 'zhang')
    expect((await trying(right())).text).toContain('登录名或密码不对，或者账号已停用。')
  })

  it('does the same work for unknown names as for wrong passwords', async () => {
    const calls: string[] = []
    const hasher = {
      ...cheapHasher,
      hash: (password: string) => {
        calls.push('hash')
        return cheapHasher.hash(password)
      },
      verify: (password: string, hash: string) => {
        calls.push(`verify ${hash.split('$').slice(0, 4).join('$')}`)
        return cheapHasher.verify(password, hash)
      },
    }
    const work: string[][] = []
    for (const name of ['zhang', 'nobody', 'off', '?']) {
      const office = createOffice({ ...site.ports, hasher })
      await codeOf(office.signIn({ name, password: 'wrong', from: name, browser: '' }))
      work.push(calls.splice(0))
      await codeOf(office.signIn({ name, password: 'wrong', from: name, browser: '' }))
      work.push(calls.splice(0))
    }
    const [first, later] = work
    expect(work).toEqual([first, later, first, later, first, later, first, later])
    expect(later).toHaveLength(1)
  })

  it.each([
    ['another site', 'https://evil.example/'],
    ['another site without a scheme', '//evil.example'],
    ['a scheme', 'javascript:alert(1)'],
    ['another page of the site', '/items'],
    ['a backslash', '/office\\evil.example'],
    ['a look-alike', '/officer'],
  ])('leads nobody to %s', async (_, back) => {
    expect((await trying({ ...right(), back })).headers.location).toBe('/office')
  })

  it('leads back to the page of the office that was asked for', async () => {
    const { headers } = await site.get('/office/items?agency=fgw', { cookie: '', formKey: '' })
    const { text } = await supertest(site.app).get(headers.location ?? '')
    const back = /name="back" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await trying({ ...right(), back })).headers.location).toBe('/office/items?agency=fgw')
  })
})

describe('guessing', () => {
  const guess = (times: number, from: string) =>
    Promise.all(Array.from({ length: times }, () => codeOf(tryIn('wrong', from))))

  it('has to wait, longer from time to time, and never for good', async () => {
    for (let n = 0; n < 5; n += 1) expect(await codeOf(tryIn('wrong', 'a'))).toBe('sign-in-failed')
    const waits: number[] = []
    for (let n = 0; n < 10; n += 1) {
      const refused = await tryIn('wrong', 'a').catch((error) => error)
      expect(refused.code).toBe('sign-in-wait')
      waits.push(refused.facts.seconds)
      site.clock.advance({ seconds: refused.facts.seconds })
      expect(await codeOf(tryIn('wrong', 'a'))).toBe('sign-in-failed')
    }
    expect(waits.slice(0, 4)).toEqual([10, 20, 40, 80])
    expect(Math.max(...waits)).toBe(900)
    site.clock.advance({ seconds: 900 })
    expect(await codeOf(tryIn(zhang.password, 'a'))).toBe('in')
  })

  it('does not make the wait longer by trying during it', async () => {
    await guess(5, 'a')
    await guess(20, 'a')
    site.clock.advance({ seconds: 10 })
    expect(await codeOf(tryIn(zhang.password, 'a'))).toBe('in')
  })

  it('keeps nobody out who comes from elsewhere', async () => {
    await guess(30, 'a')
    expect(await codeOf(tryIn(zhang.password, 'b'))).toBe('in')
    expect(await codeOf(tryIn(zhang.password, 'a'))).toBe('sign-in-wait')
  })

  it('counts many tries at once as many', async () => {
    const outcomes = await guess(30, 'a')
    expect(outcomes.filter((code) => code === 'sign-in-failed').length).toBeLessThanOrEqual(5)
    expect(new Set(outcomes)).toEqual(new Set(['sign-in-failed', 'sign-in-wait']))
  })

  it('is forgotten when the password was right', async () => {
    await guess(4, 'a')
    expect(await codeOf(tryIn(zhang.password, 'a'))).toBe('in')
    for (let n = 0; n < 5; n += 1) expect(await codeOf(tryIn('wrong', 'a'))).toBe('sign-in-failed')
  })

  it('does not keep out who is right at the same moment in two windows', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(tryIn(zhang.password, 'a'))))
    expect(outcomes).toEqual(['in', 'in', 'in'])
  })

  it('is not possible faster after the clock was set back', async () => {
    await guess(5, 'a')
    site.clock.advance({ days: -1 })
    expect(await codeOf(tryIn('wrong', 'a'))).toBe('sign-in-failed')
    expect(await codeOf(tryIn('wrong', 'a'))).toBe('sign-in-wait')
  })

  it('cannot be done on in a browser that was left open', async () => {
    const form = { current: 'wrong', password: 'another long sentence of mine' }
    for (let n = 0; n < 5; n += 1)
      expect((await site.post('/office/password', zhang, form)).text).toContain('现在的密码不对')
    const { status, text } = await site.post('/office/password', zhang, { ...form, current: zhang.password })
    expect([status, text]).toEqual([400, expect.stringContaining('试错的次数太多')])
  })

  it('is answered with 429 when one address tries many names, and so is who waits', async () => {
    const statuses = new Set<number>()
    for (let n = 0; n < 61; n += 1) statuses.add((await trying({ name: `a${n}`, password: 'wrong' })).status)
    expect([...statuses]).toEqual([401, 429])
    expect((await trying(right())).status).toBe(429)
  })

  it('is not what a whole city does that signs in from one address', async () => {
    for (let n = 0; n < 70; n += 1) expect((await trying(right())).status).toBe(303)
  })
})

describe('a new password', () => {
  it.each([
    ['too short', 'elf zeichen', '至少 12 个字'],
    ['too long', 'ab'.repeat(65), '最多 128 个字'],
    ['among those that everybody tries', 'password1234', '太常见'],
    ['made of the own name', 'zhang is my name', '不能有登录名'],
    ['the present one', '', '不能和现在的一样'],
  ])('is refused when it is %s', async (_, wanted, sentence) => {
    const form = { current: zhang.password, password: wanted || zhang.password }
    const { status, text } = await site.post('/office/password', zhang, form)
    expect([status, text]).toEqual([400, expect.stringContaining(sentence)])
    expect(await codeOf(tryIn(zhang.password, 'b'))).toBe('in')
  })

  it('may be a sentence in Chinese, whichever way its characters are composed', async () => {
    await site.post('/office/password', zhang, { current: zhang.password, password: '雨过天晴七座石桥é真好看呀' })
    expect(await codeOf(tryIn('雨过天晴七座石桥e\u0301真好看呀', 'b'))).toBe('in')
  })
})

describe('behind a proxy', () => {
  const behind = (trustedProxies: number) => createApp({ useCases: site.useCases, office: site.office, trustedProxies })
  const from = async (trustedProxies: number, headers: Record<string, string>) => {
    const app = behind(trustedProxies)
    const answer = await supertest(app).post('/office/sign-in').set(headers).type('form').send(right())
    const [session] = (await site.store.office.list('session')).filter(
      ({ id }) => id === site.ports.secrets.digest(keyIn(answer.headers['set-cookie'])),
    )
    return { cookie: String(answer.headers['set-cookie']), from: session?.body.from }
  }

  it('that encrypts, the key goes over encrypted lines alone', async () => {
    const told = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '203.0.113.9' }
    expect(await from(1, told)).toEqual({ cookie: expect.stringContaining('; Secure'), from: '203.0.113.9' })
  })

  it('that nobody trusts, what it tells counts for nothing', async () => {
    const told = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '203.0.113.9' }
    expect(await from(0, told)).toEqual({ cookie: expect.not.stringContaining('Secure'), from: '127.0.0.1' })
  })

  it('what a reader adds himself before the trusted proxy counts for nothing', async () => {
    expect(await from(1, { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9' })).toMatchObject({ from: '203.0.113.9' })
  })
})
