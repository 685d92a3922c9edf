import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from '@jest/globals'
import {
  drawInBrowser,
  type Geometry,
  openChartPage,
  openChromium,
  readGeometry,
  sampleSources,
} from '../../scripts/flowchart-geometry.ts'
import { readNumbers } from '../../src/flowcharts/boxes.ts'
import { measureText } from '../../src/flowcharts/text-widths.ts'
import { createWorkerFlowchartRenderer } from '../../src/flowcharts/worker-flowchart-renderer.ts'

const renderer = createWorkerFlowchartRenderer({ timeoutMs: 60_000 })
const browser = await openChromium()
afterAll(async () => {
  await renderer.close()
  await browser?.close()
})

/** Largest difference of any place or size, in px. */
function differ(ours: Geometry, theirs: Geometry): number {
  expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort())
  const offsets = Object.entries(theirs).flatMap(([name, box]) =>
    (['x', 'y', 'width', 'height'] as const).map((side) => Math.abs((ours[name]?.[side] ?? Infinity) - box[side])),
  )
  return Math.max(...offsets)
}

describe('the places and sizes of the steps', () => {
  it.each(Object.entries(sampleSources))('are those a browser gave them, within 1 px: %s', async (name, source) => {
    const recorded = JSON.parse(readFileSync(new URL(`./recorded/${name}.json`, import.meta.url), 'utf8')) as Geometry
    expect(differ(readGeometry(await renderer.render(source)), recorded)).toBeLessThan(1)
  })

  it('are those that the browser here gives them, where one can be started', async () => {
    if (browser === null) return
    const page = await openChartPage(browser)
    for (const source of Object.values(sampleSources)) {
      const theirs = readGeometry(await drawInBrowser(page, source))
      expect(differ(readGeometry(await renderer.render(source)), theirs)).toBeLessThan(1)
    }
  })
})

describe('Chinese text', () => {
  it.each(Object.entries(sampleSources))('is narrower than the shape around it: %s', async (_, source) => {
    const svg = await renderer.render(source)
    const labels = [...svg.matchAll(/id="[^"]*-flowchart-(\w+)-\d+"[\s\S]*?<text[\s\S]*?<\/text>/g)]
    const geometry = readGeometry(svg)
    expect(labels.length).toBe(Object.keys(geometry).length)
    for (const [label, name = ''] of labels) {
      const lines = label.split('text-outer-tspan').slice(1).map(wordsOf)
      const widest = Math.max(...lines.map((line) => measureText(line) * 16))
      expect(widest).toBeLessThanOrEqual(geometry[name]?.width ?? 0)
    }
  })

  it('stays inside its shape in the browser here, where one can be started', async () => {
    if (browser === null) return
    const page = await openChartPage(browser)
    for (const source of Object.values(sampleSources)) {
      const svg = await renderer.render(source)
      const clipped = await page.evaluate(`(() => {
        document.body.innerHTML = ${JSON.stringify(svg)}
        return [...document.querySelectorAll('g.node')].filter((node) => {
          const text = node.querySelector('text').getBoundingClientRect()
          const shape = node.querySelector('.label-container').getBoundingClientRect()
          return text.left < shape.left || text.right > shape.right || text.top < shape.top || text.bottom > shape.bottom
        }).map((node) => node.textContent)
      })()`)
      expect(clipped).toEqual([])
    }
  })
})

function wordsOf(line: string): string {
  return line.replace(/^[^>]*>/, '').replace(/<[^>]*(?:>|$)/g, '')
}

describe('reading numbers', () => {
  it('takes signs, fractions and exponents', () => {
    expect(readNumbers('-1.5,2e1 .5')).toEqual([-1.5, 20, 0.5])
    expect(readNumbers(null)).toEqual([])
  })
})
