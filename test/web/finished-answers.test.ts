import { createServer, type Server } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { serveFinishedAnswers } from '../../src/web/finished-answers.ts'

/** A listener that counts how often it is asked, behind the cache, over a catalogue that can be changed. */
function aSite() {
  const state = { asked: 0, revision: 1, day: '2015-03-01' }
  const listener = serveFinishedAnswers(
    (req, res) => {
      state.asked += 1
      if (req.url === '/bad') res.statusCode = 400
      res.setHeader('ETag', '"x"')
      res.write('甲')
      res.end(`乙${state.revision}`)
    },
    { catalogueRevision: async () => state.revision, today: () => state.day },
  )
  return { state, server: createServer(listener) }
}

/** Each request of supertest has its own port, and so its own host, unless it is told one. */
const ask = (server: Server, path: string, host = 'banshi.test') => request(server).get(path).set('Host', host)
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('finished answers', () => {
  it('leave without asking the application again, with the same body and headers', async () => {
    const { state, server } = aSite()
    const first = await ask(server, '/a')
    const second = await ask(server, '/a')
    expect(state.asked).toBe(1)
    expect([second.text, second.headers.etag]).toEqual([first.text, '"x"'])
  })

  it.each([
    ['revision', { revision: 2 }],
    ['day', { day: '2015-03-02' }],
  ])('are thrown away when the %s has changed', async (_what, change) => {
    const { state, server } = aSite()
    await ask(server, '/a')
    Object.assign(state, change)
    await pause(300)
    await ask(server, '/a')
    expect(state.asked).toBe(2)
  })

  it('are not given to those who ask under another host, for pages print the host', async () => {
    const { state, server } = aSite()
    await ask(server, '/a')
    await ask(server, '/a', 'elsewhere.test')
    expect(state.asked).toBe(2)
  })

  it('are not kept when they are refusals', async () => {
    const { state, server } = aSite()
    await ask(server, '/bad')
    await ask(server, '/bad')
    expect(state.asked).toBe(2)
  })

  it('are not given to a posted request', async () => {
    const { state, server } = aSite()
    await ask(server, '/a')
    await request(server).post('/a')
    expect(state.asked).toBe(2)
  })
})
