import { CatalogError } from '../domain/catalog-error.ts'
import { findRefusal } from '../domain/refuse-flowchart-source.ts'
import type { RuleContext } from '../domain/rules/rule.ts'
import type { FlowchartReading } from '../domain/written-flowchart.ts'
import type { FlowchartReader } from '../ports/flowchart-reader.ts'
import type { ApprovalItem } from '../schema/types.ts'

/** Adds what the rules need of the hand-written charts of these items. @throws CatalogError `flowchart-failed` when the parser cannot run. */
export type WithCharts = (context: RuleContext, items: Iterable<Pick<ApprovalItem, 'mermaid'>>) => Promise<RuleContext>

/** Reads every chart that is not too large to be read. One that takes too long is told as an error of its own. */
export function createWithCharts(reader: FlowchartReader): WithCharts {
  return async (context, items) => {
    const sources = new Set([...items].flatMap(({ mermaid }) => mermaid ?? []))
    if (sources.size === 0) return context
    const read = [...sources]
      .filter((source) => findRefusal(source)?.kind !== 'size')
      .map(async (source) => [source, await readChart(reader, source)] as const)
    return { ...context, charts: new Map(await Promise.all(read)) }
  }
}

async function readChart(reader: FlowchartReader, source: string): Promise<FlowchartReading> {
  try {
    return await reader.read(source)
  } catch (error) {
    const isSlow = error instanceof CatalogError && error.code === 'flowchart-failed' && error.facts.cause === 'timeout'
    if (!isSlow) throw error
    return { fault: { line: 1, column: 1, reason: '源文太复杂，没有在规定时间内读完', cause: null, found: '' } }
  }
}
