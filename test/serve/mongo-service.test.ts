import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mongo } from 'mongoose'
import request from 'supertest'
import { operations } from '../../src/web/api/operations.ts'
import { decidedDecisions, decidedItems, writeDecidedCatalogue } from '../builders/a-decided-catalogue.ts'
import { aMongoDatabase } from '../builders/mongo-databases.ts'
import { removeStores, storeKinds } from '../builders/stores.ts'
import { openTcpProxy, type TcpProxy } from '../builders/tcp-proxy.ts'
import { runBanshi } from '../cli/run-banshi.ts'
import { ask, type Service, startService, waitFor } from './a-service.ts'

const catalogue = writeDecidedCatalogue()
const slowClock = fileURLToPath(new URL('./shift-clock.mjs', import.meta.url))
const running: Service[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()))
})
afterAll(async () => {
  await removeStores()
  rmSync(dirname(catalogue), { recursive: true, force: true })
})

async function start(environment: Readonly<Record<string, string>>): Promise<Service> {
  const service = await startService(environment, catalogue)
  running.push(service)
  return service
}

/** Imports fgw-001 under another name, by a process of its own. */
function rename(name: string, environment: Readonly<Record<string, string>>): void {
  const item = JSON.parse(readFileSync(join(catalogue, 'items/fgw/fgw-001.yaml'), 'utf8'))
  const file = join(dirname(catalogue), 'renamed.yaml')
  writeFileSync(file, JSON.stringify({ ...item, name }))
  const { status, stderr } = runBanshi(['import', file], environment)
  expect([status, stderr]).toEqual([0, ''])
}

const shows = async (service: Service, name: string) =>
  (await ask(service, 'items/fgw-001')).includes(name) && (await ask(service, 'api/v1/items/fgw-001')).includes(name)

const statusOf = async (service: Service, path: string) => (await fetch(service.url + path)).status

describe('banshi serve refuses to start, in one line and with status 1,', () => {
  const serve = (DATABASE_URL: string) =>
    runBanshi(['serve', '--catalogue', catalogue], { DATABASE_URL, PORT: '0', LOG_LEVEL: 'silent' })

  it('when the MongoDB server is away', async () => {
    const proxy = await openTcpProxy(aMongoDatabase(), 'serverSelectionTimeoutMS=300')
    proxy.close()
    const { status, stderr, stdout } = serve(proxy.uri)
    expect([status, stderr, stdout]).toEqual([1, '数据库打不开或写不进去：连接不上 MongoDB 服务器。\n', ''])
  })

  it('when the database belongs to another program', async () => {
    const address = aMongoDatabase()
    const client = await new mongo.MongoClient(address).connect()
    await client.db().collection('users').insertOne({ name: '张三' })
    await client.close()
    const { status, stderr } = serve(address)
    const line = /^数据库打不开或写不进去：数据库“\S+”里已有别的内容（users），请换一个空的数据库。\n$/
    expect([status, stderr]).toEqual([1, expect.stringMatching(line)])
  })
})

describe('a service whose MongoDB server goes away', () => {
  let address: string
  let proxy: TcpProxy
  beforeEach(async () => {
    address = aMongoDatabase()
    proxy = await openTcpProxy(address, 'serverSelectionTimeoutMS=500&heartbeatFrequencyMS=500&connectTimeoutMS=1000')
  })
  afterEach(() => proxy.close())

  it.each(['goAway', 'beSilent'] as const)(
    '(%s) reads on from memory, says so, and goes on when it is back',
    async (act) => {
      const service = await start({ DATABASE_URL: proxy.uri })
      expect(await shows(service, '企业投资项目核准')).toBe(true)
      expect(await statusOf(service, 'readyz')).toBe(200)

      proxy[act]()
      rename('企业投资核准甲', { DATABASE_URL: address })
      // Whoever comes first waits until it is clear that the server is away, nobody else does; asked before or not.
      expect(await statusOf(service, 'items/fgw-001')).toBe(200)
      const begun = performance.now()
      for (const path of ['', 'items', 'items/gsj-001', 'api/v1/items?q=%E7%99%BB%E8%AE%B0', 'decisions', 'ledger']) {
        expect([path, await statusOf(service, path)]).toEqual([path, 200])
      }
      expect(await shows(service, '企业投资项目核准')).toBe(true)
      expect(await ask(service, 'items/gsj-001')).toContain('内容改动的记录暂时读不到')
      expect(await statusOf(service, 'api/v1/items/fgw-001/history')).toBe(503)
      expect(performance.now() - begun).toBeLessThan(2_000)
      expect(await statusOf(service, 'readyz')).toBe(503)
      expect(await statusOf(service, 'healthz')).toBe(200)
      expect(await ask(service, 'metrics')).toContain('\nbanshi_catalogue_revision -1\n')

      await proxy.comeBack()
      await waitFor(() => shows(service, '企业投资核准甲'), 10_000)
      expect(await statusOf(service, 'readyz')).toBe(200)
    },
  )
})

describe('two services on one MongoDB', () => {
  it('show within a second what another process has imported, whatever its clock says', async () => {
    const store = { DATABASE_URL: aMongoDatabase() }
    // Both find it empty and fill it.
    const [one, other] = await Promise.all([start(store), start({ ...store, NODE_OPTIONS: `--import ${slowClock}` })])
    for (const service of [one, other]) expect(await shows(service, '企业投资项目核准')).toBe(true)

    rename('企业投资核准甲', { ...store, NODE_OPTIONS: `--import ${slowClock}` })
    for (const service of [one, other]) await waitFor(() => shows(service, '企业投资核准甲'), 1_000)
  })
})

describe('a service on MongoDB', () => {
  /** Every address of the API over the whole catalogue, every kind of page, and addresses that are refused. */
  const addresses = [
    ...operations.filter(({ method }) => method === 'get').flatMap(({ path, example }) => addressesOf(path, example)),
    ...[
      '/',
      '/items',
      '/items?q=%E6%A0%B8%E5%87%86',
      '/agencies',
      '/agencies/fgw',
      '/decisions',
      '/ledger',
      '/compression',
    ],
    ...decidedItems.flatMap((code) => [`/items/${code}`, `/items/${code}?asOf=2014-05-04`]),
    ...['/items/none-1', '/api/v1/items/none-1', '/api/v1/items?page=0', '/api/v1/decisions/none', '/api/v1/nothing'],
  ]

  it(`answers ${addresses.length} requests byte by byte as one on the embedded file`, async () => {
    const [file, database] = [storeKinds[0]?.newUrl() ?? '', aMongoDatabase()]
    expect(runBanshi(['import', catalogue], { DATABASE_URL: file }).status).toBe(0)
    expect(runBanshi(['copy-store', file, database]).status).toBe(0)
    const [embedded, onMongo] = await Promise.all([start({ DATABASE_URL: file }), start({ DATABASE_URL: database })])
    // Until a picture is drawn its page says so.
    for (const code of decidedItems) {
      const path = `/api/v1/items/${code}/flowchart.svg`
      await Promise.all([answerOf(embedded, path), answerOf(onMongo, path)])
    }
    for (const address of addresses) {
      expect([address, await answerOf(onMongo, address)]).toEqual([address, await answerOf(embedded, address)])
    }
  })
})

function addressesOf(path: string, example: string): string[] {
  const query = example.split('?')[1]
  const fill = (name: string, value: string) =>
    `/api/v1${path.replace(name, value)}${query === undefined ? '' : `?${query}`}`
  if (path.includes('{id}')) return decidedDecisions.map((id) => fill('{id}', id))
  if (!path.startsWith('/items/{code}')) return [encodeURI(`/api/v1${example}`)]
  return decidedItems.map((code) => encodeURI(fill('{code}', code)))
}

/** Status, headers and body; pages and answers print the host they were asked under. */
async function answerOf(service: Service, path: string): Promise<unknown> {
  const { status, headers, text, body } = await request(service.url.slice(0, -1))
    .get(path)
    .set('Host', 'banshi.example')
  const { date: _date, connection: _connection, 'keep-alive': _alive, ...others } = headers
  return { status, headers: others, body: text ?? String(body) }
}
