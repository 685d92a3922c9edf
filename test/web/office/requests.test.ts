import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import supertest from 'supertest'
import { anAdministrator, anEditor } from '../../builders/an-office.ts'
import { type OfficeSite, openOfficeSite } from './office-site.ts'

type Person = Awaited<ReturnType<OfficeSite['signIn']>>
let site: OfficeSite
let administrator: Person
let editor: Person
beforeAll(async () => {
  site = await openOfficeSite()
  administrator = await site.signIn({ name: 'root', displayName: '管理员', role: 'administrator', agency: null })
  editor = await site.signIn({ name: 'zhang', displayName: '张三', role: 'editor', agency: 'fgw' })
})
afterAll(() => site.close())

let number = 0
/** The form for a new account: whether it was taken is seen at once. */
const anAccount = () => ({ name: `new-${++number}`, displayName: '新', role: 'auditor', agency: '' })
const exists = async () => (await site.store.office.find('account', `new-${number}`)) !== undefined
const post = (form: Record<string, string>, headers: Record<string, string> = {}, by = administrator) =>
  supertest(site.app)
    .post('/office/accounts')
    .set({ Cookie: by.cookie, Accept: 'text/html', ...headers })
    .type('form')
    .send(form)

describe('a change that another site has sent', () => {
  it.each<[string, Record<string, string>]>([
    ['by a browser that says so', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from a neighbour under the same domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['by a browser that names its origin', { Origin: 'https://evil.example' }],
    ['from the same host on another port', { Origin: 'http://127.0.0.1:1' }],
    ['from a page that hides where it is from', { Origin: 'null' }],
    ['by a browser whose origin nobody can read', { Origin: 'evil' }],
  ])('is refused: %s', async (_, headers) => {
    const { status } = await post({ ...anAccount(), _key: administrator.formKey }, headers)
    expect([status, await exists()]).toEqual([403, false])
  })

  it.each<[string, () => string | undefined]>([
    ['no key', () => undefined],
    ['an empty key', () => ''],
    ['a wrong key of the right length', () => 'x'.repeat(administrator.formKey.length)],
    ['a key that is longer', () => `${administrator.formKey}x`],
    ['the key of somebody else', () => editor.formKey],
  ])('is refused with %s', async (_, keyOf) => {
    const key = keyOf()
    const { status } = await post({ ...anAccount(), ...(key === undefined ? {} : { _key: key }) })
    expect([status, await exists()]).toEqual([403, false])
  })

  it('is refused with a key in the address', async () => {
    const { status } = await supertest(site.app)
      .post(`/office/accounts?_key=${administrator.formKey}`)
      .set({ Cookie: administrator.cookie, Accept: 'text/html' })
      .type('form')
      .send(anAccount())
    expect([status, await exists()]).toEqual([403, false])
  })

  it('cannot sign a browser in under another name', async () => {
    const form = { name: 'zhang', password: editor.password }
    const answer = await supertest(site.app)
      .post('/office/sign-in')
      .set('Sec-Fetch-Site', 'cross-site')
      .type('form')
      .send(form)
    expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined])
  })

  it('is not what our own pages send', async () => {
    for (const headers of [{}, { 'Sec-Fetch-Site': 'same-origin' }]) {
      const { status } = await post({ ...anAccount(), _key: administrator.formKey }, headers)
      expect([status, await exists()]).toEqual([200, true])
    }
    const host = { Host: 'banshi.example:8080', Origin: 'http://banshi.example:8080' }
    expect((await post({ ...anAccount(), _key: administrator.formKey }, host)).status).toBe(200)
  })

  it.each(['put', 'patch', 'delete'] as const)('does not come by %s', async (method) => {
    const answer = await supertest(site.app)
      [method]('/office/accounts')
      .set({ Cookie: administrator.cookie, 'X-Form-Key': administrator.formKey })
    expect(answer.status).toBe(404)
  })
})

describe('a form that is too much', () => {
  it('of ten megabytes is answered with 413', async () => {
    const { status } = await post({ _key: administrator.formKey, name: 'a'.repeat(10_000_000) })
    expect(status).toBe(413)
  })

  it('of a hundred thousand fields is answered with 413', async () => {
    const body = `_key=${administrator.formKey}&${Array.from({ length: 100_000 }, (_, n) => `f${n}=`).join('&')}`
    const answer = await supertest(site.app)
      .post('/office/accounts')
      .set('Cookie', administrator.cookie)
      .type('form')
      .send(body)
    expect(answer.status).toBe(413)
  })

  it('in another format is nothing', async () => {
    const answer = await supertest(site.app)
      .post('/office/accounts')
      .set({ Cookie: administrator.cookie, Accept: 'text/html', 'X-Form-Key': administrator.formKey })
      .send(anAccount())
    expect([answer.status, await exists()]).toEqual([400, false])
  })
})

describe('names of the language in a form', () => {
  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '__proto__[role]',
    'constructor[prototype][role]',
  ])('are fields like others: %s', async (name) => {
    const body = new URLSearchParams({ ...anAccount(), role: '', [name]: 'administrator', _key: administrator.formKey })
    const answer = await post({ _key: '' }).send(body.toString())
    expect([answer.status, await exists()]).toEqual([400, false])
    expect(({} as Record<string, unknown>).role).toBeUndefined()
  })

  it.each(['__proto__', 'constructor', '../accounts', '%00', '𠮷', 'a'.repeat(3000)])(
    'are ids that nothing has: %s',
    async (id) => {
      const paths = ['/drafts/:id', '/items/:id', '/items/:id/editions', '/drafts/:id/edit']
      for (const path of paths) {
        const { status } = await site.get(`/office${path.replace(':id', encodeURIComponent(id))}`, editor)
        expect([path, status]).toEqual([path, 404])
      }
    },
  )

  it('are sent twice without harm', async () => {
    const body = `_key=${administrator.formKey}&name=a&name=b&displayName=x&displayName=y&role=auditor&role=editor`
    const { status } = await post({ _key: '' }).send(body)
    expect(status).toBe(400)
  })
})

describe('what was typed when the session had ended', () => {
  let late: Person
  beforeEach(async () => {
    late = await site.signIn({ name: `late-${++number}`, displayName: '迟', role: 'editor', agency: 'fgw' })
  })
  const resumeWith = (resume: string) =>
    supertest(site.app)
      .post('/office/sign-in')
      .set('Accept', 'text/html')
      .type('form')
      .send({ name: late.actor.account, password: late.password, resume })

  it('goes on after the sign-in, with a new key and no old one', async () => {
    const { text } = await supertest(site.app)
      .post('/office/drafts')
      .set('Accept', 'text/html')
      .type('form')
      .send({ _key: 'old', item: 'fgw-002', note: '"><script>alert(1)</script>' })
    const resume = /name="resume" value="([^"]*)"/
      .exec(text)?.[1]
      ?.replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
    const page = await resumeWith(resume ?? '')
    expect(page.text).toContain('<form method="post" action="/office/drafts">')
    expect(page.text).toContain('name="item" value="fgw-002"')
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).not.toContain('value="old"')
  })

  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['an address of another site', '{"action":"https://evil.example/office/","fields":[]}'],
    ['an address without a scheme', '{"action":"//evil.example/office/","fields":[]}'],
    ['a script', '{"action":"javascript:alert(1)","fields":[]}'],
    ['a page outside of the office', '{"action":"/api/v1/items","fields":[]}'],
    ['fields that are none', '{"action":"/office/drafts","fields":[["a",{"b":1}]]}'],
    ['a list of lists', '{"action":"/office/drafts","fields":[[[],[]]]}'],
    ['names of the language', '{"__proto__":{"action":"/office/drafts"},"fields":[]}'],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('is nothing to go on with when it is %s', async (_, resume) => {
    const { status, headers } = await resumeWith(resume)
    expect([status, headers.location]).toEqual([303, '/office'])
  })
})

describe('a session', () => {
  let person: Person
  beforeEach(async () => {
    person = await site.signIn({ name: `p-${++number}`, displayName: '某', role: 'editor', agency: 'fgw' })
  })
  const isIn = async (by = person) => (await site.get('/office', by)).status === 200
  const again = async () => {
    const { key } = await site.office.signIn({
      name: person.actor.account,
      password: person.password,
      from: '',
      browser: '',
    })
    return {
      ...person,
      key,
      cookie: `banshi-office=${key}`,
      formKey: (await site.office.identify(key, ''))?.session.formKey ?? '',
    }
  }

  it('ends when its account is disabled, and does not come back with it', async () => {
    await site.office.disableAccount(anAdministrator, person.actor.account)
    expect(await isIn()).toBe(false)
    await site.office.enableAccount(anAdministrator, person.actor.account)
    expect(await isIn()).toBe(false)
  })

  it('ends when an administrator gives a new password', async () => {
    await site.office.resetPassword(anAdministrator, person.actor.account)
    expect(await isIn()).toBe(false)
  })

  it('ends everywhere else when its owner changes his password', async () => {
    const other = await again()
    await site.post('/office/password', person, { current: person.password, password: 'another sentence of mine' })
    expect([await isIn(), await isIn(other)]).toEqual([true, false])
  })

  it('ends where its owner signs out, and nowhere else', async () => {
    const other = await again()
    const { headers } = await site.post('/office/sign-out', person, {})
    expect(headers['set-cookie']?.[0]).toMatch(/^banshi-office=; Path=\/office; Expires=Thu, 01 Jan 1970/)
    expect([await isIn(), await isIn(other)]).toEqual([false, true])
  })

  it('ends everywhere when its owner signs out everywhere', async () => {
    const other = await again()
    await site.post('/office/sign-out-everywhere', person, {})
    expect([await isIn(), await isIn(other)]).toEqual([false, false])
  })

  it('ends after four hours at rest', async () => {
    site.clock.advance({ seconds: 4 * 3600 - 1 })
    expect(await isIn()).toBe(true)
    site.clock.advance({ seconds: 4 * 3600 })
    expect(await isIn()).toBe(false)
  })

  it('ends after twelve hours, whatever is done', async () => {
    for (let hour = 1; hour < 12; hour += 1) {
      site.clock.advance({ seconds: 3600 })
      expect(await isIn()).toBe(true)
    }
    site.clock.advance({ seconds: 3600 })
    expect(await isIn()).toBe(false)
  })

  it('ends when the clock was set back before its beginning', async () => {
    site.clock.advance({ days: -1 })
    expect(await isIn()).toBe(false)
    site.clock.advance({ days: 1 })
  })

  it('that is over is not kept when its owner signs in again', async () => {
    site.clock.advance({ days: 1 })
    await again()
    expect(await site.store.office.list('session', { account: person.actor.account })).toHaveLength(1)
  })

  it('keeps neither its key nor a password in the store', async () => {
    const { documents } = await site.store.office.snapshot(['session', 'account', 'signInTrail'])
    const kept = JSON.stringify([documents, await site.store.office.listRecord({ limit: 10_000 })])
    expect(kept).not.toContain(person.key)
    expect(kept).not.toContain(person.password)
  })

  it('with a password that somebody else gave can do nothing but change it', async () => {
    const { password } = await site.office.resetPassword(anAdministrator, person.actor.account)
    const { key } = await site.office.signIn({ name: person.actor.account, password, from: '', browser: '' })
    const by = { cookie: `banshi-office=${key}`, formKey: (await site.office.identify(key, ''))?.session.formKey ?? '' }
    for (const path of ['/office', '/office/items', '/office/drafts']) {
      expect((await site.get(path, by)).headers.location).toBe('/office/password')
    }
    const { headers } = await site.post('/office/drafts', by, { item: 'fgw-003' })
    expect(headers.location).toBe('/office/password')
    expect((await site.get('/office/password', by)).status).toBe(200)
  })
})

describe('a page of the office', () => {
  it('has no script and no style of its own, and lets none in', async () => {
    const draft = await site.office.startEdition(anEditor, { item: 'fgw-001' })
    const auditor = await site.signIn({ name: 'zhao', displayName: '赵六', role: 'auditor', agency: null })
    editor = await site.signIn({ name: 'zhang2', displayName: '张三', role: 'editor', agency: 'fgw' })
    administrator = await site.signIn({ name: 'root2', displayName: '管理员', role: 'administrator', agency: null })
    const asked: [string, Person][] = [
      ...[
        '',
        '/password',
        '/tokens',
        '/items',
        '/items/fgw-001',
        '/drafts',
        `/drafts/${draft}/review`,
        `/drafts/${draft}/edit`,
      ].map((path): [string, Person] => [path, editor]),
      ...['/record', '/record/verification', '/decisions', '/desk'].map((path): [string, Person] => [path, auditor]),
      ['/accounts', administrator],
    ]
    for (const [path, by] of asked) {
      const { status, headers, text } = await site.get(`/office${path}`, by)
      expect([path, status]).toEqual([path, 200])
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
      )
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      expect(text.match(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle="|\son[a-z]+="|javascript:/gi)).toBeNull()
    }
  })

  it('shows what people have typed as they have typed it', async () => {
    const name = '<img src=x onerror=alert(1)>'
    await site.office.addAccount(anAdministrator, { name: 'xss', displayName: name, role: 'auditor', agency: null })
    const { text } = await site.get('/office/accounts', administrator)
    expect(text).toContain('&lt;img src=x')
    expect(text).not.toContain(name)
  })
})
