import { type FacetName, facetNames, type ItemPage, type ItemQuery } from '../../ports/catalog-store.ts'
import type { MongoConnection } from './mongo-connection.ts'
import { type StateRecord, toStored, visibleAt } from './records.ts'
import { readCatalogue } from './writer-turn.ts'

/** Longest time for one answer, in milliseconds. */
const maxTimeMS = 10_000

const orders = {
  official: { 'index.sortKey': 1, id: 1 },
  newest: { updatedAt: -1, id: 1 },
} as const satisfies Record<ItemQuery['sort'], Record<string, 1 | -1>>

type Filter = ReturnType<typeof restriction>

/** One page of the items that pass all filters, with facets over the whole result; all of it at one catalogue revision. */
export async function listItems(connection: MongoConnection, query: ItemQuery): Promise<ItemPage> {
  const { revision } = await readCatalogue(connection)
  const filter = restriction(query.filters, revision)
  const [total, items, ...counts] = await Promise.all([
    connection.states.countDocuments(filter, { maxTimeMS }),
    readPage(connection, filter, query),
    ...facetNames.map((name) => countFacet(connection, filter, name)),
  ])
  const [agency = [], type = [], state = [], audience = [], theme = []] = counts
  return { total, items, facets: { agency, type, state, audience, theme } }
}

/** An array passes when one of its values is the wanted one. */
function restriction(filters: ItemQuery['filters'], revision: number) {
  const wanted = facetNames.flatMap((name) => {
    const value = filters[name]
    return value === undefined ? [] : [[`index.${name}`, value]]
  })
  return { kind: 'item' as const, ...visibleAt(revision), ...Object.fromEntries(wanted) }
}

async function readPage(
  { states }: MongoConnection,
  filter: Filter,
  { sort, page, pageSize }: ItemQuery,
): Promise<ItemPage['items']> {
  const records = await states
    .find(filter, null, { sort: orders[sort], skip: (page - 1) * pageSize, limit: pageSize, maxTimeMS })
    .lean<StateRecord[]>()
  return records.map((record) => toStored('item', record))
}

/** An item counts once for a value, however often it names it. */
async function countFacet(
  { states }: MongoConnection,
  filter: Filter,
  name: FacetName,
): Promise<{ value: string; count: number }[]> {
  const field = `$index.${name}`
  const counts = await states
    .aggregate<{ _id: string; count: number }>([
      { $match: filter },
      { $unwind: field },
      { $group: { _id: { item: '$_id', value: field } } },
      { $group: { _id: '$_id.value', count: { $sum: 1 } } },
      { $sort: { count: -1, _id: 1 } },
    ])
    .option({ maxTimeMS })
  return counts.map(({ _id, count }) => ({ value: _id, count }))
}
