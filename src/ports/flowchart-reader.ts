import type { FlowchartReading } from '../domain/written-flowchart.ts'

/** Understands hand-written Mermaid source, by Mermaid's own parser. */
export interface FlowchartReader {
  /**
   * Steps, lines and boxes of a source, or where its syntax breaks. The same source is read once.
   *
   * @throws CatalogError `flowchart-failed` when the parser gave up or ran out of time.
   */
  read(source: string): Promise<FlowchartReading>
  close(): Promise<void>
}
