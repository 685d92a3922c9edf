/** The yardstick: a `node:http` server that answers every request with the bytes of one file. Usage: bare-server <file> <content type>. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const [file = '', type = 'text/plain'] = process.argv.slice(2)
const body = readFileSync(file)
const server = createServer((_req, res) => {
  res.writeHead(200, { 'Content-Type': type, 'Content-Length': body.byteLength })
  res.end(body)
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
