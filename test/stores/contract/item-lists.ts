import { expect, it } from '@jest/globals'
import type { Change, ItemIndex, ItemQuery } from '../../../src/ports/catalog-store.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange, anItemRemoval } from '../../builders/items.ts'
import type { CurrentStore } from '../describe-catalog-store.ts'

function indexed(code: string, index: Partial<ItemIndex>): Change {
  return anItemChange(aMinimalItem({ code }), 0, index)
}

function aQuery(overrides: Partial<ItemQuery> = {}): ItemQuery {
  return { filters: {}, sort: 'official', page: 1, pageSize: 100, ...overrides }
}

const mixed = [
  indexed('fgw-001', { sortKey: '02', theme: ['投资立项', '建设'], audience: ['enterprise', 'citizen'] }),
  indexed('fgw-002', { sortKey: '01', theme: ['建设'], type: 'filing', audience: ['citizen'] }),
  indexed('zjj-001', { sortKey: '03', theme: [], agency: 'zjj', state: 'cancelled', audience: [] }),
]

/** Filters, order, pages and facets. */
export function itListsItems(store: CurrentStore): void {
  const codes = async (query: Partial<ItemQuery>) => (await store().listItems(aQuery(query))).items.map(({ id }) => id)

  it('answers an empty page and empty facets when there is nothing', async () => {
    const facets = { agency: [], type: [], state: [], audience: [], theme: [] }
    expect(await store().listItems(aQuery())).toEqual({ total: 0, items: [], facets })
  })

  it.each([
    [{}, ['fgw-002', 'fgw-001', 'zjj-001']],
    [{ agency: 'fgw' }, ['fgw-002', 'fgw-001']],
    [{ type: 'filing' }, ['fgw-002']],
    [{ state: 'cancelled' }, ['zjj-001']],
    [{ audience: 'citizen' }, ['fgw-002', 'fgw-001']],
    [{ theme: '投资立项' }, ['fgw-001']],
    [{ theme: '建设', audience: 'enterprise' }, ['fgw-001']],
    [{ agency: 'zjj', theme: '建设' }, []],
    [{ agency: 'nobody' }, []],
    [{ theme: '' }, []],
    [{ agency: 'FGW' }, []],
  ] as [ItemQuery['filters'], string[]][])('lists with filters %j in official order %j', async (filters, expected) => {
    await store().commit(mixed, aContext())
    const page = await store().listItems(aQuery({ filters }))
    expect(page.items.map(({ id }) => id)).toEqual(expected)
    expect(page.total).toBe(expected.length)
  })

  it('counts facets over the whole result, the highest count first, then by value', async () => {
    await store().commit(mixed, aContext())
    const { items, facets } = await store().listItems(aQuery({ pageSize: 1 }))
    expect(items).toHaveLength(1)
    expect(facets).toEqual({
      agency: [
        { value: 'fgw', count: 2 },
        { value: 'zjj', count: 1 },
      ],
      type: [
        { value: 'licensing', count: 2 },
        { value: 'filing', count: 1 },
      ],
      state: [
        { value: 'active', count: 2 },
        { value: 'cancelled', count: 1 },
      ],
      audience: [
        { value: 'citizen', count: 2 },
        { value: 'enterprise', count: 1 },
      ],
      theme: [
        { value: '建设', count: 2 },
        { value: '投资立项', count: 1 },
      ],
    })
  })

  it('counts facets with all filters applied, their own as well', async () => {
    await store().commit(mixed, aContext())
    const { facets } = await store().listItems(aQuery({ filters: { theme: '投资立项' } }))
    expect(facets.theme).toEqual([
      { value: '建设', count: 1 },
      { value: '投资立项', count: 1 },
    ])
    expect(facets.agency).toEqual([{ value: 'fgw', count: 1 }])
  })

  it('counts an item once for a value that it names twice', async () => {
    await store().commit([indexed('fgw-001', { theme: ['建设', '建设'] })], aContext())
    const { total, facets } = await store().listItems(aQuery({ filters: { theme: '建设' } }))
    expect([total, facets.theme]).toEqual([1, [{ value: '建设', count: 1 }]])
  })

  it('follows a change of the index and forgets the old values', async () => {
    await store().commit(mixed, aContext())
    await store().commit([anItemChange(aMinimalItem(), 1, { theme: ['教育'], sortKey: '99' })], aContext())
    expect(await codes({ filters: { theme: '投资立项' } })).toEqual([])
    expect(await codes({ filters: { theme: '教育' } })).toEqual(['fgw-001'])
    expect(await codes({})).toEqual(['fgw-002', 'zjj-001', 'fgw-001'])
  })

  it('sorts by the bytes of the sort key, then of the code', async () => {
    const keys = ['b', 'B', '\u{20BB7}', '\uFF21', 'a', 'a']
    await store().commit(
      keys.map((sortKey, index) => indexed(`x-00${index}`, { sortKey })),
      aContext(),
    )
    expect(await codes({})).toEqual(['x-001', 'x-004', 'x-005', 'x-000', 'x-003', 'x-002'])
  })

  it('sorts the newest change first, then by code', async () => {
    await store().commit([indexed('x-002', {}), indexed('x-001', {})], aContext({ at: '2015-01-01T00:00:00+08:00' }))
    await store().commit([indexed('x-003', {})], aContext({ at: '2015-01-02T00:00:00+08:00' }))
    expect(await codes({ sort: 'newest' })).toEqual(['x-003', 'x-001', 'x-002'])
    const changed = anItemChange(aMinimalItem({ code: 'x-002' }), 1)
    await store().commit([changed], aContext({ at: '2015-01-03T00:00:00+08:00' }))
    expect(await codes({ sort: 'newest' })).toEqual(['x-002', 'x-003', 'x-001'])
  })

  it.each(['official', 'newest'] as const)(
    'pages in %s order without a gap or a repeat, ties included',
    async (sort) => {
      const changes = Array.from({ length: 45 }, (_, n) => indexed(`x-${100 + n}`, { sortKey: `${n % 3}` }))
      await store().commit(changes, aContext())
      const pages = await Promise.all([1, 2, 3, 4, 5, 6].map((page) => codes({ sort, page, pageSize: 10 })))
      expect(pages.map((page) => page.length)).toEqual([10, 10, 10, 10, 5, 0])
      expect(pages.flat()).toEqual(await codes({ sort }))
      expect(new Set(pages.flat()).size).toBe(45)
    },
  )

  it('keeps the total and the facets on a page past the end', async () => {
    await store().commit(mixed, aContext())
    const page = await store().listItems(aQuery({ page: 1000 }))
    expect(page).toMatchObject({ total: 3, items: [], facets: { state: [{ count: 2 }, { count: 1 }] } })
  })

  it('forgets the index of an item that was removed and lists it anew when it comes back', async () => {
    await store().commit(mixed, aContext())
    await store().commit([anItemRemoval(aMinimalItem({ code: 'zjj-001' }), 1)], aContext())
    expect(await codes({ filters: { agency: 'zjj' } })).toEqual([])
    await store().commit([indexed('zjj-001', { agency: 'zjj' })], aContext())
    expect(await codes({ filters: { agency: 'zjj' } })).toEqual(['zjj-001'])
  })
}
