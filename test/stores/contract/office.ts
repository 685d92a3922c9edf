import { createHash } from 'node:crypto'
import { expect, it } from '@jest/globals'
import type { MachineToken } from '../../../src/domain/office/account.ts'
import { type RecordFacts, sealEntries } from '../../../src/domain/office/record.ts'
import type { CatalogStore } from '../../../src/ports/catalog-store.ts'
import type { OfficeChange, OfficeWrite } from '../../../src/ports/office-store.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'
import type { CurrentStore } from '../describe-catalog-store.ts'

const at = '2015-03-12T09:00:00+08:00'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function aToken(overrides: Partial<MachineToken> = {}): MachineToken {
  return { account: 'zhang', label: '接口', scopes: [], createdAt: at, expiresAt: at, revokedAt: null, ...overrides }
}
function aTokenChange(id: string, expectedRevision = 0, overrides: Partial<MachineToken> = {}): OfficeChange {
  return { kind: 'token', id, expectedRevision, body: aToken(overrides) }
}
function aWrite(overrides: Partial<OfficeWrite>): OfficeWrite {
  return { at, changes: [], ...overrides }
}
/** A write that records something done. */
function recording(...facts: Partial<RecordFacts>[]): Required<Pick<OfficeWrite, 'record'>> {
  return { record: (newest) => sealEntries(recordedFacts(...facts), newest, sha256) }
}
function recordedFacts(...facts: Partial<RecordFacts>[]): RecordFacts[] {
  const usual = {
    at,
    actor: 'zhang',
    role: null,
    from: 'local',
    subject: 'token/1',
    before: null,
    after: null,
    facts: {},
  }
  return facts.map((some) => ({ ...usual, action: 'token.add', ...some }))
}
async function everythingSeen({ office }: CatalogStore): Promise<unknown> {
  return { tokens: await office.list('token'), record: await office.listRecord({ limit: 100 }) }
}

/** What the office keeps beside the catalogue. */
export function itKeepsTheOffice(store: CurrentStore): void {
  const office = () => store().office

  it('finds nothing in an empty store', async () => {
    expect(await office().find('token', '1')).toBeUndefined()
    expect(await office().list('account')).toEqual([])
    expect(await office().newestEntry()).toBeUndefined()
  })

  it('keeps a document with its revision and moment', async () => {
    await office().write(aWrite({ changes: [aTokenChange('1')] }))
    await office().write(
      aWrite({ at: '2015-03-13T09:00:00+08:00', changes: [aTokenChange('1', 1, { label: '𠮷\u0000' })] }),
    )
    expect(await office().find('token', '1')).toEqual({
      kind: 'token',
      id: '1',
      revision: 2,
      updatedAt: '2015-03-13T09:00:00+08:00',
      body: aToken({ label: '𠮷\u0000' }),
    })
  })

  it('tells kinds apart and lists by what a document is filed under, in the order of the ids', async () => {
    const trail = { account: 'zhang', from: '10.0.0.1', failures: 1, lastFailureAt: at, lastSuccessAt: null }
    const changes: OfficeChange[] = [
      aTokenChange('b'),
      aTokenChange('a'),
      aTokenChange('c', 0, { account: 'li' }),
      { kind: 'signInTrail', id: 'a', expectedRevision: 0, body: trail },
    ]
    await office().write(aWrite({ changes }))
    const ids = async (query?: { account: string }) => (await office().list('token', query)).map(({ id }) => id)
    expect(await ids()).toEqual(['a', 'b', 'c'])
    expect(await ids({ account: 'zhang' })).toEqual(['a', 'b'])
    expect(await ids({ account: 'nobody' })).toEqual([])
  })

  it('removes a document, which may come back', async () => {
    await office().write(aWrite({ changes: [aTokenChange('1')] }))
    await office().write(aWrite({ changes: [{ kind: 'token', id: '1', expectedRevision: 1, body: null }] }))
    expect(await office().find('token', '1')).toBeUndefined()
    await office().write(aWrite({ changes: [aTokenChange('1')] }))
    expect(await office().find('token', '1')).toMatchObject({ revision: 1 })
  })

  it.each([
    ['the change of a document at another revision', aTokenChange('1', 2), { expected: 2, actual: 1 }],
    ['a second document of the same id', aTokenChange('1'), { expected: 0, actual: 1 }],
    ['the change of what is not there', aTokenChange('2', 1), { expected: 1, actual: 0 }],
    [
      'the removal of what is not there',
      { kind: 'token', id: '2', expectedRevision: 0, body: null } as OfficeChange,
      { expected: 0, actual: 0 },
    ],
  ])('refuses %s, and with it everything else of the write', async (_, refused, facts) => {
    await office().write(aWrite({ changes: [aTokenChange('1')], ...recording({}) }))
    const before = await everythingSeen(store())
    const changes = [aTokenChange('9'), refused]
    const catalogue = { changes: [anItemChange(aMinimalItem())], context: aContext() }
    const write = aWrite({ changes, catalogue, ...recording({}) })
    await expect(office().write(write)).rejects.toMatchObject({ code: 'stale-revision', facts })
    expect(await everythingSeen(store())).toEqual(before)
    expect(await store().catalogueRevision()).toBe(0)
    expect(await store().find('item', 'fgw-001')).toBeUndefined()
  })

  it('writes a document, the catalogue and the record as one', async () => {
    const catalogue = { changes: [anItemChange(aMinimalItem())], context: aContext({ actor: '张三' }) }
    await office().write(aWrite({ changes: [aTokenChange('1')], catalogue, ...recording({}) }))
    expect(await store().catalogueRevision()).toBe(1)
    expect(await store().revisions('item', 'fgw-001')).toMatchObject([{ actor: '张三', revision: 1 }])
    expect(await office().newestEntry()).toMatchObject({ number: 1, action: 'token.add' })
  })

  it('writes many changes of the catalogue and the record as one, or nothing of both', async () => {
    const items = ['fgw-001', 'fgw-002', 'fgw-003'].map((code) => anItemChange(aMinimalItem({ code })))
    const catalogue = { changes: items, context: aContext() }
    const refused = aWrite({ changes: [aTokenChange('1', 4)], catalogue, ...recording({}) })
    await expect(office().write(refused)).rejects.toMatchObject({ code: 'stale-revision' })
    expect(await store().catalogueRevision()).toBe(0)
    expect(await store().list('item')).toEqual([])
    expect(await office().newestEntry()).toBeUndefined()
    await office().write(aWrite({ changes: [aTokenChange('1')], catalogue, ...recording({}) }))
    expect(await store().catalogueRevision()).toBe(1)
    expect(await store().list('item')).toHaveLength(3)
    expect(await office().newestEntry()).toMatchObject({ number: 1 })
  })

  it('leaves the catalogue revision alone when only the office changes', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext())
    await office().write(aWrite({ changes: [aTokenChange('1')], ...recording({}) }))
    expect(await store().catalogueRevision()).toBe(1)
  })

  it('leaves no trace when the catalogue refuses its part', async () => {
    const catalogue = { changes: [anItemChange(aMinimalItem(), 3)], context: aContext() }
    const write = aWrite({ changes: [aTokenChange('1')], catalogue, ...recording({}) })
    await expect(office().write(write)).rejects.toMatchObject({ code: 'stale-revision' })
    expect(await office().list('token')).toEqual([])
    expect(await office().newestEntry()).toBeUndefined()
  })

  it('chains the entries of writers who come at the same time, without a gap', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => office().write(aWrite(recording({ subject: `token/${index}` }, {})))),
    )
    const entries = []
    for await (const entry of office().readRecord()) entries.push(entry)
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
    const links = entries.map(({ previous }) => previous)
    expect(links).toEqual(['', ...entries.slice(0, -1).map(({ digest }) => digest)])
  })

  it('lists the record newest first, by who, what and about what, page by page', async () => {
    await office().write(aWrite(recording({ actor: 'li' }, { action: 'token.revoke' }, { subject: 'token/2' })))
    const numbers = async (query: object) =>
      (await office().listRecord({ limit: 10, ...query })).map(({ number }) => number)
    expect(await numbers({})).toEqual([3, 2, 1])
    expect(await numbers({ actor: 'li' })).toEqual([1])
    expect(await numbers({ action: 'token.revoke' })).toEqual([2])
    expect(await numbers({ subject: 'token/2' })).toEqual([3])
    expect(await numbers({ before: 3, limit: 1 })).toEqual([2])
  })

  it('reads the record on from an entry', async () => {
    await office().write(aWrite(recording({}, {}, {})))
    const read = []
    for await (const { number } of office().readRecord(1)) read.push(number)
    expect(read).toEqual([2, 3])
  })

  it('reads the record up to an entry', async () => {
    await office().write(aWrite(recording({}, {}, {})))
    const read = []
    for await (const { number } of office().readRecord(0, 2)) read.push(number)
    expect(read).toEqual([1, 2])
  })

  it('tells the entries which commit of the catalogue they belong to', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext())
    const seen: (number | undefined)[] = []
    const record: OfficeWrite['record'] = (newest, commit) => {
      seen.push(commit)
      return recording({}).record(newest, commit)
    }
    const catalogue = { changes: [anItemChange(aMinimalItem({ name: '改名' }), 1)], context: aContext() }
    await office().write(aWrite({ catalogue, record }))
    await office().write(aWrite({ record }))
    expect([...new Set(seen)]).toEqual([2, undefined])
  })

  it('shows documents and the ends of catalogue and record of one moment', async () => {
    const trail = { account: 'zhang', from: '10.0.0.1', failures: 1, lastFailureAt: at, lastSuccessAt: null }
    const catalogue = { changes: [anItemChange(aMinimalItem())], context: aContext() }
    const changes: OfficeChange[] = [
      aTokenChange('b'),
      aTokenChange('a'),
      { kind: 'signInTrail', id: 'a', expectedRevision: 0, body: trail },
      { kind: 'presence', id: 'a', expectedRevision: 0, body: { edition: 'a', seen: {} } },
    ]
    await office().write(aWrite({ changes, catalogue, ...recording({}, {}) }))
    const snapshot = await office().snapshot(['token', 'signInTrail'])
    expect(snapshot).toMatchObject({ catalogueRevision: 1, newestEntry: 2 })
    expect(snapshot.documents.map(({ kind, id }) => `${kind}/${id}`)).toEqual(['signInTrail/a', 'token/a', 'token/b'])
    expect(snapshot.documents[1]).toEqual(await office().find('token', 'a'))
  })

  it('shows no document of a write without its entry, whoever writes meanwhile', async () => {
    const writes = Array.from({ length: 10 }, (_, index) =>
      office().write(aWrite({ changes: [aTokenChange(`${index}`)], ...recording({ subject: `token/${index}` }) })),
    )
    const looks = Array.from({ length: 5 }, () => office().snapshot(['token']))
    for (const { documents, newestEntry } of await Promise.all(looks)) expect(documents).toHaveLength(newestEntry)
    await Promise.all(writes)
  })

  it('takes over documents and entries of another store as they are', async () => {
    const entries = sealEntries(recordedFacts({}, { action: 'token.revoke' }), undefined, sha256)
    await office().write(aWrite({ changes: [aTokenChange('1')] }))
    const copied = { kind: 'token', id: '1', revision: 7, updatedAt: at, body: aToken({ label: '旧' }) } as const
    await office().copyIn({ documents: [copied, { ...copied, id: '2' }], entries })
    expect(await office().list('token', { account: 'zhang' })).toEqual([copied, { ...copied, id: '2' }])
    expect(await office().listRecord({ limit: 9 })).toEqual(entries.toReversed())
  })

  it('takes over no entry that does not follow the newest one, and nothing beside it', async () => {
    const [, second] = sealEntries(recordedFacts({}, {}), undefined, sha256)
    const copied = { kind: 'token', id: '1', revision: 7, updatedAt: at, body: aToken() } as const
    const part = { documents: [copied], entries: second === undefined ? [] : [second] }
    await expect(office().copyIn(part)).rejects.toMatchObject({ code: 'stale-revision', facts: { kind: 'record' } })
    expect(await everythingSeen(store())).toEqual({ tokens: [], record: [] })
  })

  it('gives out copies that change nothing in the store', async () => {
    const body = aToken()
    await office().write(aWrite({ changes: [{ kind: 'token', id: '1', expectedRevision: 0, body }] }))
    body.scopes.push('edition.publish')
    const found = await office().find('token', '1')
    found?.body.scopes.push('edition.publish')
    expect((await office().find('token', '1'))?.body.scopes).toEqual([])
  })
}
