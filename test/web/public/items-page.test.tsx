import { describe, expect, it } from '@jest/globals'
import { renderToString } from 'preact-render-to-string'
import { ItemsPage } from '../../../views/pages/items-page.tsx'

/** The list of a catalogue of so many agencies, each with one item. */
function pageOf(agencies: number): string {
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
      choice={{ today: '2015-03-12', decisions: [] }}
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
