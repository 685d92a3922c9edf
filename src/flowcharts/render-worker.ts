/**
 * Draws flowcharts in a process of its own: its own globals, its own memory, and it can be ended when it takes too long.
 *
 * The window must stand before Mermaid is loaded, hence the import in the middle.
 */
import { chartConfig } from './chart-config.ts'
import { installChartWindow } from './chart-window.ts'
import { drawnId, finishSvg } from './finish-svg.ts'
import { findForbidden } from './gate-svg.ts'
import { installLineBreaking } from './line-breaking.ts'
import type { DrawAnswer, DrawJob } from './render-messages.ts'
import { serveJobs } from './serve-jobs.ts'
import { readSyntaxError } from './syntax-error.ts'

installChartWindow()
installLineBreaking()
const { default: mermaid } = await import('mermaid')
emptyOtherSections()
mermaid.initialize(chartConfig)
// The first chart loads the kind of chart; from here on all take their own time only.
await mermaid.render(drawnId, 'flowchart TD\n  a["甲"]')
serveJobs(draw)

/** Mermaid copies its whole configuration dozens of times a step; the sections of other kinds of charts are half of the time. */
function emptyOtherSections(): void {
  const sections: Record<string, unknown> = mermaid.mermaidAPI.defaultConfig as unknown as Record<string, unknown>
  const kept = new Set(['flowchart', 'elk', 'themeVariables', 'secure'])
  for (const [name, section] of Object.entries(sections)) {
    if (typeof section !== 'object' || section === null || Array.isArray(section) || kept.has(name)) continue
    for (const key of Object.keys(section)) Reflect.deleteProperty(section, key)
  }
}

async function draw({ source, id }: DrawJob): Promise<DrawAnswer> {
  try {
    const { svg: drawn } = await mermaid.render(drawnId, source)
    const svg = finishSvg(drawn, id)
    const forbidden = findForbidden(svg)
    return forbidden.length === 0 ? { kind: 'drawn', svg } : { kind: 'forbidden', forbidden: forbidden.slice(0, 5) }
  } catch (error) {
    const fault = readSyntaxError(error, source)
    return fault === null ? { kind: 'failed', cause: String(error) } : { kind: 'fault', fault }
  } finally {
    // jsdom's weak references live until the turn ends.
    await new Promise((resolve) => setImmediate(resolve))
  }
}
