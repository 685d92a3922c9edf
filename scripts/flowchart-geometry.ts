import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver, type Page } from 'playwright-core'
import { writeProcedureChart } from '../src/domain/flowchart-text.ts'
import { chartConfig } from '../src/flowcharts/chart-config.ts'
import { drawnId, finishSvg } from '../src/flowcharts/finish-svg.ts'
import { sampleProcedures } from '../test/flowcharts/sample-procedures.ts'

/** Where a step stands and how large its shape is, in px. */
export interface StepBox {
  x: number
  y: number
  width: number
  height: number
}
export type Geometry = Readonly<Record<string, StepBox>>

/** Mermaid source of each sample procedure. */
export const sampleSources: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(sampleProcedures).map(([name, procedure]) => [
    name,
    writeProcedureChart(procedure, { title: name, note: '' }),
  ]),
)

const { resolve } = createRequire(import.meta.url)

/** The boxes of the steps in a finished picture, by the step's name in the source. */
export function readGeometry(svg: string): Geometry {
  const steps = svg.matchAll(
    /<g class="node[^"]*" id="[^"]*-flowchart-(\w+)-\d+" transform="translate\((-?[\d.]+), (-?[\d.]+)\)">([\s\S]*?)<g class="label"/g,
  )
  return Object.fromEntries(
    [...steps].map(([, name = '', x, y, shape = '']) => [name, { x: Number(x), y: Number(y), ...sizeOf(shape) }]),
  )
}

function sizeOf(shape: string): { width: number; height: number } {
  const rect = /<rect[^>]*\swidth="([\d.]+)" height="([\d.]+)"/.exec(shape)
  if (rect !== null) return { width: Number(rect[1]), height: Number(rect[2]) }
  const numbers = (/\s(?:points|d)="([^"]*)"/.exec(shape)?.[1] ?? '').match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? []
  const span = (values: number[]) => Math.round(100 * (Math.max(...values) - Math.min(...values))) / 100
  return { width: span(numbers.filter((_, i) => i % 2 === 0)), height: span(numbers.filter((_, i) => i % 2 === 1)) }
}

/** A Chromium from the npm package; `null` where it cannot be started. */
export async function openChromium(): Promise<Browser | null> {
  try {
    const executablePath = await chromium.executablePath()
    return await driver.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    })
  } catch {
    return null
  }
}

/** An empty page with a Chinese type under the first name that the charts ask for. @throws when the type did not load. */
export async function openChartPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  const font = readFileSync(resolve('@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2'))
  const source = `url(data:font/woff2;base64,${font.toString('base64')})`
  await page.setContent('<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body></body></html>')
  await page.addStyleTag({ content: `@font-face{font-family:"PingFang SC";src:${source};font-weight:100 900}` })
  const width = await page.evaluate(`(async () => {
    await document.fonts.load('16px "PingFang SC"', '受理审查')
    const pen = document.createElement('canvas').getContext('2d')
    pen.font = '16px "PingFang SC"'
    return pen.measureText('受理审查').width
  })()`)
  if (Math.abs(Number(width) - 64) > 0.01) throw new Error(`the Chinese type did not load: ${width} px instead of 64`)
  return page
}

/** What Mermaid draws in the browser from the same source with the same settings, finished alike. */
export async function drawInBrowser(page: Page, source: string): Promise<string> {
  if (!(await page.evaluate('Boolean(window.mermaid)'))) {
    const breaking = readFileSync(new URL(lineBreakingFile(), import.meta.url), 'utf8')
    await page.addScriptTag({ content: `{${breaking.replace(/^export /gm, '')}\ninstallLineBreaking()}` })
    await page.addScriptTag({ path: resolve('mermaid/dist/mermaid.min.js') })
    if (await page.evaluate('!/glue/.test(Intl.Segmenter)')) throw new Error('the line breaking is not in place')
    await page.evaluate(`mermaid.initialize(${JSON.stringify(chartConfig)})`)
  }
  const drawn = await page.evaluate(`mermaid.render('${drawnId}', ${JSON.stringify(source)}).then(({ svg }) => svg)`)
  return finishSvg(String(drawn), 'chart')
}

function lineBreakingFile(): string {
  const name = 'src/flowcharts/line-breaking.js'
  return import.meta.url.endsWith('.ts') ? `../dist/${name}` : `../${name}`
}
