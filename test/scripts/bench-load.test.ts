import { describe, expect, it } from '@jest/globals'
import { kinds, mixReads } from '../../scripts/bench-load/mixed-reads.ts'
import { growthOfMemory } from '../../scripts/bench-load/watch-memory.ts'
import { writeLoadReport } from '../../scripts/bench-load/write-load-report.ts'

const sources = { codes: ['fgw-001', 'fgw-002', 'gsj-001'], agencies: ['fgw', 'gsj'] }
const phase = { connections: 50, seconds: 300, requests: 9, rate: 1, p50: 1, p90: 2, p99: 3, p999: 4, max: 5 }
const clean = { ...phase, broken: 0, timeouts: 0, refused: 0 }
const written = { imports: 3, items: 9, failed: 0, slowest: 100 }
const readings = [53, 65, 70, 79, 70, 66, 64, 77, 79, 66, 79].map((heap, minute) => ({ minute, heap, resident: 600 }))
const results = {
  machine: 'a machine',
  store: 'SQLite',
  phases: [clean],
  written,
  edited: { drafts: 1, saves: 20, failed: 0, slowest: 10 },
  readings,
  loads: [1, 2],
  logged: 0,
} as const

describe('the mix of reads', () => {
  it('gives every kind its share of a hundred', () => {
    expect(kinds.reduce((sum, { share }) => sum + share, 0)).toBe(100)
    const hundred = mixReads(sources).slice(0, 100)
    const flowcharts = hundred.filter(({ path }) => path.endsWith('flowchart.svg'))
    expect(flowcharts).toHaveLength(8)
  })

  it('mixes the kinds instead of asking one after the other', () => {
    const ledgers = mixReads(sources)
      .slice(0, 100)
      .flatMap(({ path }, place) => (path.includes('/ledger') ? [place] : []))
    expect(ledgers).toHaveLength(4)
    expect((ledgers.at(-1) ?? 0) - (ledgers[0] ?? 0)).toBeGreaterThan(10)
  })
})

describe('the growth of memory', () => {
  it('is read from the floors of the later thirds: neither a start counts nor a minute with much to keep', () => {
    expect(growthOfMemory(readings)).toBeCloseTo((66 - 64) / 3, 5)
    expect(growthOfMemory(readings.slice(0, 2))).toBe(0)
  })

  it('is told when it goes on', () => {
    const growing = readings.map(({ minute }) => ({ minute, resident: 600, heap: 200 + 10 * minute }))
    expect(writeLoadReport({ ...results, readings: growing })).toContain('**it was still growing**')
    expect(writeLoadReport(results)).toContain('it has levelled off')
  })
})

describe('the report of a load', () => {
  it('says that no request failed only when none did', () => {
    expect(writeLoadReport(results)).toContain('No request failed')
    const failed = writeLoadReport({ ...results, phases: [clean, { ...clean, timeouts: 2, refused: 1 }] })
    expect(failed).toContain('**3 requests failed**')
    expect(failed).not.toContain('No request failed')
  })
})
