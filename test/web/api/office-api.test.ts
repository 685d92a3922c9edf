import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { editionFields } from '../../../src/domain/editions/edition-fields.ts'
import { anEditor, aReformOfficer, aReviewer } from '../../builders/an-office.ts'
import { answerValidators, compileOpenApi } from '../answer-checker.ts'
import { type OfficeApi, openOfficeApi } from './office-api-site.ts'

const validators = answerValidators(compileOpenApi())
/** What the description of the API finds wrong with an answer. */
function faultsOf(name: string, body: unknown) {
  const validate = validators.get(name)
  validate?.(body)
  return validate === undefined ? `no schema for ${name}` : (validate.errors ?? [])
}

let api: OfficeApi
let editor: string
let reviewer: string
let officer: string
beforeAll(async () => {
  api = await openOfficeApi()
  editor = await api.keyOf(anEditor)
  reviewer = await api.keyOf(aReviewer)
  officer = await api.keyOf(aReformOfficer)
})
afterAll(() => api.close())

const items = ['fgw-001', 'fgw-002', 'fgw-003', 'fgw-004', 'fgw-005', 'fgw-006', 'fgw-007', 'fgw-008', 'fgw-009']
/** A draft of an item that no other test uses. */
async function startDraft() {
  const item = items.shift() ?? ''
  const { body, headers, status } = await api.ask('post', '/drafts', editor).send({ item })
  expect([status, headers.location, faultsOf('post /drafts', body)]).toEqual([201, `/api/v1/drafts/${body.id}`, []])
  const id: string = body.id
  const draft = await api.ask('get', `/drafts/${id}`, editor)
  return { id, item, tag: String(draft.headers.etag), content: draft.body.content }
}

describe('a guide written by programs', () => {
  it('goes from draft to publication, and the public reads it without a token', async () => {
    const { id, item, tag, content } = await startDraft()
    const changed = { ...content, guide: { ...content.guide, notes: '由程序写入。' } }
    const saved = await api.ask('put', `/drafts/${id}`, editor).set('If-Match', tag).send(changed)
    expect([saved.status, saved.body.content.guide.notes, faultsOf('put /drafts/{id}', saved.body)]).toEqual([
      200,
      '由程序写入。',
      [],
    ])
    let seen = String(saved.headers.etag)
    for (const [action, key] of [
      ['submit', editor],
      ['approve', reviewer],
      ['publish', officer],
    ] as const) {
      const step = await api
        .ask('post', `/drafts/${id}/steps`, key)
        .set('If-Match', seen)
        .send({ action, warningsReason: '已核对' })
      expect([step.status, faultsOf('/drafts/{id}/steps', step.body)]).toEqual([200, []])
      seen = String(step.headers.etag)
    }
    const editions = await api.ask('get', `/items/${item}/editions`)
    expect([editions.status, faultsOf('/items/{code}/editions', editions.body)]).toEqual([200, []])
    const { number } = editions.body.data[0]
    const edition = await api.ask('get', `/items/${item}/editions/${number}`)
    expect([edition.body.content.guide.notes, faultsOf('/items/{code}/editions/{number}', edition.body)]).toEqual([
      '由程序写入。',
      [],
    ])
    expect((await api.ask('get', `/items/${item}`)).body.guide.notes).toBe('由程序写入。')
    const [newest] = await api.store.office.listRecord({ subject: `edition/${id}`, limit: 1 })
    expect(newest?.facts.token).toBe('测试')
  })

  it('is listed by item and state, for its own agency', async () => {
    const { id, item } = await startDraft()
    const { body, headers } = await api.ask('get', `/drafts?item=${item}&state=draft`, editor)
    expect([body.data.map((draft: { id: string }) => draft.id), faultsOf('/drafts', body)]).toEqual([[id], []])
    expect(headers['cache-control']).toContain('no-store')
    const other = await api.keyOf({ ...anEditor, account: 'sun', agency: 'mzj' })
    expect((await api.ask('get', `/drafts?item=${item}`, other)).body.data).toEqual([])
    expect((await api.ask('get', `/drafts/${id}`, other)).status).toBe(403)
    expect((await api.ask('get', '/drafts?state=nonsense', editor)).status).toBe(400)
  })

  it('is told which draft is open already', async () => {
    const { id, item } = await startDraft()
    const { status, body } = await api.ask('post', '/drafts', editor).send({ item })
    expect([status, body.id, faultsOf('DraftExistsProblem', body)]).toEqual([409, id, []])
  })

  it('hears what the rules say, and what would hold it up', async () => {
    const { id, tag, content } = await startDraft()
    const spoilt = { ...content, promisedTimeLimit: { amount: 900, unit: 'working-day' } }
    await api.ask('put', `/drafts/${id}`, editor).set('If-Match', tag).send(spoilt)
    const { body } = await api.ask('get', `/drafts/${id}/findings`, editor)
    expect(faultsOf('/drafts/{id}/findings', body)).toEqual([])
    expect(body.gate.blocking).toContainEqual(expect.objectContaining({ pointer: '/promisedTimeLimit' }))
    const step = await api.ask('post', `/drafts/${id}/steps`, editor).set('If-Match', '"2"').send({ action: 'submit' })
    expect([step.status, step.body.violations.length > 0, faultsOf('Problem', step.body)]).toEqual([400, true, []])
  })
})

describe('an edit that lost a race', () => {
  it('is refused with 412, and without the version it was made on with 428', async () => {
    const { id, tag, content } = await startDraft()
    const put = (match?: string) => {
      const request = api.ask('put', `/drafts/${id}`, editor)
      return (match === undefined ? request : request.set('If-Match', match)).send({ ...content, aliases: ['新名'] })
    }
    for (const [match, status] of [
      [undefined, 428],
      ['*', 428],
      [`W/${tag}`, 428],
      ['"99"', 412],
      ['"other"', 412],
      [tag, 200],
      [tag, 412],
    ] as const) {
      const answer = await put(match)
      expect([match, answer.status]).toEqual([match, status])
      if (status !== 200) expect(faultsOf('Problem', answer.body)).toEqual([])
    }
    const step = api.ask('post', `/drafts/${id}/steps`, editor)
    expect((await step.send({ action: 'submit' })).status).toBe(428)
    const late = api.ask('post', `/drafts/${id}/steps`, editor).set('If-Match', tag)
    expect((await late.send({ action: 'submit' })).status).toBe(412)
  })

  it('may name the tag of a packed answer', async () => {
    const { id, content } = await startDraft()
    const packed = await api.ask('get', `/drafts/${id}`, editor).set('Accept-Encoding', 'gzip')
    expect(packed.headers.etag).toBe('"1-gz"')
    const put = api.ask('put', `/drafts/${id}`, editor).set('If-Match', String(packed.headers.etag))
    expect((await put.send(content)).status).toBe(200)
  })
})

describe('what is no content of a guide', () => {
  it.each([
    ['a list', [], ''],
    ['nothing', null, ''],
    ['a text', '"x"', ''],
  ])('is %s', async (_, body, pointer) => {
    const request = api.ask('put', '/drafts/fgw-001.1', editor).set('If-Match', '"1"').type('json')
    const answer = await request.send(JSON.stringify(body))
    expect([answer.status, answer.body.violations[0].pointer]).toEqual([400, pointer])
  })

  it('names every missing, strange and misshapen field', async () => {
    const { id, tag, content } = await startDraft()
    const { aliases: _, ...rest } = content
    const body = { ...rest, colour: 'red', themes: 5, guide: { ...content.guide, materials: [{ name: 5 }], x: 1 } }
    const answer = await api.ask('put', `/drafts/${id}`, editor).set('If-Match', tag).send(body)
    expect(answer.status).toBe(400)
    expect(answer.body.violations.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/aliases',
      '/colour',
      '/guide/materials/0/name',
      '/guide/x',
      '/themes',
    ])
  })

  it('may be half-written', async () => {
    const { id, tag, content } = await startDraft()
    const guide = { ...content.guide, materials: [{ name: '', kind: 'form' }], reviewType: null }
    const answer = await api
      .ask('put', `/drafts/${id}`, editor)
      .set('If-Match', tag)
      .send({ ...content, guide })
    expect([answer.status, faultsOf('Draft', answer.body)]).toEqual([200, []])
    expect(Object.keys(answer.body.content).sort()).toEqual([...editionFields].sort())
  })
})

describe('a body', () => {
  it.each([
    ['text/plain', 'x', 415],
    ['application/json', '{"item":', 400],
    ['application/json', JSON.stringify({ item: 'x'.repeat(1_100_000) }), 413],
    ['application/json', '{}', 400],
    ['application/json', '{"item":"fgw-001","colour":"red"}', 400],
    ['application/json', '{"item":"fgw-001","from":"1"}', 400],
    ['application/json', '{"item":"none-001"}', 404],
  ])('of %s %.30s is answered %d', async (type, body, status) => {
    const answer = await api.ask('post', '/drafts', editor).set('Content-Type', type).send(body)
    expect([answer.status, answer.type, faultsOf('Problem', answer.body)]).toEqual([
      status,
      'application/problem+json',
      [],
    ])
  })

  it('of a step names its action', async () => {
    const answer = await api
      .ask('post', '/drafts/fgw-001.1/steps', editor)
      .set('If-Match', '"1"')
      .send({ action: 'eat' })
    expect([answer.status, answer.body.violations[0].pointer]).toEqual([400, '/action'])
  })
})

describe('PUT /items/{code}', () => {
  const readItem = async (code: string) => {
    const { body, headers } = await api.ask('get', `/items/${code}`)
    return { body, tag: String(headers.etag) }
  }

  it('takes back what GET answered, with other list facts', async () => {
    const { body, tag } = await readItem('mzj-002')
    const put = () => api.ask('put', '/items/mzj-002', officer).set('If-Match', tag)
    const answer = await put().send({ ...body, powerListNumber: '潭-010' })
    expect([answer.status, answer.body.powerListNumber, faultsOf('put /items/{code}', answer.body)]).toEqual([
      200,
      '潭-010',
      [],
    ])
    expect((await put().send({ ...body, powerListNumber: '潭-011' })).status).toBe(412)
    const after = await readItem('mzj-002')
    expect([after.body.powerListNumber, after.tag.replace('-gz', '')]).toEqual(['潭-010', answer.headers.etag])
  })

  it('refuses what decisions and editions change, what is missing, and what breaks the schema', async () => {
    const { body, tag } = await readItem('mzj-003')
    const put = (changed: object) => api.ask('put', '/items/mzj-003', officer).set('If-Match', tag).send(changed)
    const { themes: _, ...withoutThemes } = body
    for (const [changed, pointer] of [
      [{ ...body, name: '别的名称' }, '/name'],
      [{ ...body, colour: 'red' }, '/colour'],
      [withoutThemes, '/themes'],
      [{ ...body, handlingRole: 'none' }, '/handlingRole'],
    ] as const) {
      const answer = await put(changed)
      expect([answer.status, answer.body.violations[0]?.pointer]).toEqual([400, pointer])
    }
    expect((await api.ask('put', '/items/mzj-003', officer).send(body)).status).toBe(428)
    expect((await api.ask('put', '/items/none-001', officer).set('If-Match', tag).send(body)).status).toBe(404)
  })
})

describe('an address that takes other methods', () => {
  it.each([
    ['/drafts', 'GET, HEAD, POST'],
    ['/drafts/fgw-001.1', 'GET, HEAD, PUT'],
    ['/drafts/fgw-001.1/steps', 'POST'],
    ['/drafts/fgw-001.1/findings', 'GET, HEAD'],
    ['/items/fgw-001', 'GET, HEAD, PUT'],
    ['/items/fgw-001/editions', 'GET, HEAD'],
  ])('answers 405 to DELETE %s with Allow: %s', async (path, allow) => {
    const { status, headers } = await api.ask('delete', path, editor)
    expect([status, headers.allow]).toEqual([405, allow])
  })

  it.each([
    '/items/none-001/editions',
    '/items/fgw-001/editions/99',
    '/items/fgw-001/editions/x',
    '/items/fgw-001/editions/0',
  ])('answers 404 to GET %s', async (path) => {
    expect((await api.ask('get', path)).status).toBe(404)
  })
})
