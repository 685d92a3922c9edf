import { describe, expect, it } from '@jest/globals'
import { CatalogError } from '../../src/domain/catalog-error.ts'
import type { FlowchartReader } from '../../src/ports/flowchart-reader.ts'
import { createWithCharts } from '../../src/use-cases/read-charts.ts'
import { aContext } from '../domain/rules/an-item.ts'

/** A reader that writes down what it is given. */
function aReader(read: FlowchartReader['read']) {
  const sources: string[] = []
  const reader: FlowchartReader = {
    async read(source) {
      sources.push(source)
      return read(source)
    },
    async close() {},
  }
  return { withCharts: createWithCharts(reader), sources }
}
const chart = { title: null, description: null, nodes: [], edges: [], boxes: [] }
const failing = (cause: string) =>
  aReader(() => Promise.reject(new CatalogError('flowchart-failed', { cause }))).withCharts(aContext(), [
    { mermaid: 'flowchart TD' },
  ])

describe('the charts that the rules are told', () => {
  it('are read once for a source, and none for items without', async () => {
    const { withCharts, sources } = aReader(async () => ({ chart }))
    const known = aContext()
    expect(await withCharts(known, [{ mermaid: null }])).toBe(known)
    const mermaid = 'flowchart TD\n a'
    const { charts } = await withCharts(known, [{ mermaid }, { mermaid: null }, { mermaid }])
    expect([...charts]).toEqual([[mermaid, { chart }]])
    expect(sources).toEqual([mermaid])
  })

  it('leave out what is too large to be read', async () => {
    const { withCharts, sources } = aReader(async () => ({ chart }))
    const { charts } = await withCharts(aContext(), [{ mermaid: `flowchart TD\n${'a-->b\n'.repeat(2_000)}` }])
    expect([charts.size, sources]).toEqual([0, []])
  })

  it('tell of one that takes too long, and fail when there is no parser', async () => {
    const { charts } = await failing('timeout')
    expect(charts.get('flowchart TD')?.fault?.reason).toContain('没有在规定时间内读完')
    await expect(failing('exit 1')).rejects.toMatchObject({ code: 'flowchart-failed' })
  })
})
