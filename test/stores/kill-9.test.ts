import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { longestDrop } from '../builders/mongo-databases.ts'
import { openAddress, removeStores, storeKinds } from '../builders/stores.ts'

afterAll(removeStores, longestDrop)

const rounds = 4
/** A killed writer's transaction may keep the next one out for a minute, until the MongoDB server ends it. */
const longestTest = rounds * 70_000

/** Lets a process commit pairs, kills it after `commits` acknowledgements and a moment more, and answers the acknowledged numbers. */
function commitUntilKilled(url: string, first: number, commits: number, moment: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'commit-pairs.mjs')
    const child = spawn(process.execPath, [script, url, 'writer', String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.split('\n').length > commits) setTimeout(() => child.kill('SIGKILL'), moment)
    })
    child.on('error', reject)
    child.on('close', (_, signal) => {
      // A line that the kill has cut short was not acknowledged.
      const lines = output.split('\n').slice(0, -1)
      if (signal !== 'SIGKILL') reject(new Error('the writer ended by itself'))
      else resolve(lines.filter((line) => line !== 'ready').map(Number))
    })
  })
}

/** The numbers of the pairs that are there; fails on half a pair or a counter that does not fit. */
async function expectWholePairs(store: CatalogStore): Promise<number[]> {
  const ids = (await store.list('decision')).map(({ id }) => id).filter((id) => id !== 'writer-counter')
  const numbersOf = (half: string) =>
    ids.flatMap((id) => (id.endsWith(half) ? [Number(id.split('-')[1])] : [])).sort((a, b) => a - b)
  const pairs = numbersOf('-a')
  expect(numbersOf('-b')).toEqual(pairs)
  expect(await store.catalogueRevision()).toBe(pairs.length)
  expect(await store.find('decision', 'writer-counter')).toMatchObject({
    revision: pairs.length,
    body: { number: pairs.at(-1) },
  })
  expect(await store.revisions('decision', 'writer-counter')).toHaveLength(pairs.length)
  return pairs
}

it.each(storeKinds)(
  'has every acknowledged commit whole and no half commit after kill -9 at any moment, on $name',
  async ({ newUrl }) => {
    const url = newUrl()
    const acknowledged: number[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const moment = Math.random() * 20
      acknowledged.push(...(await commitUntilKilled(url, round * 100_000, 5 + round * 3, moment)))
      const store = await openAddress(url)
      const present = await expectWholePairs(store)
      await store.close()
      expect(present).toEqual(expect.arrayContaining(acknowledged))
      // At most one commit a round was done, but killed before its acknowledgement was out.
      expect(present.length - acknowledged.length).toBeLessThanOrEqual(round)
    }
    expect(acknowledged.length).toBeGreaterThan(rounds * 5)
  },
  longestTest,
)
