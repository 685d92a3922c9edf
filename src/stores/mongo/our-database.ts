import type { mongo } from 'mongoose'
import { CatalogError } from '../../domain/catalog-error.ts'
import { indexes, layoutVersion } from './indexes.ts'

/** Written by the probe of transactions, also before the catalogue record. */
const probes = 'probes'
/** How many foreign collections are named. */
const mostNamed = 3

/**
 * Whether the database has a catalogue of this layout already; false: it is empty, apart from what another process that starts now has made.
 *
 * @throws CatalogError `store-too-new` (facts: `version`, `supported`) · `store-unavailable`: an older layout, or what another program keeps.
 */
export async function isOurDatabase(database: mongo.Db): Promise<boolean> {
  if (await hasCatalogue(database)) return true
  const foreign = await findForeign(database)
  if (foreign.length === 0) return false
  // What looks foreign may be the work of a process that was faster by a moment.
  if (await hasCatalogue(database)) return true
  const names = foreign.slice(0, mostNamed).join('、')
  throw refusal(`数据库“${database.databaseName}”里已有别的内容（${names}），请换一个空的数据库`)
}

async function hasCatalogue(database: mongo.Db): Promise<boolean> {
  const record = await database.collection<{ _id: string; layout?: unknown }>('catalogue').findOne({ _id: 'catalogue' })
  if (record === null) return false
  const { layout } = record
  if (typeof layout !== 'number') throw refusal(`数据库“${database.databaseName}”里的目录不是本程序写的`)
  if (layout > layoutVersion) throw new CatalogError('store-too-new', { version: layout, supported: layoutVersion })
  if (layout === layoutVersion) return true
  throw refusal(
    `数据库“${database.databaseName}”的格式是旧的（版本 ${layout}，本程序用版本 ${layoutVersion}），` +
      '请用写它的程序备份，再恢复到一个空的数据库',
  )
}

/** Collections that are not ours, and ours where they hold something although there is no catalogue. */
async function findForeign(database: mongo.Db): Promise<string[]> {
  const all = await database.listCollections({}, { nameOnly: true, authorizedCollections: true }).toArray()
  const foreign: string[] = []
  for (const { name } of all) {
    if (name.startsWith('system.') || name === probes) continue
    const isEmpty = name in indexes && (await database.collection(name).findOne({})) === null
    if (!isEmpty) foreign.push(name)
  }
  return foreign.sort()
}

function refusal(reason: string): CatalogError {
  return new CatalogError('store-unavailable', { reason })
}
