import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { writeSmallCatalogue } from '../builders/a-small-catalogue.ts'
import { runBanshi } from '../cli/run-banshi.ts'
import { ask, type Service, startService, waitFor } from './a-service.ts'

const catalogue = writeSmallCatalogue()
const folder = mkdtempSync(join(tmpdir(), 'banshi-many-'))
const slowClock = fileURLToPath(new URL('./shift-clock.mjs', import.meta.url))
const running: Service[] = []
let stores = 0

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()))
})
afterAll(() => {
  for (const path of [folder, dirname(catalogue)]) rmSync(path, { recursive: true, force: true })
})

const aStore = () => ({ DATABASE_URL: `file:${join(folder, `${++stores}.db`)}` })

async function start(environment: Readonly<Record<string, string>>): Promise<Service> {
  const service = await startService(environment, catalogue)
  running.push(service)
  return service
}

/** Imports fgw-001 under another name, by a process of its own. */
function rename(name: string, environment: Readonly<Record<string, string>>): void {
  const item = JSON.parse(readFileSync(join(catalogue, 'items/fgw/fgw-001.yaml'), 'utf8'))
  const file = join(folder, 'renamed.yaml')
  writeFileSync(file, JSON.stringify({ ...item, name }))
  const { status, stderr } = runBanshi(['import', file], environment)
  expect([status, stderr]).toEqual([0, ''])
}

const shows = async (service: Service, name: string) =>
  (await ask(service, 'items/fgw-001')).includes(name) &&
  (await ask(service, 'api/v1/items/fgw-001')).includes(name) &&
  (await ask(service, `api/v1/items?q=${encodeURIComponent(name)}`)).includes(name)

const workersOf = ({ process: { pid } }: Service) =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
    .map(Number)

describe('several processes on one store', () => {
  it('show within a second what another one has imported, whatever its clock says', async () => {
    const store = aStore()
    const one = await start(store)
    const other = await start({ ...store, NODE_OPTIONS: `--import ${slowClock}` })
    for (const service of [one, other]) expect(await shows(service, '企业投资项目核准')).toBe(true)

    rename('企业投资核准甲', { ...store, NODE_OPTIONS: `--import ${slowClock}` })
    for (const service of [one, other]) await waitFor(() => shows(service, '企业投资核准甲'), 1_000)
    rename('企业投资核准乙', store)
    for (const service of [one, other]) await waitFor(() => shows(service, '企业投资核准乙'), 1_000)
  })
})

describe('a service of several workers', () => {
  it('shows a change in every one of them within a second', async () => {
    const store = { ...aStore(), WORKERS: '2' }
    const service = await start(store)
    for (let n = 0; n < 4; n += 1) expect(await shows(service, '企业投资项目核准')).toBe(true)
    rename('企业投资核准甲', store)
    await waitFor(() => shows(service, '企业投资核准甲'), 1_000)
    for (let n = 0; n < 6; n += 1) expect(await shows(service, '企业投资核准甲')).toBe(true)
  })

  it('counts what each has answered, and puts another in the place of one that dies', async () => {
    const service = await start({ ...aStore(), WORKERS: '2' })
    const metrics = await ask(service, 'metrics')
    for (const worker of ['1', '2', 'first']) expect(metrics).toContain(`process_cpu_seconds_total{worker="${worker}"}`)
    const [victim = 0] = workersOf(service)
    process.kill(victim, 'SIGKILL')
    await waitFor(async () => workersOf(service).length === 2 && !workersOf(service).includes(victim), 20_000)
    await waitFor(async () => (await ask(service, 'metrics')).includes('worker="3"'), 20_000)
    expect(await ask(service, 'healthz')).toBe('ok\n')
  })

  it('draws a flowchart that several ask for once, and answers all', async () => {
    const service = await start({ ...aStore(), WORKERS: '2' })
    const all = await Promise.all(Array.from({ length: 6 }, () => ask(service, 'api/v1/items/fgw-001/flowchart.svg')))
    expect(all[0]).toMatch(/^<svg/)
    expect(new Set(all).size).toBe(1)
  })

  it('ends with all its workers when it is told to stop', async () => {
    const service = await start({ ...aStore(), WORKERS: '2' })
    const workers = workersOf(service)
    expect(await service.stop()).toBe(0)
    running.splice(0)
    for (const pid of workers) expect(() => process.kill(pid, 0)).toThrow()
  })

  it('tells in one line that its port is taken', async () => {
    const { url } = await start(aStore())
    const { status, stderr } = runBanshi(['serve', '--catalogue', catalogue], {
      ...aStore(),
      WORKERS: '2',
      PORT: new URL(url).port,
      LOG_LEVEL: 'silent',
    })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^端口 \d+ 已被占用[^\n]*\n$/)])
  })
})
