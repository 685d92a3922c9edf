import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { writeSmallCatalogue } from '../builders/a-small-catalogue.ts'
import { runBanshi } from '../cli/run-banshi.ts'
import { type Service, startService } from './a-service.ts'

const catalogue = writeSmallCatalogue()
const folder = mkdtempSync(join(tmpdir(), 'banshi-first-'))
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
  const service = await startService({ LOG_LEVEL: 'trace', ...environment }, catalogue)
  running.push(service)
  return service
}
const issuedBy = (service: Service) =>
  [...service.said().matchAll(/登录名 (\S+)，一次性密码 ([a-z0-9-]{23})/g)].map(([, name, password]) => ({
    name,
    password,
  }))

/** Posts a form and answers status, address and cookie. */
async function post(service: Service, path: string, form: Record<string, string>, cookie = '') {
  const response = await fetch(service.url + path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { Accept: 'text/html', Connection: 'close', Cookie: cookie },
    redirect: 'manual',
  })
  const key = /banshi-office=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? ''
  return { status: response.status, location: response.headers.get('location'), key }
}

describe('the first administrator', () => {
  it.each(['1', '2'])('is told once and only once, with %s worker(s)', async (workers) => {
    const environment = { ...aStore(), WORKERS: workers }
    const first = await start(environment)
    const issued = issuedBy(first)
    expect(issued).toEqual([{ name: 'admin', password: expect.any(String) }])
    const { status, location, key } = await post(first, 'office/sign-in', {
      name: 'admin',
      password: issued[0]?.password ?? '',
    })
    expect([status, location, key]).toEqual([303, '/office', expect.stringContaining('banshi-office=')])
    await first.stop()
    const second = await start(environment)
    expect(issuedBy(second)).toEqual([])
    await second.stop()
    expect(runBanshi(['record', 'verify'], environment).status).toBe(0)
  })

  it('is one when two services start at the same moment', async () => {
    const environment = aStore()
    expect(runBanshi(['import', catalogue], environment).status).toBe(0)
    const services = await Promise.all([start(environment), start(environment)])
    expect(services.flatMap(issuedBy)).toHaveLength(1)
  })

  it('is not made where there is an account already', async () => {
    const environment = aStore()
    expect(runBanshi(['user', 'add', 'root', '--role', 'administrator'], environment).status).toBe(0)
    expect(issuedBy(await start(environment))).toEqual([])
  })
})

describe('the log', () => {
  it('holds no names, passwords, keys or addresses of people, even when it tells all', async () => {
    const service = await start(aStore())
    const [issued] = issuedBy(service)
    const said = service.said().length
    await post(service, 'office/sign-in', { name: 'admin', password: 'guessing-guessing' })
    const { key } = await post(service, 'office/sign-in', { name: 'admin', password: issued?.password ?? '' })
    const read = (path: string) => fetch(service.url + path, { headers: { Cookie: key, Connection: 'close' } })
    for (const path of [
      'office',
      'office/accounts/admin',
      'office/shared/a-secret-key',
      'office/record?actor=zhang-san',
    ]) {
      await (await read(path)).text()
    }
    await fetch(`${service.url}api/v1/items`, {
      headers: { Authorization: 'Bearer banshi_secret', Connection: 'close' },
    })
    await service.stop()
    const log = service.said().slice(said)
    expect(log).toContain('"msg":"answered"')
    for (const secret of [
      'guessing-guessing',
      issued?.password,
      key.split('=')[1],
      'a-secret-key',
      'zhang-san',
      'banshi_secret',
      '127.0.0.1:',
      'admin',
    ]) {
      expect(log).not.toContain(secret)
    }
  })
})
