import { describe, expect, it } from '@jest/globals'
import { figure, mergeFamilies, RequestFigures, writeMetrics } from '../../../src/web/operation/metrics.ts'

const anAnswer = { method: 'GET', route: '/items/:code', status: '200', seconds: 0.004, bytes: 1000 }
const written = (figures: RequestFigures) => writeMetrics(figures.families())

describe('figures of requests', () => {
  it('count answers into buckets that hold all faster ones too', () => {
    const figures = new RequestFigures()
    figures.count(anAnswer)
    figures.count({ ...anAnswer, seconds: 60 })
    const text = written(figures)
    const labels = 'method="GET",route="/items/:code",status="200"'
    const name = 'banshi_http_request_duration_seconds'
    expect(text).toContain(`${name}_bucket{${labels},le="0.0025"} 0\n`)
    expect(text).toContain(`${name}_bucket{${labels},le="0.005"} 1\n`)
    expect(text).toContain(`${name}_bucket{${labels},le="+Inf"} 2\n`)
    expect(text).toContain(`${name}_sum{${labels}} 60.004\n`)
    expect(text).toContain(`${name}_count{${labels}} 2\n`)
    expect(text).toContain('banshi_http_sent_bytes_total 2000\n')
  })

  it('count routes beyond a bound together, so that nobody can fill the memory', () => {
    const figures = new RequestFigures()
    for (let n = 0; n < 1000; n += 1) figures.count({ ...anAnswer, route: `/r${n}` })
    const routes = new Set(written(figures).match(/route="[^"]*"/g))
    expect(routes.size).toBe(401)
    expect(routes).toContain('route="other"')
  })
})

it('figures of several processes stand in one family, each with its process', () => {
  const merged = mergeFamilies({ 1: [figure('x', 'gauge', 'X.', 5)], 2: [figure('x', 'gauge', 'X.', 6)] })
  expect(writeMetrics(merged)).toBe('# HELP x X.\n# TYPE x gauge\nx{worker="1"} 5\nx{worker="2"} 6\n')
})
