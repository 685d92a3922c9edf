import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { closeServer, openServer, usualLimits } from '../../src/serve/open-server.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function open(limits: Partial<typeof usualLimits>): Promise<Server> {
  const answer: RequestListener = (req, res) => {
    const reply = () => void setTimeout(() => res.end('done'), 300)
    // Newer versions of Node make no stream for a request without a body.
    if (req.readableEnded) reply()
    else req.resume().on('end', reply)
  }
  const server = await openServer(answer, {
    port: 0,
    host: '127.0.0.1',
    limits: { ...usualLimits, connectionsCheckingInterval: 50, ...limits },
  })
  servers.push(server)
  return server
}

/** Writes to a new connection and answers all that comes back until it is closed. */
async function talk(server: Server, text: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk
  })
  socket.write(text)
  await once(socket, 'close')
  return heard
}

describe('the limits of a connection', () => {
  it('cut off a client that does not finish the head of its request', async () => {
    const server = await open({ headersTimeout: 200 })
    expect(await talk(server, 'GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('cut off a client that does not finish its request', async () => {
    const server = await open({ headersTimeout: 200, requestTimeout: 300 })
    const head = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc'
    expect(await talk(server, head)).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('refuse a head that is too large', async () => {
    const server = await open({ maxHeaderSize: 1024 })
    expect(await talk(server, `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(2000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    )
  })

  it('close a connection that rests after its answer, and do not before', async () => {
    const server = await open({ silence: 1_000 })
    const begun = performance.now()
    expect(await talk(server, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 .*done$/s)
    expect(performance.now() - begun).toBeGreaterThan(1_200)
  })

  it('close a connection whose answer does not come', async () => {
    const server = await open({ silence: 150 })
    expect(await talk(server, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('')
  })

  it('let a usual request through', async () => {
    const server = await open({ headersTimeout: 200 })
    expect(await talk(server, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200 .*done$/s,
    )
  })
})

describe('closing the server', () => {
  it('finishes the answer under way and closes the connection that its reader would keep open', async () => {
    const server = await open({})
    const answer = talk(server, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(server, 'request')
    await closeServer(server)
    expect(await answer).toMatch(/^HTTP\/1\.1 200 .*done$/s)
  })
})
