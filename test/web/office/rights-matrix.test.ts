import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import supertest from 'supertest'
import { may } from '../../../src/domain/office/rights.ts'
import { isOfAgency, type Role, roleLabels, roles } from '../../../src/domain/office/roles.ts'
import { archivedKinds } from '../../../src/ports/office-store.ts'
import { officeRoutes } from '../../../src/web/office/office-router.ts'
import { anAdministrator, anEditor } from '../../builders/an-office.ts'
import { type OfficeSite, openOfficeSite } from './office-site.ts'

type Person = Awaited<ReturnType<OfficeSite['signIn']>>
// The table of routes asks nothing of the office before a request comes.
const routes = officeRoutes({} as Parameters<typeof officeRoutes>[0])
const matrix = routes.flatMap(({ method, path, action }) => roles.map((role) => ({ method, path, action, role })))

let site: OfficeSite
let draft: string
const people = new Map<Role, Person>()
/** An editor and a reviewer of another agency than the draft's. */
const strangers: Person[] = []
const someone = (name: string, role: Role, agency: string | null) =>
  site.signIn({ name, displayName: roleLabels[role], role, agency: isOfAgency(role) ? agency : null })

beforeAll(async () => {
  site = await openOfficeSite()
  for (const role of roles) people.set(role, await someone(`own-${role}`, role, 'fgw'))
  for (const role of ['editor', 'reviewer'] as const) strangers.push(await someone(`other-${role}`, role, 'mzj'))
  await site.office.addAccount(anAdministrator, { name: 'zhou', displayName: '周', role: 'auditor', agency: null })
  draft = await site.office.startEdition(anEditor, { item: 'fgw-001' })
})
afterAll(() => site.close())

/** The address with something in the place of its parameters that is there. */
function fill(path: string): string {
  const id = path.startsWith('/drafts') ? draft : 'nothing'
  return `/office${path === '/' ? '' : path}`.replace(':name', 'zhou').replace(':code', 'fgw-001').replace(':id', id)
}
/** Asks as somebody who has just signed in: some of the routes end the session. */
async function ask(method: string, path: string, { actor, password }: Person) {
  const { key } = await site.office.signIn({ name: actor.account, password, from: '', browser: '' })
  const formKey = (await site.office.identify(key, ''))?.session.formKey ?? ''
  const by = { cookie: `banshi-office=${key}`, formKey }
  return method === 'get' ? site.get(fill(path), by) : site.post(fill(path), by, {})
}
async function everythingKept(): Promise<string> {
  const { documents, catalogueRevision } = await site.store.office.snapshot(archivedKinds)
  return JSON.stringify([documents.filter(({ kind }) => kind !== 'signInTrail'), catalogueRevision])
}

describe('every route of the office', () => {
  it('is for an action of the table of rights', () => {
    const orphans = routes.filter(
      ({ action }) => !roles.some((role) => may({ ...anEditor, role, agency: null }, action)),
    )
    expect(orphans.map(({ path, action }) => `${path} ${action}`)).toEqual([])
  })

  it.each(matrix)('$method $path for $role is as the table says', async ({ method, path, action, role }) => {
    const person = people.get(role)
    if (person === undefined) throw new Error(role)
    const isAllowed = may(person.actor, action)
    const before = await everythingKept()
    const { status, headers } = await ask(method, path, person)
    expect(headers['cache-control']).toContain('no-store')
    if (isAllowed) {
      // A token that is not there is not his, whoever he is but an administrator.
      expect([401, path === '/tokens/:id/revoke' ? 401 : 403, 500]).not.toContain(status)
      expect(headers.location ?? '').not.toContain('back=')
    } else {
      expect(status).toBe(403)
      expect(await everythingKept()).toBe(before)
      const told = { actor: person.actor.account, action: 'refused', subject: `action/${action}` }
      expect(await site.store.office.newestEntry()).toMatchObject(told)
    }
  })

  it.each(routes)('$method $path asks a stranger to sign in, and does nothing', async ({ method, path }) => {
    const before = await everythingKept()
    for (const cookie of ['', 'banshi-office=', 'banshi-office=nothing', `banshi-office=${'a'.repeat(5000)}`]) {
      const page = await supertest(site.app)[method](fill(path)).set('Cookie', cookie).set('Accept', 'text/html')
      if (method === 'get')
        expect([page.status, page.headers.location]).toEqual([303, expect.stringContaining('/office/sign-in?back=')])
      else expect([page.status, page.text]).toEqual([401, expect.stringContaining('请重新登录')])
      const program = await supertest(site.app)
        [method](fill(path))
        .set('Cookie', cookie)
        .set('Accept', 'application/json')
      expect([program.status, program.type]).toEqual([401, 'application/problem+json'])
    }
    expect(await everythingKept()).toBe(before)
  })
})

describe('somebody of another agency', () => {
  // A text that is sent to be set as a page would be has nothing of the draft in it.
  const ofOneAgency = routes.filter(({ path }) => /^\/(drafts\/:id(?!\/prose)|items\/:code)/.test(path))
  const cases = ofOneAgency.flatMap(({ method, path, action }) =>
    [0, 1].map((which) => ({ method, path, action, which })),
  )

  it.each(cases)('$method $path does nothing for him ($which)', async ({ method, path, action, which }) => {
    const person = strangers[which]
    if (person === undefined) throw new Error('nobody')
    const before = await everythingKept()
    const { status } = await ask(method, path, person)
    expect(await everythingKept()).toBe(before)
    expect([action, status]).toEqual([action, 403])
  })
})
