import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Writable } from 'node:stream'
import { describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import request from 'supertest'
import { RequestFigures, writeMetrics } from '../../../src/web/operation/metrics.ts'
import { observeRequests } from '../../../src/web/operation/observe-requests.ts'
import { routeOf } from '../../../src/web/operation/route-of.ts'

function aLog(level: string) {
  const lines: Record<string, unknown>[] = []
  const into = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)))
      done()
    },
  })
  return { lines, log: pino({ level }, into) }
}

function anObserved(application: RequestListener, level = 'debug') {
  const { lines, log } = aLog(level)
  const figures = new RequestFigures()
  const server = createServer(observeRequests(application, { figures, log }))
  return { lines, figures, server }
}

describe('the log of answers', () => {
  it('holds route, status, time and size, and nothing of the reader or his words', async () => {
    const { lines, server } = anObserved((_req, res) => res.end('abc'))
    await request(server).get('/api/v1/items/fgw-001/guide?q=%E7%A6%BB%E5%A9%9A').set('User-Agent', 'Somebody/1')
    const [{ time: _time, pid: _pid, hostname: _hostname, ...line } = {}] = lines
    expect(line).toEqual({
      level: 20,
      msg: 'answered',
      method: 'GET',
      route: '/api/v1/items/:code/guide',
      status: '200',
      ms: expect.any(Number),
      bytes: expect.any(Number),
    })
    expect(Number(line.bytes)).toBeGreaterThan(3)
  })

  it('warns of answers from 500 up and is silent on others at its usual level', async () => {
    const { lines, server } = anObserved((req, res) => {
      res.statusCode = req.url === '/items' ? 503 : 404
      res.end()
    }, 'info')
    await request(server).get('/items')
    await request(server).get('/agencies')
    expect(lines).toEqual([expect.objectContaining({ level: 40, route: '/items', status: '503' })])
  })

  it('counts each of several answers on one connection once, whenever they are complete', async () => {
    const answers: Record<string, RequestListener> = {
      '/items': (_req, res) => res.end('abc'),
      '/agencies': (_req, res) => void setTimeout(() => res.end('abcdef'), 50),
    }
    const { figures, server } = anObserved((req, res) => answers[req.url ?? '']?.(req, res))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    // All at once: those behind the slow one have to wait for it.
    const ask = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${more}\r\n`
    socket.write(ask('/items') + ask('/agencies') + ask('/items') + ask('/items', 'Connection: close\r\n'))
    let received = 0
    for await (const chunk of socket) received += (chunk as Buffer).length
    await new Promise((resolve) => server.close(resolve))
    const text = writeMetrics(figures.families())
    expect(text).toContain('_count{method="GET",route="/items",status="200"} 3')
    expect(text).toContain('_count{method="GET",route="/agencies",status="200"} 1')
    expect(Number(/banshi_http_sent_bytes_total (\d+)/.exec(text)?.[1])).toBe(received)
  })

  it('counts a reader who left as aborted', async () => {
    const { figures, server } = anObserved((_req, res) => void res.write('a'))
    const left = once(server, 'request').then(([, res]) => once(res, 'close'))
    await expect(request(server).get('/items').timeout(100)).rejects.toThrow()
    await left
    expect(writeMetrics(figures.families())).toContain('_count{method="GET",route="/items",status="aborted"} 1')
  })
})

describe('the route of an address', () => {
  it.each([
    ['/', '/'],
    ['/?from=x', '/'],
    ['/items?q=离婚', '/items'],
    ['/items/fgw-001', '/items/:code'],
    ['/api/v1/items/fgw-001/flowchart.svg', '/api/v1/items/:code/flowchart.svg'],
    ['/api/v1/agencies/fgw', '/api/v1/agencies/:code'],
    ['/assets/site.css', '/assets/:code'],
    ['/wp-login.php', 'other'],
    ['/items/a/b/c/d', 'other'],
    ['http://elsewhere/', 'other'],
  ])('%s is %s', (url, route) => {
    expect(routeOf(url)).toBe(route)
  })
})
