import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { openSqliteCatalogStore } from '../../../src/stores/sqlite/sqlite-catalog-store.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'

const folder = mkdtempSync(join(tmpdir(), 'banshi-unusable-'))
beforeAll(() => chmodSync(folder, 0o755))
afterAll(() => rmSync(folder, { recursive: true }))

const unavailable = (reason: string) => ({ code: 'store-unavailable', facts: { reason } })

/** What a user without special rights sees who opens the file and writes to it: root may write everywhere. */
function openAsOrdinaryUser(path: string): unknown {
  const script = join(import.meta.dirname, 'write-as-ordinary-user.mjs')
  return JSON.parse(execFileSync(process.execPath, [script, path], { encoding: 'utf8' }))
}

/** Gives a path to the ordinary user, where this test runs as root. */
function giveAway(path: string, mode: number): void {
  if (process.getuid?.() === 0) chownSync(path, 65534, 65534)
  chmodSync(path, mode)
}

/** Puts nonsense into a file, from one byte to another. */
function writeOver(path: string, from: number, to: number): void {
  const content = readFileSync(path)
  content.fill(0xa5, from, to)
  writeFileSync(path, content)
}

describe('a file that cannot be used', () => {
  it('makes the folder of the file where it is missing', async () => {
    const store = await openSqliteCatalogStore(join(folder, 'not', 'there', 'yet', 'banshi.db'))
    expect(await store.catalogueRevision()).toBe(0)
    await store.close()
  })

  it('says that a folder cannot be written', () => {
    const path = join(folder, 'closed')
    mkdirSync(path)
    giveAway(path, 0o555)
    expect(openAsOrdinaryUser(join(path, 'banshi.db'))).toEqual(unavailable('数据文件夹不可写'))
    expect(openAsOrdinaryUser(join(path, 'deeper', 'banshi.db'))).toEqual(unavailable('数据文件夹不可写'))
  })

  it('says that a file is read-only', async () => {
    const home = join(folder, 'read-only')
    const path = join(home, 'banshi.db')
    await (await openSqliteCatalogStore(path)).close()
    giveAway(home, 0o755)
    giveAway(path, 0o444)
    expect(openAsOrdinaryUser(path)).toEqual(unavailable('数据文件是只读的'))
  })

  it('says that a folder lies in the place of the file', async () => {
    await expect(openSqliteCatalogStore(folder)).rejects.toMatchObject(unavailable('数据文件的位置上是一个文件夹'))
  })

  it('says that a file lies in the place of the folder', async () => {
    const path = join(folder, 'a-file')
    writeFileSync(path, '')
    await expect(openSqliteCatalogStore(join(path, 'banshi.db'))).rejects.toMatchObject(unavailable('数据文件夹不可写'))
  })

  it('says that a file is no database and leaves it as it is', async () => {
    const path = join(folder, 'notes.db')
    const text = '这不是数据库。'.repeat(1000)
    writeFileSync(path, text)
    const refusal = unavailable('这个文件不是数据库，或已损坏')
    await expect(openSqliteCatalogStore(path)).rejects.toMatchObject(refusal)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it.each([
    ['whose end is missing', (path: string) => truncateSync(path, 64 * 1024)],
    ['that was written over in its midst', (path: string) => writeOver(path, 40 * 1024, 200 * 1024)],
  ])('says that a file is damaged %s, and leaves it as it is', async (_, damage) => {
    const path = join(mkdtempSync(join(folder, 'damaged-')), 'banshi.db')
    const items = Array.from({ length: 200 }, (_, n) =>
      aMinimalItem({ code: `x-${100 + n}`, name: '事项'.repeat(500) }),
    )
    const store = await openSqliteCatalogStore(path)
    await store.commit(
      items.map((item) => anItemChange(item)),
      aContext(),
    )
    await store.close()
    damage(path)
    const before = readFileSync(path)
    const damaged = unavailable('数据文件已损坏')
    const attempt = async () => {
      const opened = await openSqliteCatalogStore(path)
      try {
        await expect(opened.list('item')).rejects.toMatchObject(damaged)
        const changes = items.map((item) => anItemChange({ ...item, name: '改过的' }, 1))
        await expect(opened.commit(changes, aContext())).rejects.toMatchObject(damaged)
      } finally {
        await opened.close()
      }
    }
    await attempt().catch((error: unknown) => expect(error).toMatchObject(damaged))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('refuses a file that a newer program has written and leaves it as it is', async () => {
    const path = join(folder, 'newer.db')
    const newer = new Database(path)
    newer.exec('CREATE TABLE tomorrow (x); PRAGMA user_version = 999')
    newer.close()
    const before = readFileSync(path)
    await expect(openSqliteCatalogStore(path)).rejects.toMatchObject({
      code: 'store-too-new',
      facts: { version: 999, supported: expect.any(Number) },
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('holds the whole catalogue in the one file once it is closed', async () => {
    const path = join(folder, 'original.db')
    const store = await openSqliteCatalogStore(path)
    await store.commit([anItemChange(aMinimalItem())], aContext())
    await store.close()
    copyFileSync(path, join(folder, 'copy.db'))
    const copy = await openSqliteCatalogStore(join(folder, 'copy.db'))
    expect(await copy.find('item', 'fgw-001')).toMatchObject({ revision: 1 })
    await copy.close()
  })

  it('opens a file of its own again and finds what was committed', async () => {
    const path = join(folder, 'again.db')
    const first = await openSqliteCatalogStore(path)
    await first.commit([anItemChange(aMinimalItem())], aContext())
    await first.close()
    const second = await openSqliteCatalogStore(path)
    expect(await second.find('item', 'fgw-001')).toMatchObject({ revision: 1 })
    await second.close()
  })
})
