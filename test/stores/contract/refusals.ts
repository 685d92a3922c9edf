import { expect, it } from '@jest/globals'
import type { CatalogStore, Change } from '../../../src/ports/catalog-store.ts'
import { aContext, aDecisionChange, aMinimalDecision } from '../../builders/changes.ts'
import { aFullItem, aMinimalItem, anItemChange, anItemRemoval } from '../../builders/items.ts'
import type { CurrentStore } from '../describe-catalog-store.ts'

/** Everything a caller can see of a store that holds items fgw-001 to fgw-009 and the one decision. */
async function everythingSeen(store: CatalogStore): Promise<unknown> {
  const ids = Array.from({ length: 9 }, (_, index) => `fgw-00${index + 1}`)
  return {
    revision: await store.catalogueRevision(),
    items: await store.list('item'),
    decisions: await store.list('decision'),
    page: await store.listItems({ filters: {}, sort: 'official', page: 1, pageSize: 100 }),
    histories: await Promise.all(ids.map((id) => store.revisions('item', id))),
    decision: await store.revisions('decision', '2014-05-04-17'),
  }
}

async function expectNoTrace(store: CatalogStore, changes: Change[], refusal: object): Promise<void> {
  const before = await everythingSeen(store)
  await expect(store.commit(changes, aContext({ at: '2016-01-01T00:00:00+08:00' }))).rejects.toMatchObject(refusal)
  expect(await everythingSeen(store)).toEqual(before)
}

/** What is refused, and that it leaves no trace. */
export function itRefusesWhole(store: CurrentStore): void {
  it('refuses to create what exists', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext())
    const facts = { kind: 'item', id: 'fgw-001', expected: 0, actual: 1 }
    await expectNoTrace(store(), [anItemChange(aMinimalItem({ name: '另一个' }))], { code: 'stale-revision', facts })
  })

  it('refuses the change of a document that somebody else has changed', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext())
    await store().commit([anItemChange(aMinimalItem(), 1)], aContext())
    const facts = { kind: 'item', id: 'fgw-001', expected: 1, actual: 2 }
    await expectNoTrace(store(), [anItemChange(aMinimalItem(), 1)], { code: 'stale-revision', facts })
    await expectNoTrace(store(), [anItemRemoval(aMinimalItem(), 1)], { code: 'stale-revision', facts })
  })

  it('undoes the first changes of a commit when its last is refused', async () => {
    await store().commit([anItemChange(aMinimalItem()), anItemChange(aMinimalItem({ code: 'fgw-002' }))], aContext())
    const changes = [
      anItemChange(aMinimalItem({ name: '改了', themes: ['新主题'] }), 1),
      anItemRemoval(aMinimalItem({ code: 'fgw-002' }), 1),
      anItemChange(aMinimalItem({ code: 'fgw-003' })),
      aDecisionChange(aMinimalDecision()),
      anItemChange(aMinimalItem({ code: 'fgw-004' }), 7),
    ]
    const facts = { kind: 'item', id: 'fgw-004', expected: 7, actual: 0 }
    await expectNoTrace(store(), changes, { code: 'stale-revision', facts })
  })

  it.each([
    ['implementationCode', { implementationCode: '1143A', agency: 'zjj' }, '1143A'],
    ['catalogCode', { catalogCode: '0001', agency: 'fgw' }, '0001'],
  ] as const)('refuses a second item with the same %s and names the first', async (field, codes, value) => {
    await store().commit([anItemChange(aMinimalItem({ catalogCode: '0001', implementationCode: '1143A' }))], aContext())
    const second = anItemChange(aMinimalItem({ code: 'fgw-002', ...codes }))
    const facts = { field, value, id: 'fgw-001' }
    await expectNoTrace(store(), [second], { code: 'duplicate-code', facts })
  })

  it('refuses two items of one commit that share a code', async () => {
    const changes = [anItemChange(aFullItem()), anItemChange(aFullItem({ code: 'fgw-002', catalogCode: null }))]
    const facts = { field: 'implementationCode', id: 'fgw-001' }
    await expectNoTrace(store(), changes, { code: 'duplicate-code', facts })
  })

  it('lets items of different agencies share a catalogue code, and any number have none', async () => {
    const agencies = ['fgw', 'zjj', 'gtj']
    const items = agencies.map((agency) => aMinimalItem({ code: `${agency}-001`, agency, catalogCode: '0001' }))
    const without = agencies.map((agency) => aMinimalItem({ code: `${agency}-002`, agency }))
    await store().commit(
      [...items, ...without].map((item) => anItemChange(item)),
      aContext(),
    )
    expect(await store().list('item')).toHaveLength(6)
  })

  it('frees the codes of an item that gives them up or is removed', async () => {
    const [one, two] = [
      aMinimalItem({ implementationCode: 'A' }),
      aMinimalItem({ code: 'fgw-002', implementationCode: 'B' }),
    ]
    await store().commit([anItemChange(one), anItemChange(two)], aContext())
    await store().commit([anItemChange(aMinimalItem(), 1), anItemRemoval(two, 1)], aContext())
    const third = aMinimalItem({ code: 'fgw-003', implementationCode: 'A' })
    await store().commit([anItemChange(third), anItemChange({ ...two, code: 'fgw-004' })], aContext())
    expect(await store().list('item')).toHaveLength(3)
  })

  it('lets two items exchange their codes in one commit', async () => {
    const [one, two] = [
      aMinimalItem({ implementationCode: 'A' }),
      aMinimalItem({ code: 'fgw-002', implementationCode: 'B' }),
    ]
    await store().commit([anItemChange(one), anItemChange(two)], aContext())
    const exchanged = [
      { ...one, implementationCode: 'B' },
      { ...two, implementationCode: 'A' },
    ]
    await store().commit(
      exchanged.map((item) => anItemChange(item, 1)),
      aContext(),
    )
    expect(await store().find('item', 'fgw-002')).toMatchObject({ body: { implementationCode: 'A' } })
  })

  it('lets exactly one of twenty racing writers win, in every round', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext())
    for (let revision = 1; revision <= 10; revision += 1) {
      const names = Array.from({ length: 20 }, (_, index) => `写者${index}`)
      const writes = names.map((name) => store().commit([anItemChange(aMinimalItem({ name }), revision)], aContext()))
      const results = await Promise.allSettled(writes)
      const losses = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
      expect(losses).toEqual(Array(19).fill('stale-revision'))
      expect(await store().find('item', 'fgw-001')).toMatchObject({ revision: revision + 1 })
    }
    expect(await store().revisions('item', 'fgw-001')).toHaveLength(11)
  })

  it('lets exactly one of twenty racing writers create a document', async () => {
    const writes = Array.from({ length: 20 }, () => store().commit([anItemChange(aMinimalItem())], aContext()))
    const results = await Promise.allSettled(writes)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await store().revisions('item', 'fgw-001')).toHaveLength(1)
  })
}
