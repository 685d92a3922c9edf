import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

  it('is made ready again when the catalogue has changed, and only then', async () => {
    const parts = composeOver(await openStoreUnderTest())
    await parts.importCatalogue([catalogue])
    const stopping = new AbortController()
    const lines: { msg: string; revision: number }[] = []
    const waiting: (() => void)[] = []
    const next = () => new Promise<void>((resolve) => waiting.push(resolve))
    const write = (line: string) => {
      lines.push(JSON.parse(line))
      waiting.shift()?.()
    }
    const first = next()
    prepareSearch(parts, pino({}, { write }), stopping.signal)
    await first
    // Two more looks find nothing new.
    await setTimeout(2500)
    expect(lines).toHaveLength(1)
    const second = next()
    const file = join(catalogue, 'agencies.yaml')
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, before.replace('湘潭市工商行政管理局', '湘潭市市场监督管理局'))
    await parts.importCatalogue([catalogue])
    writeFileSync(file, before)
    await second
    expect(lines.map(({ msg }) => msg)).toEqual(['search ready', 'search ready'])
    expect(lines[1]?.revision).toBeGreaterThan(lines[0]?.revision ?? Number.NaN)
    stopping.abort()
    await parts.close()
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
