import { describe, expect, it } from '@jest/globals'
import { spreadLabels } from '../../scripts/bench-province/chart-scale.ts'
import { drawGrowth } from '../../scripts/bench-province/draw-growth.ts'
import { growthOf, type Measured, type Part, parts } from '../../scripts/bench-province/parts.ts'
import { writeReport } from '../../scripts/bench-province/write-report.ts'

const part: Part = { key: 'check', name: 'check by all rules', short: 'all rules', unit: 'ms', cost: 'whole' }
const at = (size: number, values: Record<string, number>): Measured => ({ size, decisions: 0, agencies: 45, values })
const circumstances = { machine: 'a machine', command: 'npm run bench:province', loads: [1, 2] }

describe('the growth of a part', () => {
  it.each([
    ['in proportion', 10, 1, false],
    ['as n·log n', 13.8, 1.14, false],
    ['with the square', 100, 2, true],
    ['not at all', 1, 0, false],
  ])('is told where cost grows %s', (_, times, exponent, isWorse) => {
    const growth = growthOf(part, at(432, { check: 300 }), at(4_320, { check: 300 * times }))
    expect(growth?.exponent).toBeCloseTo(exponent, 2)
    expect(growth?.isWorse).toBe(isWorse)
  })

  it('is not told of what was not measured, or of what is over at once', () => {
    expect(growthOf(part, at(432, {}), at(4_320, { check: 1 }))).toBeUndefined()
    expect(growthOf(part, at(432, { check: 0.001 }), at(4_320, { check: 0.04 }))).toBeUndefined()
  })

  it('stands in the report, bold and by name where it is too fast', () => {
    const report = writeReport([at(432, { check: 300 }), at(4_320, { check: 30_000 })], circumstances)
    expect(report).toContain('| check by all rules, ms | 300 | 30,000 | **2.00** |')
    expect(report).toContain('Faster somewhere: check by all rules.')
  })

  it('is praised only where no part grows faster', () => {
    const report = writeReport([at(432, { check: 300 }), at(4_320, { check: 3_000 })], circumstances)
    expect(report).toContain('No part grows faster.')
  })
})

describe('the chart of growth', () => {
  it('leaves every label room, in the order of the lines', () => {
    const heights = spreadLabels([100, 101, 102, 300, 299], 20, { top: 0, bottom: 400 })
    const sorted = [...heights].sort((one, other) => one - other)
    expect(sorted.every((height, index) => index === 0 || height - (sorted[index - 1] ?? 0) >= 20)).toBe(true)
    expect(heights[0]).toBeLessThan(heights[1] ?? 0)
    expect(heights[4]).toBeLessThan(heights[3] ?? 0)
  })

  it('keeps the labels in its box where it can', () => {
    const heights = spreadLabels([398, 399, 400], 20, { top: 0, bottom: 400 })
    expect(Math.max(...heights)).toBe(400)
  })

  it('names every line and the number at its end', () => {
    const drawn = drawGrowth([at(432, { check: 300, search: 2 }), at(4_320, { check: 61_234, search: 3 })])
    expect(drawn).toContain('>all rules <tspan font-weight="600">61.2 s</tspan>')
    expect(drawn).toContain('>search p50 <tspan font-weight="600">3 ms</tspan>')
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('leaves out what was measured at one size alone', () => {
    expect(drawGrowth([at(432, { check: 300, search: 2 }), at(4_320, { check: 3_000 })])).not.toContain('search p50')
  })

  it('has a short name for every kind of cost that is drawn, and no two alike', () => {
    const names = parts.flatMap(({ short }) => short ?? [])
    expect(new Set(names).size).toBe(names.length)
  })
})
