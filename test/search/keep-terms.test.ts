import { beforeEach, describe, expect, it } from '@jest/globals'
import type { SearchableItem } from '../../src/ports/item-search.ts'
import type { TermIndex, TermWrite } from '../../src/ports/term-index.ts'
import { createBuildItemSearch } from '../../src/search/build-item-search.ts'
import { keepTerms } from '../../src/search/keep-terms.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'

const aName = (number: number) => `事项${number}`
const anItem = (number: number, name = aName(number)): SearchableItem => ({
  code: `fgw-${100 + number}`,
  name,
  aliases: [],
  keywords: [],
  agencyNames: [],
  materials: [],
  text: [],
})
const items = Array.from({ length: 130 }, (_, number) => anItem(number))

let terms: TermIndex
/** Codes that were written, in order. */
let put: string[]
beforeEach(async () => {
  const inner = (await openMemoryCatalogStore()).terms
  put = []
  terms = {
    state: () => inner.state(),
    digests: () => inner.digests(),
    match: (...question) => inner.match(...question),
    async write(part) {
      const isWritten = await inner.write(part)
      if (isWritten) put.push(...part.put.map(({ code }) => code))
      return isWritten
    },
  }
})
const written = () => put.splice(0)

describe('keeping the terms of a catalogue', () => {
  it('writes every item once, and nothing when it is asked again', async () => {
    await keepTerms(items, { revision: 3, terms })
    expect(written()).toEqual(items.map(({ code }) => code))
    await keepTerms(items, { revision: 3, terms })
    await keepTerms(items, { revision: 2, terms })
    expect(written()).toEqual([])
    expect(await terms.state()).toMatchObject({ revision: 3 })
  })

  it('writes what has changed since, and forgets what is gone', async () => {
    await keepTerms(items, { revision: 3, terms })
    written()
    const next = [anItem(0, '改名'), ...items.slice(1, 129)]
    await keepTerms(next, { revision: 4, terms })
    expect(written()).toEqual(['fgw-100'])
    expect([...(await terms.digests()).keys()].sort()).toEqual(next.map(({ code }) => code))
    expect(await terms.state()).toMatchObject({ revision: 4 })
  })

  it('writes everything anew by new rules', async () => {
    await keepTerms(items, { revision: 3, terms })
    const { turn } = await terms.state()
    await terms.write({
      seenTurn: turn,
      put: [],
      remove: [...(await terms.digests()).keys()],
      upTo: { revision: 9, rules: 'older' },
    })
    written()
    await keepTerms(items, { revision: 3, terms })
    expect(written()).toHaveLength(130)
  })

  it('goes on with what a dead writer has left', async () => {
    let parts = 0
    const dying: TermIndex = {
      ...terms,
      write: (part: TermWrite) => {
        parts += 1
        return parts > 1 ? Promise.reject(new Error('killed')) : terms.write(part)
      },
    }
    await expect(keepTerms(items, { revision: 3, terms: dying })).rejects.toThrow('killed')
    const half = written().length
    expect(half).toBeGreaterThan(0)
    expect(await terms.state()).toMatchObject({ revision: 0 })
    await keepTerms(items, { revision: 3, terms })
    expect(half + written().length).toBe(130)
  })

  it('is done by one of several processes, whose revisions may differ, and right in the end', async () => {
    const later = [...items.slice(1), anItem(200)]
    const jobs = [3, 3, 4, 3].map((revision) => keepTerms(revision === 4 ? later : items, { revision, terms }))
    await Promise.all(jobs)
    expect([...(await terms.digests()).keys()].sort()).toEqual(later.map(({ code }) => code).sort())
    expect(await terms.state()).toMatchObject({ revision: 4 })
  })
})

describe('the search chosen by size', () => {
  it('is in memory up to so many items, which leaves the store alone', async () => {
    const search = await createBuildItemSearch({ most: 130 })(items, { revision: 1, terms })
    expect(await search.find('事项7')).toContain('fgw-107')
    expect(await terms.state()).toMatchObject({ turn: 0 })
  })

  it('goes by the terms of the store for one item more', async () => {
    const search = await createBuildItemSearch({ most: 129 })(items, { revision: 1, terms })
    expect(written()).toHaveLength(130)
    expect(await search.find('事项7')).toContain('fgw-107')
  })
})
