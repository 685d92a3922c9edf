/**
 * Records where a real browser puts the steps of the sample procedures, for `test/flowcharts` to hold our pictures to.
 *
 * `npm run build && node dist/scripts/record-flowchart-geometry.js`, after a new version of Mermaid or of the settings.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawInBrowser, openChartPage, openChromium, readGeometry, sampleSources } from './flowchart-geometry.ts'

const browser = await openChromium()
if (browser === null) {
  process.stderr.write('浏览器启动不了，没有记录。\n')
  process.exit(1)
}
const page = await openChartPage(browser)
for (const [name, source] of Object.entries(sampleSources)) {
  const geometry = readGeometry(await drawInBrowser(page, source))
  writeFileSync(join('test/flowcharts/recorded', `${name}.json`), `${JSON.stringify(geometry, null, 2)}\n`)
}
await browser.close()
