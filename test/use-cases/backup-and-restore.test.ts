import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { openStore } from '../../src/compose/open-store.ts'
import { parseDatabaseAddress } from '../../src/config/database-address.ts'
import type { RecordEntry } from '../../src/domain/office/record.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createBackupStore } from '../../src/use-cases/backup-store.ts'
import { createInspectRecord } from '../../src/use-cases/office/verify-record.ts'
import { createRestoreStore } from '../../src/use-cases/restore-store.ts'
import { aContext, aDecisionChange, aMinimalDecision } from '../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../builders/items.ts'
import { anAccount, anEdition, writeOffice } from '../builders/office-documents.ts'
import { removeStores, type StoreKind, storeKinds } from '../builders/stores.ts'
import { contentOf, itemThatCameBack, transferPorts, writeHistory } from '../builders/written-stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'banshi-backup-'))
const opened: CatalogStore[] = []
let count = 0
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await removeStores()
})

async function open(kind: StoreKind): Promise<CatalogStore> {
  const address = parseDatabaseAddress(kind.newUrl())
  if (address === undefined) throw new Error(`${kind.name} has no address`)
  const store = await openStore(address)
  opened.push(store)
  return store
}

const aFile = () => join(folder, `${++count}.backup`)
const inspectOf = (store: CatalogStore) => createInspectRecord({ ...transferPorts, store })()
const backupStore = createBackupStore(transferPorts)
const restoreStore = createRestoreStore(transferPorts)
const pairs = storeKinds.flatMap((from) => storeKinds.map((to) => ({ from, to })))

describe('a backup', () => {
  it.each(pairs)('of $from.name restores into $to.name with its whole history', async ({ from, to }) => {
    const [source, target, file] = [await open(from), await open(to), aFile()]
    await writeHistory(source)
    const office = { documents: 2, entries: 2, head: expect.any(String), brokenAt: null }
    const summary = { catalogueRevision: 5, states: 8, pictures: 1, office, digest: expect.any(String) }
    expect(await backupStore(source, file)).toEqual(summary)
    expect(await restoreStore(target, file)).toEqual({ ...summary, restored: 'history', changed: 0 })
    const { record, ...restored } = await contentOf(target)
    const { record: expected, ...kept } = await contentOf(source)
    expect(restored).toEqual(kept)
    expect(record.slice(0, -1)).toEqual(expected)
    expect(record.at(-1)).toMatchObject({ number: 3, action: 'catalogue.restore', previous: expected.at(-1)?.digest })
    expect(await target.office.list('session')).toEqual([])
  })

  it('is the same file, byte by byte, from whichever store', async () => {
    const files: Buffer[] = []
    for (const kind of storeKinds) {
      const [store, file] = [await open(kind), aFile()]
      await writeHistory(store)
      await backupStore(store, file)
      files.push(gunzipSync(readFileSync(file)))
    }
    for (const file of files) expect(file.equals(files[0] ?? Buffer.alloc(0))).toBe(true)
  })

  it.each(storeKinds)(
    'taken from $name while others write holds exactly the commits up to its beginning',
    async (kind) => {
      const [store, file] = [await open(kind), aFile()]
      const items = Array.from({ length: 600 }, (_, n) => aMinimalItem({ code: `x-${1000 + n}` }))
      await store.commit(
        items.map((item) => anItemChange(item)),
        aContext(),
      )
      const before = await contentOf(store)
      const writes: Promise<number>[] = []
      const onProgress = () => {
        const item = items[writes.length]
        if (item === undefined || writes.length === 20) return
        writes.push(store.commit([anItemChange({ ...item, name: '备份时改的' }, 1)], aContext()))
      }
      const summary = await createBackupStore({ ...transferPorts, onProgress })(store, file)
      expect(await Promise.all(writes)).toHaveLength(20)
      expect(summary).toMatchObject({ catalogueRevision: 1, states: 600 })
      const restored = await openMemoryCatalogStore()
      await restoreStore(restored, file)
      expect(await contentOf(restored)).toEqual({ ...before, record: [expect.anything()] })
      expect((await contentOf(store)).log).toHaveLength(620)
    },
  )

  it('can be read by its owner alone and leaves no unfinished file', async () => {
    const store = await openMemoryCatalogStore()
    await writeHistory(store)
    const home = mkdtempSync(join(folder, 'home-'))
    await backupStore(store, join(home, 'banshi.backup'))
    expect(readdirSync(home)).toEqual(['banshi.backup'])
    expect(statSync(join(home, 'banshi.backup')).mode & 0o777).toBe(0o600)
  })

  it('of an empty store is refused', async () => {
    await expect(backupStore(await openMemoryCatalogStore(), aFile())).rejects.toMatchObject({
      code: 'empty-catalogue',
    })
  })

  it('to a place that cannot be written is refused', async () => {
    const store = await openMemoryCatalogStore()
    await writeHistory(store)
    const refusal = { code: 'file-unwritable', facts: { reason: expect.stringMatching(/[一-龥]/) } }
    await expect(backupStore(store, join('/proc', 'banshi.backup'))).rejects.toMatchObject(refusal)
  })
})

describe('restoring into a store that has moved on', () => {
  async function aBackedUpStore(kind: StoreKind): Promise<[CatalogStore, string]> {
    const [store, file] = [await open(kind), aFile()]
    await writeHistory(store)
    await backupStore(store, file)
    return [store, file]
  }

  it.each(storeKinds)('sets its documents back by one commit and keeps its history: $name', async (kind) => {
    const [store, file] = await aBackedUpStore(kind)
    await store.commit(
      [anItemChange(itemThatCameBack('改坏了'), 4), aDecisionChange(aMinimalDecision({ id: 'new' }))],
      aContext(),
    )
    expect(await restoreStore(store, file)).toMatchObject({ restored: 'content', changed: 2, catalogueRevision: 7 })
    expect(await store.find('item', 'fgw-001')).toMatchObject({ revision: 6, body: itemThatCameBack() })
    expect(await store.list('decision')).toEqual([])
    const [newest, before] = await store.revisions('item', 'fgw-001')
    expect([newest?.actor, before?.body?.name]).toEqual(['restore', '改坏了'])
  })

  it.each(storeKinds)('sets drafts back, and lets no revoked key and no old password return: $name', async (kind) => {
    const [store, file] = [await open(kind), aFile()]
    await writeHistory(store)
    await writeOffice(store, [anAccount('li'), anEdition('v1')])
    await backupStore(store, file)
    await writeOffice(store, [anAccount('li', { disabled: true }), anEdition('v2')], 1)
    await writeOffice(store, [anAccount('new')])
    expect(await restoreStore(store, file)).toMatchObject({ restored: 'content', changed: 1 })
    expect(await store.office.find('edition', 'fgw-001.1')).toMatchObject({
      revision: 3,
      body: { warningsReason: 'v1' },
    })
    expect(await store.office.find('account', 'li')).toMatchObject({ body: { disabled: true } })
    expect(await store.office.find('account', 'new')).toBeDefined()
    const [newest, restore] = await store.office.listRecord({ limit: 2 })
    expect([newest?.subject, restore?.action]).toEqual(['edition/fgw-001.1', 'catalogue.restore'])
    expect(await inspectOf(store)).toMatchObject({ isIntact: true, findings: [] })
  })

  it('brings accounts back that the store does not have', async () => {
    const [store, file] = [await openMemoryCatalogStore(), aFile()]
    await writeHistory(store)
    await writeOffice(store, [anAccount('li')])
    await backupStore(store, file)
    const foreign = await openMemoryCatalogStore()
    await foreign.commit([anItemChange(aMinimalItem({ code: 'zjj-001' }))], aContext())
    await restoreStore(foreign, file)
    expect(await foreign.office.find('account', 'li')).toBeDefined()
    expect(await foreign.office.list('token')).toEqual([])
    expect(await inspectOf(foreign)).toMatchObject({ isIntact: true })
  })

  it('changes nothing when nothing differs', async () => {
    const [store, file] = await aBackedUpStore(storeKinds[0] as StoreKind)
    await store.commit([anItemChange(itemThatCameBack(), 4)], aContext())
    expect(await restoreStore(store, file)).toMatchObject({ restored: 'content', changed: 0, catalogueRevision: 6 })
  })

  it('puts the documents of the backup in the place of foreign ones', async () => {
    const [, file] = await aBackedUpStore(storeKinds[0] as StoreKind)
    const foreign = await openMemoryCatalogStore()
    await foreign.commit([anItemChange(aMinimalItem({ code: 'zjj-001', implementationCode: 'B' }))], aContext())
    await restoreStore(foreign, file)
    expect((await foreign.list('item')).map(({ id }) => id)).toEqual(['fgw-001', 'fgw-002'])
    expect(await foreign.revisions('item', 'zjj-001')).toHaveLength(2)
  })
})

describe('a backup of an earlier version', () => {
  const earlier = 'test/fixtures/archives/version-1.backup'

  it.each(storeKinds)('restores with its history: $name', async (kind) => {
    const store = await open(kind)
    const report = await restoreStore(store, earlier)
    expect(report).toMatchObject({ restored: 'history', catalogueRevision: 5, states: 8, pictures: 1, office: null })
    const expected = await openMemoryCatalogStore()
    await writeHistory(expected)
    expect((await contentOf(store)).log).toEqual((await contentOf(expected)).log)
    expect(await inspectOf(store)).toMatchObject({ entries: 1, isIntact: true })
  })

  it('leaves the office of the store alone', async () => {
    const store = await openMemoryCatalogStore()
    await writeHistory(store)
    await writeOffice(store, [anAccount('li')])
    await store.commit([aDecisionChange(aMinimalDecision({ id: 'new' }))], aContext())
    expect(await restoreStore(store, earlier)).toMatchObject({ restored: 'content', changed: 1, office: null })
    expect(await store.office.find('account', 'li')).toBeDefined()
    expect(await inspectOf(store)).toMatchObject({ isIntact: true })
  })
})

describe('a record that was tampered with', () => {
  it('goes along as it is, and backup and copy say where it breaks', async () => {
    const [store, file] = [await openMemoryCatalogStore(), aFile()]
    await writeHistory(store)
    const [newest] = await store.office.listRecord({ limit: 1 })
    const forged = { ...newest, number: 3, previous: newest?.digest, actor: 'nobody' } as RecordEntry
    await store.office.copyIn({ documents: [], entries: [forged] })
    expect(await backupStore(store, file)).toMatchObject({ office: { entries: 3, brokenAt: 3 } })
    const restored = await openMemoryCatalogStore()
    expect(await restoreStore(restored, file)).toMatchObject({ office: { entries: 3, brokenAt: 3 } })
    expect(await inspectOf(restored)).toMatchObject({ findings: [{ kind: 'changed-entry', entry: 3 }] })
  })
})

describe('a broken backup is refused and changes nothing:', () => {
  const lines = (file: string) => gunzipSync(readFileSync(file)).toString().split('\n')
  const write = (file: string, content: string[]) => writeFileSync(file, gzipSync(content.join('\n')))

  it.each<[string, (file: string) => void]>([
    ['no file', (file) => rmSync(file)],
    ['an empty file', (file) => writeFileSync(file, '')],
    ['a file that was cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 700))],
    ['a file with one byte changed', (file) => writeFileSync(file, flipped(readFileSync(file)))],
    ['another file', (file) => copyFileSync('package.json', file)],
    ['a compressed file of another program', (file) => write(file, ['{"a":1}', ''])],
    [
      'a backup that lacks an entry of the record',
      (file) =>
        write(
          file,
          lines(file).filter((line) => !/"number":1,/.test(line)),
        ),
    ],
    [
      'a backup with a changed account',
      (file) =>
        write(
          file,
          lines(file).map((line) => line.replace('edition.write', 'edition.publish')),
        ),
    ],
    ['a backup without its last line', (file) => write(file, [...lines(file).slice(0, -2), ''])],
    ['a backup that lacks a state', (file) => write(file, lines(file).toSpliced(3, 1))],
    [
      'a backup with a changed state',
      (file) =>
        write(
          file,
          lines(file).map((line) => line.replace('张三', '张山')),
        ),
    ],
    [
      'a backup of a newer program',
      (file) =>
        write(
          file,
          lines(file).map((line) => line.replace('"version":2', '"version":9')),
        ),
    ],
  ])('%s', async (_, damage) => {
    const [source, file] = [await openMemoryCatalogStore(), aFile()]
    await writeHistory(source)
    await backupStore(source, file)
    damage(file)
    const target = await openMemoryCatalogStore()
    const refusal = { code: 'broken-archive', facts: { path: file, reason: expect.stringMatching(/[一-龥]/) } }
    await expect(restoreStore(target, file)).rejects.toMatchObject(refusal)
    expect(await contentOf(target)).toMatchObject({ log: [], pictures: [] })
  })
})

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = copy.length >> 1
  copy.writeUInt8(copy.readUInt8(middle) ^ 0xff, middle)
  return copy
}
