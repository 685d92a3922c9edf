import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import request, { type Test } from 'supertest'
import { serveFinishedAnswers } from '../../../src/web/finished/serve-finished-answers.ts'

const words = '办事指南，'.repeat(1000)

/** How the application behind answers; each address a case of its own. */
const application: Readonly<Record<string, RequestListener>> = {
  '/bad': (_req, res) => {
    res.statusCode = 400
    res.end('坏')
  },
  '/drawing': (_req, res) => {
    res.setHeader('Cache-Control', 'no-store')
    res.end(words)
  },
  '/streamed': (_req, res) => {
    res.write('甲')
    res.end('乙')
  },
  '/by-language': (_req, res) => {
    res.setHeader('Vary', 'Accept-Language')
    res.end('甲')
  },
  '/twice': (_req, res) => {
    res.setHeader('Content-Type', 'text/plain')
    res.end(words)
    if (!res.headersSent) res.end('again')
  },
  '/display': (req, res) => {
    res.setHeader('Vary', 'Cookie')
    res.end(req.headers.cookie ?? '')
  },
}

/** A listener that counts how often it is asked, behind the finished answers, over a catalogue that can be changed. */
function aSite(options: { mostBytes?: number; delay?: number } = {}) {
  const state = { asked: 0, revision: 1, day: '2015-03-01', changed: 0, seen: [] as IncomingMessage['headers'][] }
  const page: RequestListener = (_req, res) => {
    res.setHeader('Content-Type', 'text/html; charset=utf-8')
    res.setHeader('ETag', `"tag${state.revision}"`)
    const body = `${words}${state.revision}`
    setTimeout(() => res.end(body), options.delay ?? 0)
  }
  const answers = serveFinishedAnswers(
    (req, res) => {
      state.asked += 1
      state.seen.push(req.headers)
      const answer = application[new URL(req.url ?? '', 'http://site').pathname] ?? page
      answer(req, res)
    },
    { servedRevision: async () => state.revision, today: () => state.day },
    {
      changed: () => {
        state.changed += 1
      },
      ...options,
    },
  )
  return { state, answers, server: createServer(answers.handler) }
}

/** Each request of supertest has its own port, and so its own host, unless it is told one. */
const ask = (server: Server, path: string, headers: Record<string, string> = {}): Test =>
  request(server)
    .get(path)
    .set({ Host: 'banshi.test', 'Accept-Encoding': 'identity', ...headers })
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('finished answers', () => {
  it('leave without asking the application again, with the same body and headers', async () => {
    const { state, server } = aSite()
    const first = await ask(server, '/a')
    const second = await ask(server, '/a')
    expect(state.asked).toBe(1)
    expect([second.text, second.headers.etag, second.headers['content-type']]).toEqual([
      first.text,
      '"tag1"',
      'text/html; charset=utf-8',
    ])
  })

  it.each([
    ['revision', { revision: 2 }],
    ['revision, by somebody whose store was set back,', { revision: 0 }],
    ['day', { day: '2015-03-02' }],
  ])('are thrown away when the %s has changed', async (_what, change) => {
    const { state, server } = aSite()
    await ask(server, '/a')
    Object.assign(state, change)
    await pause(300)
    expect((await ask(server, '/a')).text).toBe(`${words}${state.revision}`)
    expect(state.asked).toBe(2)
  })

  it('are thrown away at once after a request that changes the catalogue, and the others are told', async () => {
    const { state, server } = aSite()
    await ask(server, '/a')
    state.revision = 2
    await request(server).post('/b')
    expect((await ask(server, '/a')).text).toBe(`${words}2`)
    expect(state.changed).toBe(1)
  })

  it('are thrown away at once when another process says so', async () => {
    const { state, server, answers } = aSite()
    await ask(server, '/a')
    state.revision = 2
    answers.lookAgain()
    expect((await ask(server, '/a')).text).toBe(`${words}2`)
  })

  it('are made once when many readers ask at the same time', async () => {
    const { state, server } = aSite({ delay: 100 })
    server.listen(0)
    const all = await Promise.all(Array.from({ length: 20 }, () => ask(server, '/a')))
    server.close()
    expect(new Set(all.map(({ text }) => text)).size).toBe(1)
    expect(state.asked).toBe(1)
  })

  it('are not given to those who ask under another host, for pages print the host', async () => {
    const { state, server } = aSite()
    await ask(server, '/a')
    await ask(server, '/a', { Host: 'elsewhere.test' })
    expect(state.asked).toBe(2)
  })

  it.each(['/bad', '/drawing', '/streamed', '/by-language'])('do not come of %s', async (path) => {
    const { state, server } = aSite()
    const first = await ask(server, path)
    const second = await ask(server, path)
    expect(state.asked).toBe(2)
    expect(second.text).toBe(first.text)
  })

  it('take no more memory than they may, whatever is asked for', async () => {
    const mostBytes = 200_000
    const { answers, server, state } = aSite({ mostBytes })
    server.listen(0)
    for (let n = 0; n < 60; n += 1) {
      await ask(server, `/a?n=${n}`, { 'Accept-Encoding': n % 2 === 0 ? 'br' : 'identity' })
      expect(answers.figures().bytes).toBeLessThanOrEqual(mostBytes)
    }
    expect(answers.figures().count).toBeGreaterThan(5)
    await ask(server, '/a?n=59')
    expect(state.asked).toBe(60)
    await ask(server, '/a?n=1')
    server.close()
    expect(state.asked).toBe(61)
  })
})

describe('the encodings of a finished answer', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.2, gzip;q=0.9', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;Q=1', 'gzip'],
    ['deflate', undefined],
    ['identity', undefined],
    ['identity, gzip;q=0.5', undefined],
    ['', undefined],
    ['br;q=much', undefined],
  ])('for "%s" is %s', async (accepted, expected) => {
    const { server } = aSite()
    const { headers } = await ask(server, '/a', { 'Accept-Encoding': accepted })
    expect(headers['content-encoding']).toBe(expected)
    expect(headers.vary).toBe('Accept-Encoding')
  })

  it('are made of one rendering, and hold the same content', async () => {
    const { state, server } = aSite()
    const packed = await ask(server, '/a', { 'Accept-Encoding': 'br' })
    const zipped = await ask(server, '/a', { 'Accept-Encoding': 'gzip' })
    const plain = await ask(server, '/a')
    expect([packed.text, zipped.text]).toEqual([plain.text, plain.text])
    expect(Number(packed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 10)
    expect(state.asked).toBe(1)
  })

  it('have strong tags of their own, each answered 304 without a body', async () => {
    const { server } = aSite()
    for (const [encoding, tag] of [
      ['identity', '"tag1"'],
      ['gzip', '"tag1-gz"'],
      ['br', '"tag1-br"'],
    ] as const) {
      expect((await ask(server, '/a', { 'Accept-Encoding': encoding })).headers.etag).toBe(tag)
      for (const match of [tag, `"other", ${tag}`, `W/${tag}`]) {
        const answer = await ask(server, '/a', { 'Accept-Encoding': encoding, 'If-None-Match': match })
        expect([answer.status, answer.headers.etag, answer.text]).toEqual([304, tag, ''])
        expect(answer.headers['content-length']).toBeUndefined()
      }
    }
  })

  it('are packed while the application takes them for sent, so that it does not answer again', async () => {
    const { server } = aSite()
    const { text, headers } = await ask(server, '/twice', { 'Accept-Encoding': 'gzip' })
    expect([headers['content-encoding'], text]).toEqual(['gzip', words])
  })

  it('are sent whole to a reader who has an older one, also when he is the first to ask', async () => {
    const { state, server } = aSite()
    expect((await ask(server, '/a', { 'If-None-Match': '"tag0-br"' })).status).toBe(200)
    expect(state.seen[0]).not.toHaveProperty('if-none-match')
  })

  it('answer 304 to a reader who is the first to ask and has this one', async () => {
    const { server } = aSite()
    expect((await ask(server, '/a', { 'If-None-Match': '"tag1-br"' })).status).toBe(304)
  })
})

describe('who is given a finished answer', () => {
  it('is somebody who asks for the head alone: the same head, no body', async () => {
    const { state, server } = aSite()
    const head = await request(server).head('/a').set({ Host: 'banshi.test', 'Accept-Encoding': 'br' })
    const full = await ask(server, '/a', { 'Accept-Encoding': 'br' })
    expect(state.asked).toBe(1)
    const { date, ...others } = full.headers
    expect(head.headers).toMatchObject(others)
    expect(head.text).toBeUndefined()
  })

  it('is somebody with the same display, not somebody with another', async () => {
    const { state, server } = aSite()
    await ask(server, '/display', { Cookie: 'text=large' })
    expect((await ask(server, '/display', { Cookie: 'text=large' })).text).toBe('text=large')
    expect((await ask(server, '/display', { Cookie: 'text=large; contrast=high' })).text).toContain('contrast=high')
    expect((await ask(server, '/display')).text).toBe('')
    expect(state.asked).toBe(3)
  })

  it.each([{ Cookie: 'session=1' }, { Authorization: 'Bearer x' }])(
    'is nobody with a name: %p is answered for that reader alone',
    async (credentials) => {
      const { state, server } = aSite()
      const own = await ask(server, '/a', credentials as unknown as Record<string, string>)
      expect(own.headers['cache-control']).toBe('private, no-cache')
      expect((await ask(server, '/a')).headers['cache-control']).toBe('public, no-cache')
      await ask(server, '/a', credentials as unknown as Record<string, string>)
      expect(state.asked).toBe(3)
    },
  )

  it('is nobody who posts, or asks for a part', async () => {
    const { state, server } = aSite()
    await ask(server, '/a')
    await request(server).post('/a').set('Host', 'banshi.test')
    await ask(server, '/a', { Range: 'bytes=0-1' })
    expect(state.asked).toBe(3)
  })
})
