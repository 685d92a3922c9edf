/** Turns Mermaid source into a picture, off the process that answers readers. */
export interface FlowchartRenderer {
  /** Names everything that shapes the picture besides the source: the same key means the same bytes. Hexadecimal. */
  keyOf(source: string): string
  /**
   * A complete SVG document that passed the allow-list gate.
   *
   * @throws CatalogError `flowchart-refused` (facts: `line`, `column`, `reason`) when the source is not accepted,
   *   `flowchart-failed` when the renderer gave up or ran out of time.
   */
  render(source: string): Promise<string>
  close(): Promise<void>
}
