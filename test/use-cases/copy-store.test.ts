import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { openStore } from '../../src/compose/open-store.ts'
import { parseDatabaseAddress } from '../../src/config/database-address.ts'
import type { LogSource } from '../../src/ports/archives.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { createCopyStore } from '../../src/use-cases/copy-store.ts'
import { aContext, aDecisionChange, aMinimalDecision } from '../builders/changes.ts'
import { anAccount, anEdition, writeOffice } from '../builders/office-documents.ts'
import { removeStores, type StoreKind, storeKinds } from '../builders/stores.ts'
import { contentOf, transferPorts, writeHistory } from '../builders/written-stores.ts'

const opened: CatalogStore[] = []
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
})
afterAll(removeStores)

async function open(kind: StoreKind): Promise<CatalogStore> {
  const address = parseDatabaseAddress(kind.newUrl())
  if (address === undefined) throw new Error(`${kind.name} has no address`)
  const store = await openStore(address)
  opened.push(store)
  return store
}

async function aWrittenStore(): Promise<CatalogStore> {
  const store = await openMemoryCatalogStore()
  await writeHistory(store)
  return store
}

const copyStore = createCopyStore(transferPorts)
const pairs = storeKinds.flatMap((from) => storeKinds.map((to) => ({ from, to })))

describe('a copy of a store', () => {
  it.each(pairs)(
    'has every state, every picture and the same digest: from $from.name to $to.name',
    async ({ from, to }) => {
      const [source, target] = [await open(from), await open(to)]
      await writeHistory(source)
      const report = await copyStore(source, target)
      expect(await contentOf(target)).toEqual(await contentOf(source))
      const digest = expect.stringMatching(/^[0-9a-f]{64}$/)
      const { digest: head } = (await source.office.newestEntry()) ?? {}
      const office = { documents: 2, entries: 2, head, brokenAt: null }
      expect(report).toEqual({ catalogueRevision: 5, commits: 5, states: 8, pictures: 1, office, digest })
      expect(await target.revisions('item', 'fgw-001')).toEqual(await source.revisions('item', 'fgw-001'))
    },
  )

  it.each(storeKinds)('goes on where it was interrupted: $name', async (kind) => {
    const [source, target] = [await aWrittenStore(), await open(kind)]
    await expect(copyStore(breakingAfter(source, 6), target)).rejects.toThrow('the line broke')
    expect(await target.catalogueRevision()).toBeGreaterThan(0)
    expect(await target.catalogueRevision()).toBeLessThan(5)
    await copyStore(source, target)
    expect(await contentOf(target)).toEqual(await contentOf(source))
  })

  it('takes up what was committed since', async () => {
    const [source, target] = [await aWrittenStore(), await openMemoryCatalogStore()]
    await copyStore(source, target)
    await source.commit([aDecisionChange(aMinimalDecision({ id: 'later' }))], aContext())
    expect(await copyStore(source, target)).toMatchObject({ commits: 1, catalogueRevision: 6 })
    expect(await copyStore(source, target)).toMatchObject({ commits: 0, catalogueRevision: 6 })
  })

  it.each(storeKinds)('takes up what changed in the office since, and what is gone: $name', async (kind) => {
    const [source, target] = [await aWrittenStore(), await open(kind)]
    await writeOffice(source, [anAccount('li'), anEdition('v1')])
    await copyStore(source, target)
    await writeOffice(source, [anAccount('li', { disabled: true })], 1)
    await writeOffice(source, [{ ...anEdition('v1'), body: null }], 1)
    expect(await copyStore(source, target)).toMatchObject({ commits: 0, office: { documents: 3, entries: 6 } })
    expect(await contentOf(target)).toEqual(await contentOf(source))
  })

  it('tells how far it has come, up to the end', async () => {
    const seen: string[] = []
    const onProgress = ({ done, total }: { done: number; total: number }) => seen.push(`${done}/${total}`)
    await createCopyStore({ ...transferPorts, onProgress })(await aWrittenStore(), await openMemoryCatalogStore())
    expect(seen).toEqual(Array.from({ length: 8 }, (_, index) => `${index + 1}/8`))
  })
})

describe('a copy is refused', () => {
  it('when the target holds something else, which stays', async () => {
    const [source, target] = [await aWrittenStore(), await openMemoryCatalogStore()]
    await target.commit([aDecisionChange(aMinimalDecision({ id: 'foreign' }))], aContext())
    await expect(copyStore(source, target)).rejects.toMatchObject({ code: 'target-not-empty' })
    expect((await contentOf(target)).log).toHaveLength(1)
  })

  it('when the target has gone on by itself since an earlier copy', async () => {
    const [source, target] = [await aWrittenStore(), await openMemoryCatalogStore()]
    await copyStore(source, target)
    await target.commit([aDecisionChange(aMinimalDecision({ id: 'own' }))], aContext())
    await expect(copyStore(source, target)).rejects.toMatchObject({ code: 'target-not-empty' })
  })

  it('when the record of the target has gone on by itself', async () => {
    const [source, target] = [await aWrittenStore(), await openMemoryCatalogStore()]
    await copyStore(source, target)
    await writeOffice(target, [anAccount('own')])
    await expect(copyStore(source, target)).rejects.toMatchObject({ code: 'target-not-empty' })
    expect(await target.office.find('account', 'own')).toBeDefined()
  })

  it('when the source is empty', async () => {
    const copy = copyStore(await openMemoryCatalogStore(), await openMemoryCatalogStore())
    await expect(copy).rejects.toMatchObject({ code: 'empty-catalogue' })
  })

  it('when the target answers a picture that differs', async () => {
    const [source, target] = [await aWrittenStore(), await openMemoryCatalogStore()]
    await target.savePicture('fgw-001@1', '<svg>other</svg>')
    await expect(copyStore(source, target)).rejects.toMatchObject({ code: 'copy-differs' })
  })
})

/** A source whose connection is lost after a number of states. */
function breakingAfter(store: CatalogStore, states: number): LogSource {
  return {
    office: store.office,
    catalogueRevision: () => store.catalogueRevision(),
    countLog: (range) => store.countLog(range),
    readPictures: () => store.readPictures(),
    async *readLog(range) {
      let count = 0
      for await (const entry of store.readLog(range)) {
        if (++count > states) throw new Error('the line broke')
        yield entry
      }
    },
  }
}
