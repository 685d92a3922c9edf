/**
 * Reads flowchart sources in a process of its own, so that a hostile one can be ended.
 *
 * Mermaid's parser needs no window; only the cleaner of HTML does, and what it cleans is never shown. Hence the stand-in, which must
 * be there before Mermaid is loaded and must never meet one that draws.
 */
import DOMPurify from 'dompurify'
import { chartConfig } from './chart-config.ts'
import { chartOf, type ParsedChart } from './parsed-chart.ts'
import type { ReadAnswer, ReadJob } from './render-messages.ts'
import { serveJobs } from './serve-jobs.ts'
import { faultOfOtherChart, readSyntaxError } from './syntax-error.ts'

Object.assign(DOMPurify, { sanitize: String, addHook() {}, removeHook() {} })
const { default: mermaid } = await import('mermaid')
mermaid.initialize(chartConfig)
const given = recordTexts(await parse('flowchart TD\n  a["甲"]'))
serveJobs(read)

async function parse(source: string): Promise<ParsedChart> {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(source)
  return db as unknown as ParsedChart
}

/** Mermaid keeps the last text of a step; what it was given before is written down from here on. */
function recordTexts(first: ParsedChart): { id: string; text: string }[] {
  const texts: { id: string; text: string }[] = []
  const kind: { addVertex: ParsedChart['addVertex'] } = Object.getPrototypeOf(first)
  const { addVertex } = kind
  kind.addVertex = function (this: ParsedChart, id, label, ...rest) {
    if (typeof label?.text === 'string') texts.push({ id, text: label.text })
    return addVertex.call(this, id, label, ...rest)
  }
  return texts
}

async function read({ source }: ReadJob): Promise<ReadAnswer> {
  given.length = 0
  try {
    const chart = await parse(source)
    if (typeof chart.getVertices !== 'function') return { kind: 'fault', fault: faultOfOtherChart(source) }
    return { kind: 'read', chart: chartOf(chart, given) }
  } catch (error) {
    const fault = readSyntaxError(error, source)
    return fault === null ? { kind: 'failed', cause: String(error) } : { kind: 'fault', fault }
  }
}
