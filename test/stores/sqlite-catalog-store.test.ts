import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { openSqliteCatalogStore } from '../../src/stores/sqlite/sqlite-catalog-store.ts'
import { describeCatalogStore } from './describe-catalog-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'banshi-store-'))
let count = 0
afterAll(() => rmSync(folder, { recursive: true }))

describeCatalogStore('SQLite', () => {
  count += 1
  return openSqliteCatalogStore(join(folder, `${count}.db`))
})
