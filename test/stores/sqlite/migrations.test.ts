import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import Database from 'libsql'
import type { LogEntry } from '../../../src/ports/catalog-store.ts'
import { migrations } from '../../../src/stores/sqlite/migrations.ts'
import { openSqliteCatalogStore } from '../../../src/stores/sqlite/sqlite-catalog-store.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'

const folder = mkdtempSync(join(tmpdir(), 'banshi-migrations-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A file of the first version: an item changed twice and a decision, by three commits. */
function writeFirstVersion(path: string): void {
  const database = new Database(path)
  database.exec(`${migrations[0]}; PRAGMA user_version = 1`)
  const add = database.prepare(
    'INSERT INTO revisions (kind, id, revision, updated_at, actor, body) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const body = (name: string) => JSON.stringify(aMinimalItem({ name }))
  add.run(['item', 'fgw-001', 1, '2015-01-01T08:00:00+08:00', 'import', body('旧名')])
  add.run(['decision', 'd', 1, '2015-01-01T08:00:00+08:00', 'import', '{}'])
  add.run(['item', 'fgw-001', 2, '2015-02-01T08:00:00+08:00', '张三', body('新名')])
  database.exec(`INSERT INTO documents VALUES ('item', 'fgw-001', 2), ('decision', 'd', 1);
    INSERT INTO items VALUES (1, 'fgw-001', '0003-fgw-001', '2015-02-01T08:00:00+08:00', 'fgw', NULL, NULL);
    INSERT INTO item_facets VALUES ('state', 'suspended', 1);
    UPDATE catalogue SET revision = 3`)
  database.close()
}

it('numbers the commits of a file of the first version and goes on counting', async () => {
  const path = join(folder, 'first.db')
  writeFirstVersion(path)
  const store = await openSqliteCatalogStore(path)
  expect(await store.catalogueRevision()).toBe(2)
  expect(await store.commit([anItemChange(aMinimalItem(), 2)], aContext())).toBe(3)
  const entries: LogEntry[] = []
  for await (const entry of store.readLog({ after: 0, through: 3 })) entries.push(entry)
  expect(entries.map(({ commit, position, id, revision }) => [commit, position, id, revision])).toEqual([
    [1, 0, 'fgw-001', 1],
    [1, 1, 'd', 1],
    [2, 0, 'fgw-001', 2],
    [3, 0, 'fgw-001', 3],
  ])
  const index = { agency: 'fgw', type: 'licensing', state: 'suspended', sortKey: '0003-fgw-001', theme: [] }
  expect(entries[2]?.index).toEqual({ ...index, audience: ['enterprise'] })
  expect(entries[1]?.index).toBeNull()
  await store.close()
})

it('opens an empty file of the first version', async () => {
  const path = join(folder, 'empty.db')
  const database = new Database(path)
  database.exec(`${migrations[0]}; PRAGMA user_version = 1`)
  database.close()
  const store = await openSqliteCatalogStore(path)
  expect(await store.catalogueRevision()).toBe(0)
  await store.close()
})
