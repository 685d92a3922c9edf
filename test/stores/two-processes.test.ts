import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from '@jest/globals'
import { openSqliteCatalogStore } from '../../src/stores/sqlite/sqlite-catalog-store.ts'
import { aContext, aDecisionChange, aMinimalDecision } from '../builders/changes.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'banshi-two-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('loses no update when three processes, one with a clock two hours behind, open a new file and write to one document', async () => {
  const path = join(folder, 'shared.db')
  const script = join(import.meta.dirname, 'increment-counter.mjs')
  const clocks = ['', '', `--import ${join(import.meta.dirname, '../serve/shift-clock.mjs')}`]
  await Promise.all(
    clocks.map((NODE_OPTIONS) =>
      run(process.execPath, [script, `file:${path}`, '100'], { env: { ...process.env, NODE_OPTIONS } }),
    ),
  )
  const store = await openSqliteCatalogStore(path)
  expect(await store.find('decision', 'counter')).toMatchObject({ revision: 300, body: { count: 300 } })
  expect(await store.catalogueRevision()).toBe(300)
  expect(await store.revisions('decision', 'counter')).toHaveLength(300)
  await store.close()
})

it('shows a reader at once what another connection has committed', async () => {
  const path = join(folder, 'seen.db')
  const [writer, reader] = await Promise.all([openSqliteCatalogStore(path), openSqliteCatalogStore(path)])
  expect(await reader.catalogueRevision()).toBe(0)
  const revision = await writer.commit([aDecisionChange(aMinimalDecision())], aContext())
  expect(await reader.catalogueRevision()).toBe(revision)
  expect(await reader.find('decision', '2014-05-04-17')).toMatchObject({ revision: 1 })
  await Promise.all([writer.close(), reader.close()])
})
