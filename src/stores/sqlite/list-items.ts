import { type FacetName, facetNames, type ItemPage, type ItemQuery } from '../../ports/catalog-store.ts'
import { type DocumentRow, toStored } from './document-rows.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

const orders: Readonly<Record<ItemQuery['sort'], string>> = {
  official: 'sort_key, id',
  newest: 'updated_at DESC, id',
}

/** One page of the items that pass all filters, with facets over the whole result; all of it from one state of the store. */
export function listItems(connection: SqliteConnection, query: ItemQuery): ItemPage {
  const { where, parameters } = restriction(query.filters)
  return connection.transaction('read', () => ({
    total:
      connection.first<{ total: number }>(`SELECT count(*) AS total FROM items ${where}`, ...parameters)?.total ?? 0,
    items: readPage(connection, query),
    facets: countFacets(connection, query.filters),
  }))
}

/** Values are bound, never written into the statement; the text depends on how many filters there are and on nothing else. */
function restriction(filters: ItemQuery['filters']): { where: string; parameters: string[] } {
  const parameters: string[] = []
  for (const name of facetNames) {
    const value = filters[name]
    if (value !== undefined) parameters.push(name, value)
  }
  const condition = 'number IN (SELECT item FROM item_facets WHERE facet = ? AND value = ?)'
  const conditions = Array<string>(parameters.length / 2).fill(condition)
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, parameters }
}

/** Sorts the small entries first and fetches the bodies of one page only. */
function readPage(connection: SqliteConnection, query: ItemQuery): ItemPage['items'] {
  const { where, parameters } = restriction(query.filters)
  const ids = connection.all<{ id: string }>(
    `SELECT id FROM items ${where} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`,
    ...parameters,
    query.pageSize,
    (query.page - 1) * query.pageSize,
  )
  const rows = connection.all<DocumentRow>(
    `SELECT revisions.id AS id, revisions.revision AS revision, revisions.updated_at AS updated_at, revisions.body AS body
      FROM json_each(?) AS page
      JOIN documents ON documents.kind = 'item' AND documents.id = page.value
      JOIN revisions ON revisions.kind = documents.kind AND revisions.id = documents.id
        AND revisions.revision = documents.revision
      ORDER BY page.key`,
    JSON.stringify(ids.map(({ id }) => id)),
  )
  return rows.map((row) => toStored('item', row))
}

function countFacets(connection: SqliteConnection, filters: ItemQuery['filters']): ItemPage['facets'] {
  const { where, parameters } = restriction(filters)
  const scope = where === '' ? '' : `WHERE item IN (SELECT number FROM items ${where})`
  const rows = connection.all<{ facet: FacetName; value: string; count: number }>(
    `SELECT facet, value, count(*) AS count FROM item_facets ${scope}
      GROUP BY facet, value ORDER BY count DESC, value`,
    ...parameters,
  )
  const facets: ItemPage['facets'] = { agency: [], type: [], state: [], audience: [], theme: [] }
  for (const { facet, value, count } of rows) facets[facet].push({ value, count })
  return facets
}
