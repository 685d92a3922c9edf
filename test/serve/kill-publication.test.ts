import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { openStore } from '../../src/compose/open-store.ts'
import { parseDatabaseAddress } from '../../src/config/database-address.ts'
import { takeContent } from '../../src/domain/editions/edition-fields.ts'
import { findFault, type RecordEntry } from '../../src/domain/office/record.ts'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { nodeSecrets } from '../../src/secrets/node-secrets.ts'
import { createImportCatalogue } from '../../src/use-cases/import-catalogue.ts'
import { copyTwoAgencies, MovableClock } from '../builders/an-office.ts'
import { longestDrop } from '../builders/mongo-databases.ts'
import { removeStores, storeKinds } from '../builders/stores.ts'

afterAll(removeStores, longestDrop)

const rounds = 3
/** A killed publisher's transaction may keep the next one out for a minute, until the MongoDB server ends it. */
const longestTest = (rounds + 1) * 70_000
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function open(url: string): Promise<CatalogStore> {
  const address = parseDatabaseAddress(url)
  if (address === undefined) throw new Error(url)
  return openStore(address)
}

async function fill(url: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'banshi-kill-'))
  copyTwoAgencies(folder)
  const store = await open(url)
  await createImportCatalogue({
    store,
    files: createCatalogueFolder(),
    clock: new MovableClock(),
    secrets: nodeSecrets,
  })([folder])
  await store.close()
}

/** Lets a process publish, kills it some time after its second publication of this round, and answers the acknowledged editions. */
function publishUntilKilled(url: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'publish-without-end.mjs')
    const child = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.split('\n').length > 3) setTimeout(() => child.kill('SIGKILL'), Math.random() * 150)
    })
    child.on('error', reject)
    child.on('close', (_, signal) => {
      const lines = output.split('\n').slice(0, -1)
      if (signal === 'SIGKILL') resolve(lines.filter((line) => line !== 'ready'))
      else reject(new Error('the publisher ended by itself'))
    })
  })
}

/** Item, editions and record tell the same; answers the ids of what was published. */
async function expectAgreement(store: CatalogStore): Promise<string[]> {
  const editions = await store.office.list('edition', { item: 'fgw-001' })
  const published = editions.filter(({ body }) => body.state === 'published')
  expect(published).toHaveLength(1)
  const item = await store.find('item', 'fgw-001')
  if (item === undefined) throw new Error('the item is gone')
  expect(published[0]?.body.content).toEqual(takeContent(item.body))
  const newest = new Map<string, RecordEntry>()
  let before: RecordEntry | undefined
  for await (const entry of store.office.readRecord()) {
    expect(findFault(entry, before, sha256)).toBeUndefined()
    newest.set(entry.subject, entry)
    before = entry
  }
  for (const { id, body } of editions) {
    expect(newest.get(`edition/${id}`)?.after).toBe(sha256(JSON.stringify(body)))
  }
  expect(newest.get('item/fgw-001')?.after).toBe(sha256(JSON.stringify(item.body)))
  return editions.filter(({ body }) => body.number !== null).map(({ id }) => id)
}

describe.each(storeKinds)('a process that is killed while it publishes, on $name', ({ newUrl }) => {
  it(
    'has published wholly or not at all, and the record agrees',
    async () => {
      const url = newUrl()
      await fill(url)
      const acknowledged: string[] = []
      for (let round = 1; round <= rounds; round += 1) {
        acknowledged.push(...(await publishUntilKilled(url)))
        const store = await open(url)
        expect(await expectAgreement(store)).toEqual(expect.arrayContaining(acknowledged))
        await store.close()
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(rounds * 2)
    },
    longestTest,
  )
})
