import request from 'supertest'
import type { Role } from '../../src/domain/office/roles.ts'
import { commandLine } from '../../src/use-cases/office/manage-accounts.ts'
import { theSystem } from '../../src/use-cases/office/write-recorded.ts'
import { createApp } from '../../src/web/create-app.ts'
import { type OfficeUnderTest, openOffice } from './an-office.ts'

/** Somebody's browser inside the office. */
export interface OfficeVisitor {
  get(path: string): request.Test
  /** Sends a form with the key of the session; fields may repeat. */
  post(path: string, fields?: FormFields): request.Test
}
export type FormFields = Readonly<Record<string, string | number | readonly string[]>>

const password = '一句自己记得住的很长的话'

/** The pages of an office over the catalogue of two agencies. */
export async function openOfficeSite() {
  const here = await openOffice()
  const app = createApp({ useCases: here.useCases, office: here.office })
  return {
    ...here,
    app,
    /** Somebody who has just signed in, with an account of his own. */
    enter: (name: string, role: Role, agency: string | null = null) => enter(here, app, { name, role, agency }),
  }
}
export type OfficeSite = Awaited<ReturnType<typeof openOfficeSite>>

async function enter(
  { office, store, writeRecorded }: OfficeUnderTest,
  app: ReturnType<typeof createApp>,
  { name, role, agency }: { name: string; role: Role; agency: string | null },
): Promise<OfficeVisitor> {
  await office.addAccount(commandLine, { name, displayName: name, role, agency, password })
  const account = await store.office.find('account', name)
  if (account === undefined) throw new Error('the account was not made')
  const body = { ...account.body, mustChange: false }
  await writeRecorded({
    by: theSystem,
    deeds: [{ action: 'password.change', subject: `account/${name}` }],
    changes: [{ kind: 'account', id: name, expectedRevision: account.revision, body }],
  })
  const agent = request.agent(app)
  await agent.post('/office/sign-in').type('form').send({ name, password, back: '/office' }).expect(303)
  const home = await agent.get('/office').set('Accept', 'text/html').expect(200)
  const key = /name="_key" value="([^"]+)"/.exec(home.text)?.[1] ?? ''
  return {
    get: (path) => agent.get(path).set('Accept', 'text/html'),
    post: (path, fields = {}) =>
      agent
        .post(path)
        .set('Accept', 'text/html')
        .type('form')
        .send({ ...fields, _key: key }),
  }
}

/** The fields of the first form on a page that goes to an address, as a browser would send them. */
export function fieldsOf(html: string, action: string): Record<string, string | string[]> {
  const start = html.indexOf(`action="${action}"`)
  if (start < 0) throw new Error(`no form for ${action}`)
  const form = html.slice(start, html.indexOf('</form>', start))
  const fields = new Map<string, string[]>()
  const add = (name: string | undefined, value: string) => {
    if (name !== undefined) fields.set(decode(name), [...(fields.get(decode(name)) ?? []), decode(value)])
  }
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const isTicked = !/type="(?:checkbox|radio)"/.test(tag) || / checked/.test(tag)
    if (isTicked) add(attributeOf(tag, 'name'), attributeOf(tag, 'value') ?? '')
  }
  for (const [, tag = '', inner = ''] of form.matchAll(/<textarea ([^>]*)>([^<]*)<\/textarea>/g)) {
    add(attributeOf(` ${tag}`, 'name'), inner)
  }
  for (const [, tag = '', inner = ''] of form.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs)) {
    const options = [...inner.matchAll(/<option[^>]*>/g)].map(([option]) => option)
    const chosen = options.find((option) => / selected/.test(option)) ?? options[0] ?? ''
    add(attributeOf(` ${tag}`, 'name'), attributeOf(chosen, 'value') ?? '')
  }
  return Object.fromEntries([...fields].map(([name, texts]) => [name, texts.length === 1 ? (texts[0] ?? '') : texts]))
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
}

function decode(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
