import { describe, expect, it } from '@jest/globals'
import { renderToString } from 'preact-render-to-string'
import { ItemsPage } from '../../../views/pages/items-page.tsx'

/** The list of a catalogue of so many agencies, each with one item, and of so many decisions. */
function pageOf(agencies: number, decisions = 0): string {
  const agency = Array.from({ length: agencies }, (_, index) => ({
    value: `a${index}`,
    label: `第${index + 1}局`,
    count: 1,
  }))
  const frame = { url: '/items', origin: '', city: '湘潭市', updatedAt: null, asOf: null }
  return renderToString(
    <ItemsPage
      frame={{ ...frame, display: { text: 'normal', contrast: 'normal' } }}
      list={{
        data: [],
        meta: { total: agencies, page: 1, pageSize: 20, asOf: '2015-03-12' },
        facets: { audience: [], theme: [], type: [], agency, state: [] },
      }}
      words=""
      filters={{}}
      choice={{
        today: '2015-03-12',
        decisions: Array.from({ length: decisions }, (_, index) => ({
          id: `d${index}`,
          title: `决定${index}`,
          effectiveOn: '2014-05-05',
          eve: '2014-05-04',
        })),
      }}
    />,
  )
}
const choicesOn = (html: string) => [...html.matchAll(/href="\/items\?agency=/g)].length

describe('the filters of the list', () => {
  it('offer every agency of a city', () => {
    const html = pageOf(60)
    expect([choicesOn(html), html.includes('没有列出')]).toEqual([60, false])
  })

  it('offer the first sixty agencies of a province, and say how many there are besides', () => {
    const html = pageOf(4500)
    expect(choicesOn(html)).toBe(60)
    expect(html).toContain('另有 4440 个没有列出')
    expect(html).toContain('按部门找')
  })
})

describe('the days that the list offers', () => {
  const daysOn = (html: string) => [...html.matchAll(/class="decision-days"/g)].length

  it('are those of every decision of a city', () => {
    const html = pageOf(1, 60)
    expect([daysOn(html), html.includes('更早的决定（56 个）'), html.includes('没有列出')]).toEqual([60, true, false])
  })

  it('are those of the latest sixty of a province, and the others can be written', () => {
    const html = pageOf(1, 3000)
    expect([daysOn(html), html.includes('更早的决定（2996 个）')]).toEqual([60, true])
    expect(html).toContain('再早的 2940 个没有列出')
  })
})
