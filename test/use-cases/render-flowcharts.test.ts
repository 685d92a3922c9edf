import { describe, expect, it } from '@jest/globals'
import { CatalogError, NotFoundError } from '../../src/domain/catalog-error.ts'
import { createRenderFlowcharts } from '../../src/use-cases/render-flowcharts.ts'

/** Three items: one is drawn, one has no flowchart, one cannot be drawn. */
function threeItems() {
  const drawn: string[] = []
  const failed: string[] = []
  const renderFlowcharts = createRenderFlowcharts({
    listCodes: async () => ['good', 'none', 'bad'],
    drawFlowchart: async (code) => {
      if (code === 'none') throw new NotFoundError('flowchart', code)
      if (code === 'bad') throw new CatalogError('flowchart-failed')
      drawn.push(code)
      return true
    },
    giveWay: async () => undefined,
    failed: (code) => failed.push(code),
  })
  return { drawn, failed, renderFlowcharts }
}

describe('drawing every flowchart', () => {
  it('goes on after one that cannot be drawn, and reports it alone', async () => {
    const { drawn, failed, renderFlowcharts } = threeItems()
    expect(await renderFlowcharts({ aborted: false })).toBe(1)
    expect([drawn, failed]).toEqual([['good'], ['bad']])
  })

  it('draws nothing once it is stopped', async () => {
    const { drawn, renderFlowcharts } = threeItems()
    expect(await renderFlowcharts({ aborted: true })).toBe(0)
    expect(drawn).toEqual([])
  })
})
