import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { makeProvince } from '../../scripts/province/make-province.ts'
import { readPlaces } from '../../scripts/province/read-places.ts'
import { readSample } from '../../scripts/province/read-sample.ts'
import { writeProvince } from '../../scripts/province/write-province.ts'
import { openFolderCatalogue } from '../../src/compose/catalogue.ts'
import { checkDocument } from '../../src/schema/check-document.ts'

const sources = { sample: readSample('catalog'), places: readPlaces('.') }
/** Two cities and nothing below them, so that a few items already need more than one part. */
const twoCities = { ...sources, places: { ...sources.places, places: sources.places.places.slice(0, 2) } }
const folder = mkdtempSync(join(tmpdir(), 'banshi-province-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function make(size: number, { seed = 'one', from = sources } = {}) {
  const province = makeProvince(from, { size, seed })
  return { ...province, items: [...province.items()], decisions: [...province.decisions()] }
}

describe('a generated province', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(JSON.stringify(make(500))).toBe(JSON.stringify(make(500)))
    expect(JSON.stringify(make(500).items)).not.toBe(JSON.stringify(make(500, { seed: 'two' }).items))
  })

  it.each([1, 432, 433, 1000])('has the number of items that is asked for: %i', (size) => {
    expect(make(size).items).toHaveLength(size)
  })

  it.each(['code', 'implementationCode'] as const)('gives no two items the same %s', (field) => {
    const items = make(1500, { from: twoCities }).items
    expect(new Set(items.map((item) => item[field])).size).toBe(1500)
  })

  it('keeps to the schemas', () => {
    const { policy, regions, agencies, laws, items, decisions } = make(1000, { from: twoCities })
    const checked = [
      checkDocument('policy', policy),
      checkDocument('regions', regions),
      checkDocument('agencies', agencies),
      checkDocument('laws', laws),
      ...items.map((item) => checkDocument('item', item)),
      ...decisions.map((decision) => checkDocument('decision', decision)),
    ]
    expect(checked.flatMap(({ violations = [] }) => violations)).toEqual([])
  })

  it('opens a city for every 432 items, each with agencies, words and decisions of its own', () => {
    const { agencies, items, decisions } = make(864)
    expect(new Set(agencies.agencies.map(({ name }) => name)).size).toBe(90)
    expect(items.filter(({ agency }) => agency.endsWith('001'))).toHaveLength(432)
    expect(items.filter(({ guide }) => guide?.consultation[0]?.value.startsWith('株洲市'))).toHaveLength(432)
    expect(JSON.stringify(items)).not.toContain('湘潭')
    expect(new Set(decisions.map(({ issuer }) => issuer))).toEqual(new Set(['长沙市人民政府', '株洲市人民政府']))
  })

  it('does not call everything alike in all places', () => {
    const names = make(864).items.map(({ name, code }) => [code.replace(/00[12]-/, '-'), name] as const)
    const first = new Map(names.slice(0, 432))
    const shared = names.slice(432).filter(([code]) => first.has(code))
    const same = shared.filter(([code, name]) => first.get(code) === name)
    expect(same.length / shared.length).toBeGreaterThan(0.3)
    expect(same.length / shared.length).toBeLessThan(0.8)
  })

  it('divides items into cases once every place has all of them', () => {
    const parts = make(1000, { from: twoCities }).items.filter(({ name }) => name.endsWith('（变更）'))
    expect(parts).toHaveLength(1000 - 2 * sources.sample.items.length)
    expect(parts.every(({ code, parent }) => code === `${parent}01`)).toBe(true)
  })

  it('is refused when the places do not suffice', () => {
    expect(() => make(10_000, { from: twoCities })).toThrow('2 places have no more than 7264 items')
  })

  it('gives the first item of 432,000 before the others are made', () => {
    const begun = performance.now()
    expect(makeProvince(sources, { size: 432_000, seed: 'one' }).items().next().value?.code).toBe('ajj001-001')
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  it('is accepted whole as a folder, with codes as the rules want them', async () => {
    const written = writeProvince(makeProvince(sources, { size: 900, seed: 'one' }), folder)
    const catalogue = await openFolderCatalogue(folder)
    const { meta } = await catalogue.listItems({ filters: {}, page: 1, pageSize: 1 })
    const wrongCodes = await catalogue.checkCatalogue({ rule: 'ITM-04' })
    await catalogue.close()
    expect(written.items).toBe(900)
    expect(written.decisions).toBeGreaterThan(5)
    expect(meta.total).toBeGreaterThan(750)
    expect(wrongCodes).toEqual([])
  })
})
