import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { editionStates } from '../../../src/domain/office/edition.ts'
import { type Actor, may } from '../../../src/domain/office/rights.ts'
import { findTransition, transitions } from '../../../src/domain/office/transitions.ts'
import { draftRoutes } from '../../../src/web/api/draft-routes.ts'
import { itemWriteRoute } from '../../../src/web/api/item-write-route.ts'
import type { MachineRoute } from '../../../src/web/api/machine-route.ts'
import { officeOperations } from '../../../src/web/api/office-operations.ts'
import { anAdministrator, anAuditor, anEditor, aReformOfficer, aReviewer } from '../../builders/an-office.ts'
import { type OfficeApi, openOfficeApi } from './office-api-site.ts'

const people: readonly Actor[] = [
  anEditor,
  { ...anEditor, account: 'sun', agency: 'mzj' },
  aReviewer,
  aReformOfficer,
  { ...anAdministrator, account: 'he' },
  anAuditor,
]
const operations = officeOperations.map(({ method, path, needs = '' }) => [method, path, needs] as const)
const matrix = people.flatMap((person) => operations.map((operation) => [person, ...operation] as const))

let api: OfficeApi
let id: string
const keys = new Map<string, string>()
beforeAll(async () => {
  api = await openOfficeApi()
  for (const person of people) keys.set(person.account, await api.keyOf(person))
  id = await api.office.startEdition(anEditor, { item: 'fgw-001' })
})
afterAll(() => api.close())

/** How often somebody was refused, by the record. */
async function refusalsOf(account: string): Promise<number> {
  const entries = await api.store.office.listRecord({ limit: 10_000 })
  return entries.filter(({ action, actor }) => action === 'refused' && actor === account).length
}
const address = (path: string) => path.replace('{code}', 'fgw-002').replace('{id}', id)
const ask = (method: MachineRoute['method'], path: string, key?: string) => {
  const request = api.ask(method, address(path), key)
  return method === 'get' ? request : request.set('If-Match', '"none"').send({})
}

describe('the rights of a token', () => {
  it('are asked for by every route as the description says', () => {
    const routes = [...draftRoutes(api.office, api.useCases), itemWriteRoute(api.office, api.useCases)]
    const written = routes.map(({ method, path, action }) =>
      [method, path.replace(/:(\w+)/g, '{$1}'), action].join(' '),
    )
    expect(written.sort()).toEqual(operations.map((operation) => operation.join(' ')).sort())
  })

  it.each(matrix)('are those of $account: %# %s %s %s', async (person, method, path, action) => {
    const before = await refusalsOf(person.account)
    const { status, type } = await ask(method, path, keys.get(person.account))
    const isOwn = !path.includes('{id}') || may(person, action, { agency: 'fgw' })
    const isAllowed = may(person, action) && isOwn
    // What is asked for is empty: whoever may is refused for that, if at all.
    const refusedFor = isAllowed
      ? [200, 400, 412]
      : path.includes('{id}') && may(person, action)
        ? [400, 403, 412]
        : [403]
    expect(refusedFor).toContain(status)
    if (status !== 200) expect(type).toBe('application/problem+json')
    expect(await refusalsOf(person.account)).toBe(before + (status === 403 ? 1 : 0))
  })

  it.each(operations)('are needed: %s %s answers 401 without a token or with a wrong one', async (method, path) => {
    const without = await ask(method, path)
    expect([without.status, without.headers['www-authenticate']]).toEqual([401, 'Bearer realm="banshi"'])
    const wrong = await ask(method, path, 'banshi_wrong')
    expect([wrong.status, wrong.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="banshi", error="invalid_token"',
    ])
  })

  it.each(operations)('are no more than what it was made for: %s %s', async (method, path, action) => {
    const narrow = await api.keyOf(anEditor, ['edition.share'])
    expect((await ask(method, path, narrow)).status).toBe(403)
    expect(may({ ...anEditor, scopes: ['edition.share'] }, action)).toBe(false)
  })
})

const steps = editionStates.flatMap((state) =>
  [...new Set(transitions.map(({ action }) => action))].map((action) => ({ state, action })),
)

describe('a step of the review', () => {
  it.each(steps)('$action of an edition in $state is for whom the table of rights names', async ({ state, action }) => {
    for (const person of people) {
      const revision = await api.bringTo(id, { state, drafters: [], publishOn: null })
      const way = findTransition(state, action)
      const sees = may(person, 'edition.view', { agency: 'fgw' })
      const { status } = await api
        .ask('post', `/drafts/${id}/steps`, keys.get(person.account))
        .set('If-Match', `"${revision + 1}"`)
        .send({ action })
      // The version is one that nobody has seen: whoever may take the step is told so, and nothing is changed.
      const expected = !sees
        ? 403
        : way === undefined
          ? 409
          : may(person, `edition.${action}`, { agency: 'fgw', state, drafters: [] })
            ? 412
            : 403
      expect([person.account, status]).toEqual([person.account, expected])
    }
  })

  it('is not for who has written in the edition', async () => {
    const revision = await api.bringTo(id, { state: 'in-agency-review', drafters: [aReviewer.account] })
    const { status } = await api
      .ask('post', `/drafts/${id}/steps`, keys.get(aReviewer.account))
      .set('If-Match', `"${revision}"`)
      .send({ action: 'approve' })
    expect(status).toBe(403)
  })
})
