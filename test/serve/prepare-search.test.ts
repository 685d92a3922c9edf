import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { composeOver } from '../../src/compose.ts'
import { prepareSearch } from '../../src/serve/prepare-search.ts'
import { writeSmallCatalogue } from '../builders/a-small-catalogue.ts'
import { openStoreUnderTest } from '../builders/store-under-test.ts'
import { removeStores } from '../builders/stores.ts'

const catalogue = writeSmallCatalogue()
afterAll(async () => {
  rmSync(dirname(catalogue), { recursive: true, force: true })
  await removeStores()
})

/** What the log says of the search; `undo`: what happens to the store before it is made. */
async function logOf(undo: (parts: ReturnType<typeof composeOver>) => Promise<void>): Promise<string> {
  const parts = composeOver(await openStoreUnderTest())
  await parts.importCatalogue([catalogue])
  await undo(parts)
  const stopping = new AbortController()
  const said = await new Promise<string>((resolve) => {
    prepareSearch(parts, pino({}, { write: (line: string) => resolve(JSON.parse(line).msg) }), stopping.signal)
  })
  await parts.close()
  return said
}

describe('the search of a service that starts', () => {
  it('is made ready without anybody asking', async () => {
    expect(await logOf(async () => {})).toBe('search ready')
  })

  it('is left to the next who searches when the store is away', async () => {
    expect(await logOf(({ store }) => store.close())).toContain('search not ready')
  })

  it('is not begun by a service that stops', async () => {
    const parts = composeOver(await openStoreUnderTest())
    const lines: string[] = []
    const stopping = new AbortController()
    prepareSearch(parts, pino({}, { write: (line: string) => lines.push(line) }), stopping.signal)
    stopping.abort()
    await setTimeout(1200)
    expect(lines).toEqual([])
    await parts.close()
  })
})
