import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { openSqliteCatalogStore } from '../../../src/stores/sqlite/sqlite-catalog-store.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'

const folder = mkdtempSync(join(tmpdir(), 'banshi-full-'))
afterAll(() => rmSync(folder, { recursive: true }))

const full = { code: 'store-unavailable', facts: { reason: '磁盘已满' } }

it('refuses a commit for which there is no room, keeps nothing of it, and goes on afterwards', async () => {
  const store = await openSqliteCatalogStore(join(folder, 'full.db'), { maxPages: 100 })
  await store.commit([anItemChange(aMinimalItem())], aContext())
  const small = anItemChange(aMinimalItem({ name: '先改的' }), 1)
  const large = anItemChange(aMinimalItem({ code: 'fgw-002', name: '事项'.repeat(200_000) }))

  await expect(store.commit([small, large], aContext())).rejects.toMatchObject(full)
  await expect(store.savePicture('key', 'x'.repeat(1_000_000))).rejects.toMatchObject(full)

  expect(await store.catalogueRevision()).toBe(1)
  expect(await store.find('item', 'fgw-001')).toMatchObject({ revision: 1, body: { name: '企业投资项目核准' } })
  expect(await store.revisions('item', 'fgw-002')).toEqual([])
  expect(await store.findPicture('key')).toBeUndefined()
  expect(await store.commit([small], aContext())).toBe(2)
  expect(await store.find('item', 'fgw-001')).toMatchObject({ revision: 2, body: { name: '先改的' } })
  await store.close()
})
