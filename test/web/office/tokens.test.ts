import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import express from 'express'
import supertest from 'supertest'
import { tokenActions } from '../../../src/domain/office/token-actions.ts'
import { theSystem } from '../../../src/use-cases/office/write-recorded.ts'
import { identifyMachine } from '../../../src/web/api/identify-machine.ts'
import { anAdministrator } from '../../builders/an-office.ts'
import { type OfficeSite, openOfficeSite } from './office-site.ts'

type Person = Awaited<ReturnType<OfficeSite['signIn']>>
let site: OfficeSite
let editor: Person
beforeEach(async () => {
  site = await openOfficeSite()
  editor = await site.signIn({ name: 'zhang', displayName: '张三', role: 'editor', agency: 'fgw' })
})
afterEach(() => site.close())

const wanted = { label: '政务服务平台', lastDay: '2015-12-31', scopes: ['edition.view', 'edition.write'] }
const keyOn = (html: string) => /banshi_[\w-]{43}/.exec(html)?.[0]
const newKey = async (form: object = {}) => {
  const { text } = await site.post('/office/tokens', editor, { ...wanted, ...form })
  return keyOn(text) ?? ''
}
const identified = (key: string) => site.office.identifyToken(key, '10.0.0.7')

/** An API that answers who asks. */
const asking = (authorization?: string) => {
  const app = express().get('/', async (req, res) => {
    const actor = await identifyMachine(site.office, req, res)
    if (actor !== undefined) res.json(actor)
  })
  const request = supertest(app).get('/')
  return authorization === undefined ? request : request.set('Authorization', authorization)
}

describe('a token', () => {
  it('is shown once, and kept nowhere', async () => {
    const key = await newKey()
    expect((await site.get('/office/tokens', editor)).text).not.toContain(key)
    const kept = JSON.stringify([
      await site.store.office.list('token'),
      await site.store.office.listRecord({ limit: 99 }),
    ])
    expect(kept).not.toContain(key)
    expect(kept).toContain('政务服务平台')
  })

  it('acts for its account within what it was made for', async () => {
    const { body } = await asking(`Bearer ${await newKey()}`)
    expect(body).toMatchObject({ account: 'zhang', role: 'editor', agency: 'fgw', scopes: wanted.scopes })
    const actor = await identified(await newKey())
    if (actor === undefined) throw new Error('not identified')
    await expect(site.office.startEdition(actor, { item: 'fgw-001' })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await site.office.listEditions(actor)).toEqual([])
  })

  it('cannot manage tokens, accounts or passwords, whatever it was made for', async () => {
    expect(tokenActions.filter((action) => /^(token|account|password|session|record)/.test(action))).toEqual([])
    const actor = { ...editor.actor, scopes: [...tokenActions] }
    await expect(site.office.addToken(actor, wanted)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it.each<[string, (key: string) => Promise<unknown> | unknown]>([
    ['its last day is over', () => site.clock.advance({ days: 300 })],
    ['its clock was set back', () => site.clock.advance({ days: -1 })],
    ['its account was disabled', () => site.office.disableAccount(anAdministrator, 'zhang')],
    ['its owner has revoked it', async () => revoke(editor)],
    ['an administrator has revoked it', async () => revoke(await anotherAdministrator())],
  ])('holds no longer when %s', async (_, end) => {
    const key = await newKey()
    expect(await identified(key)).toBeDefined()
    await end(key)
    expect(await identified(key)).toBeUndefined()
  })

  const revoke = async (by: Person) => {
    const [token] = await site.store.office.list('token')
    expect((await site.post(`/office/tokens/${token?.id}/revoke`, by, {})).status).toBe(303)
  }
  const anotherAdministrator = () =>
    site.signIn({ name: 'root', displayName: '管理员', role: 'administrator', agency: null })

  it('does not outgrow its account: what the account may no longer do, it may not', async () => {
    const key = await newKey({ scopes: ['edition.start'] })
    const account = await site.store.office.find('account', 'zhang')
    if (account === undefined) throw new Error('no account')
    const body = { ...account.body, role: 'auditor' as const, agency: null }
    const change = { kind: 'account', id: 'zhang', expectedRevision: account.revision, body } as const
    const deeds = [{ action: 'account.enable', subject: 'account/zhang' }]
    await site.writeRecorded({ by: theSystem, deeds, changes: [change] })
    const actor = await identified(key)
    if (actor === undefined) throw new Error('not identified')
    await expect(site.office.startEdition(actor, { item: 'fgw-001' })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('cannot be revoked by a colleague', async () => {
    await newKey()
    const other = await site.signIn({ name: 'li', displayName: '李四', role: 'editor', agency: 'fgw' })
    const [token] = await site.store.office.list('token')
    expect((await site.post(`/office/tokens/${token?.id}/revoke`, other, {})).status).toBe(403)
    expect((await site.post('/office/tokens/nothing/revoke', other, {})).status).toBe(403)
    expect((await site.get('/office/tokens', other)).text).not.toContain('政务服务平台')
  })

  it.each([
    ['for more than the account may', { scopes: ['edition.write', 'edition.publish'] }, '不能超过'],
    ['for nothing', { scopes: [] }, '至少选一项'],
    ['for what is no action', { scopes: ['__proto__'] }, '不能超过'],
    ['for more than a year', { lastDay: '2016-03-14' }, '最长用一年'],
    ['for a day that is over', { lastDay: '2015-03-11' }, '今天或以后'],
    ['for no day', { lastDay: 'morgen' }, '今天或以后'],
    ['without saying what for', { label: ' ' }, '写明给哪个系统用'],
  ])('is not made %s, and what was typed stays', async (_, form, sentence) => {
    const { status, text } = await site.post('/office/tokens', editor, { ...wanted, ...form })
    expect([status, text]).toEqual([400, expect.stringContaining(sentence)])
    expect(await site.store.office.list('token')).toEqual([])
  })
})

describe('the API', () => {
  it('tells who shows no key how to', async () => {
    const { status, headers, body } = await asking()
    expect([status, headers['www-authenticate'], body.title]).toEqual([401, 'Bearer realm="banshi"', '还没有登录'])
  })

  it.each(['Bearer wrong', 'bearer banshi_x', 'Bearer  ', 'Basic YTpi', 'Bearer a b', 'Bearer 令牌'])(
    'refuses %s with 401',
    async (authorization) => {
      const { status, headers } = await asking(encodeURI(authorization).replaceAll('%20', ' '))
      expect([status, headers['www-authenticate']]).toEqual([401, expect.stringMatching(/^Bearer realm="banshi"/)])
    },
  )

  it('says of a wrong key that it is wrong', async () => {
    expect((await asking('Bearer banshi_nothing')).headers['www-authenticate']).toContain('error="invalid_token"')
  })
})
